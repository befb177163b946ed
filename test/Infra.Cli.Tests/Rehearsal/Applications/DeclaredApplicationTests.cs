using Infra.Applications;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Shell;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Rehearsal.Applications;

/// <summary>What is read of a unit is what was written into it.</summary>
internal sealed class DeclaredApplicationTests
{
    [TestCase("dotnet Web.dll", "dotnet", "Web.dll")]
    [PlainCase("./bin/server --port {port}", "/srv/application/bin/server", "--port", "9000")]
    [PlainCase("""node -e 'a "b" \ %h $HOME ${X}' "" """, "node", "-e", """a "b" \ %h $HOME ${X}""", "")]
    public void Of_AUnit_HasTheWordsOfTheCommand(string command, params string[] words) =>
        Assert.That(Read(command).Words, Is.EqualTo(words));

    [Test]
    public void Of_AUnit_HasTheVariablesAndThePort()
    {
        var application = Read("run", "QUOTE=say \"a=b\" 100 % \\ $HOME", "EMPTY=", "URL=http://*:{port}");

        Assert.Multiple(() =>
        {
            Assert.That(application.Port, Is.EqualTo(9000));
            Assert.That(application.Folder, Is.EqualTo("/srv/application"));
            Assert.That(application.Environment, Is.EqualTo(new Dictionary<string, string>
            {
                ["PORT"] = "9000",
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:9000",
                ["QUOTE"] = "say \"a=b\" 100 % \\ $HOME",
                ["EMPTY"] = "",
                ["URL"] = "http://*:9000",
            }));
        });
    }

    [TestCase("ExecStart=")]
    [TestCase("WorkingDirectory=")]
    [PlainCase("Environment=\"PORT")]
    public void Of_AUnitThatLacksSomething_IsRefused(string line)
    {
        var unit = string.Join('\n', Unit("run").Split('\n').Where(text => !text.StartsWith(line, StringComparison.Ordinal)));

        Assert.That(
            () => DeclaredApplication.Of(unit, "servers-template", [], "/work"),
            Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(
                "the application's unit of servers-template must have ExecStart=, WorkingDirectory= and Environment=\"PORT=...\" to be "
                + "rehearsed"));
    }

    private static DeclaredApplication Read(string command, params string[] environment) =>
        DeclaredApplication.Of(Unit(command, environment), "servers-template", [], "/work");

    private static string Unit(string command, params string[] environment)
    {
        Assert.That(ApplicationCommand.TryParse(command, out var parsed, out _), Is.True);
        return ApplicationUnit.Render(new()
        {
            Command = parsed!,
            Packages = [],
            Environment = [.. environment.Select(text => EnvironmentVariable.Of(text)!)],
            Secrets = [],
            Proxy = new(9000, 1, "10.0.0.0/16"),
        });
    }
}
