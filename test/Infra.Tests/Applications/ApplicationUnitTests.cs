using Infra.Applications;
using Infra.Settings;
using Infra.Tests.Support;

namespace Infra.Tests.Applications;

public sealed class ApplicationUnitTests
{
    internal static ApplicationRun Run => new()
    {
        Command = ApplicationCommandTests.Of("./run --port {port} 'a b' \"$HOME 100%\""),
        Packages = ["nodejs22"],
        Environment = [new("GREETING", "it's \"quoted\" \\ $HOME 100%")],
        Secrets = [],
        Proxy = new(8081, 10, "10.0.0.0/16"),
    };

    [Test]
    public void Render_WithoutSecrets_IsThisUnit() => Golden.Verify("application-unit", ApplicationUnit.Render(Run));

    // Before each start, by root, since the application's user could read neither the role's credentials nor write the file.
    [Test]
    public void Render_WithSecrets_FetchesThemBeforeEachStart()
    {
        var unit = ApplicationUnit.Render(Run with { Secrets = [new("DB", "arn:aws:ssm:eu-west-1:111122223333:parameter/db")] });

        Assert.That(unit, Does.Contain("ExecStartPre=+/usr/local/sbin/application-secrets\nEnvironmentFile=-/run/application/secrets\n"));
        Assert.That(unit, Does.Not.Contain("parameter/db"));
    }

    [TestCase("node server.js", "\"node\" \"server.js\"")]
    [TestCase("bin/server", "\"/srv/application/bin/server\"")]
    [TestCase("'b$in 1%/run' '$x'", "\"/srv/application/b$in 1%%/run\" \"$$x\"")]
    public void Render_AnyCommand_StartsAProgramByNameOrAFileByItsPlace(string command, string line) =>
        Assert.That(
            ApplicationUnit.Render(Run with { Command = ApplicationCommandTests.Of(command) }), Does.Contain($"\nExecStart={line}\n"));

    [Test]
    public void Environment_ThatSaysWhereToListen_TakesThePlaceOfTheUsual()
    {
        var unit = ApplicationUnit.Render(Run with { Environment = [new("ASPNETCORE_URLS", "http://localhost:{port}")] });

        Assert.That(unit, Does.Contain("Environment=\"ASPNETCORE_URLS=http://localhost:8081\"\n"));
        Assert.That(unit, Does.Not.Contain("127.0.0.1"));
    }

    // Nobody's requests are cut off by the stop, whatever the delay.
    [Test]
    public void StopTime_IsAsLongAsTheLongestDeregistrationDelay() => Assert.That(
        TimeSpan.FromSeconds(ApplicationUnit.StopSeconds), Is.EqualTo(LoadBalancerTopic.DeregistrationDelay.Maximum));

    [Test]
    public void WordsOf_ACommandLine_AreThoseItWasMadeOf()
    {
        string[] words = ["/srv/$run$$ %", "a b", "", "$HOME", "$$", "100%", "%%h", "it's", "\"q\"", "back\\slash\\", ";"];

        Assert.That(UnitText.WordsOf(UnitText.CommandLine(words)), Is.EqualTo(words));
    }
}
