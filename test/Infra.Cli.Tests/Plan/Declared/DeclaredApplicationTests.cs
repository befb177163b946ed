using Infra.Cli.Plan.Declared;
using Infra.Cli.Shell;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Plan.Declared;

/// <summary>What a systemd unit says of an application, and what it must say.</summary>
internal sealed class DeclaredApplicationTests
{
    private const string Unit =
        "[Service]\nType=exec\nWorkingDirectory=/srv/application\nEnvironment=\"PORT=8080\" \"A=b=c\"\nEnvironment=\"A=d\" \"E=\"\n"
        + "ExecStart=\"./run\" \"--cost\" \"5$$\" \"100%%\"\n";

    [Test]
    public void Unit_ThatIsWhole_IsRead()
    {
        var application = DeclaredApplication.Of(Unit, "template", ["KEY"], "/project/application");

        Assert.Multiple(() =>
        {
            Assert.That(application.Words, Is.EqualTo(["./run", "--cost", "5$", "100%"]));
            Assert.That(application.Environment, Is.EquivalentTo(new Dictionary<string, string>
            {
                ["PORT"] = "8080",
                ["A"] = "d",
                ["E"] = "",
            }));
            Assert.That(application.SecretNames, Is.EqualTo(["KEY"]));
            Assert.That(
                (application.Port, application.Folder, application.Source), Is.EqualTo((8080, "/srv/application", "/project/application")));
        });
    }

    [Test]
    public void Folder_IsTheLastThatTheUnitNames() => Assert.That(
        DeclaredApplication.Of($"{Unit}WorkingDirectory=/srv/last\n", "template", [], "/").Folder, Is.EqualTo("/srv/last"));

    [Test]
    public void Variable_HasAllBehindTheFirstSign() => Assert.That(
        DeclaredApplication.Of(Unit.Replace("\"A=d\"", "", StringComparison.Ordinal), "template", [], "/").Environment["A"],
        Is.EqualTo("b=c"));

    [PlainCase("ExecStart=", "ExecStop=")]
    [PlainCase("ExecStart=\"./run\" \"--cost\" \"5$$\" \"100%%\"", "ExecStart=")]
    [PlainCase("ExecStart=", " ExecStart=")]
    [PlainCase("ExecStart=", "ExecStart=\"./first\"\nExecStart=")]
    [PlainCase("WorkingDirectory=", "RootDirectory=")]
    [PlainCase("PORT=8080", "PORTS=8080")]
    [PlainCase("PORT=8080", "PORT=http")]
    [PlainCase("PORT=8080", "PORT=")]
    [PlainCase("Environment=", "PassEnvironment=")]
    public void Unit_ThatLacksSomething_IsOneMessage(string old, string other)
    {
        var unit = Unit.Replace(old, other, StringComparison.Ordinal);
        Assert.That(unit, Is.Not.EqualTo(Unit), "an edit that changes nothing proves nothing");
        Assert.That(
            () => DeclaredApplication.Of(unit, "template", [], "/"),
            Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(
                "the application's unit of template must have ExecStart=, WorkingDirectory= and Environment=\"PORT=...\" to be rehearsed"));
    }
}
