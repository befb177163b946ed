using System.Runtime.InteropServices;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.WebServers;
using Infra.Cli.Shell;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Rehearsal.Applications;

/// <summary>What becomes of an application's command and environment on this machine, and what it can't run.</summary>
[Platform("Linux", Reason = "Its programs are those of Linux.")]
internal sealed class LocalApplicationTests
{
    private const string Otherwise = "or give another command for here, --application-command \"...\"";

    private SampleProject _project = null!;

    private static string Here => RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant();

    [SetUp]
    public void MakeProject() => _project = new SampleProject().WithScript("exec true");

    [TearDown]
    public void RemoveProject() => _project.Dispose();

    [TestCase("8080", "20001")]
    [TestCase("--port=8080", "--port=20001")]
    [TestCase("--listen 127.0.0.1:8080", "--listen 127.0.0.1:20001")]
    [TestCase("http://*:8080/", "http://*:20001/")]
    [TestCase("http://localhost:8080;http://[::1]:8080", "http://localhost:20001;http://[::1]:20001")]
    [TestCase(":8080", ":20001")]
    [PlainCase("--bind {port}", "--bind 20001")]
    [TestCase("http://10.0.0.5:8080", "http://10.0.0.5:8080")]
    [TestCase("db.example.com:8080", "db.example.com:8080")]
    [TestCase("18080", "18080")]
    [TestCase("80801", "80801")]
    [TestCase("8080.5", "8080.5")]
    [TestCase("/srv/application/conf /var/lib/application/db", "/copy/conf /state/db")]
    public void EnvironmentIn_TheDeclaredPortAndPlaces_AreThoseOfHere(string declared, string here)
    {
        var application = Local(environment: new() { ["X"] = declared });

        Assert.That(application.EnvironmentIn("/copy", "/state", 20001)["X"], Is.EqualTo(here));
    }

    [Test]
    public void CommandIn_AFileOfTheFolder_IsThatOfTheCopy() =>
        Assert.That(
            Local(["/srv/application/run", "a b", "8080"]).CommandIn(_project.Folder, "/state", 20001),
            Is.EqualTo([Path.Combine(_project.Folder, "run"), "a b", "20001"]));

    [Test]
    public void CommandIn_AnotherCommandForHere_IsThat()
    {
        var application = Local(["nothing-of-the-kind"], new("/bin/sh -c 'exit 1' {port}", []));

        Assert.That(application.CommandIn(_project.Folder, "/state", 20001), Is.EqualTo(["/bin/sh", "-c", "exit 1", "20001"]));
        Assert.That(application.Description, Is.EqualTo("sh -c exit 1 {port}"));
    }

    [Test]
    public void Of_AProgramThatIsNotHere_IsOneLine() =>
        Refuses(
            ["nothing-of-the-kind"],
            $"the application is started by nothing-of-the-kind, which is not on the PATH of this machine: install it, {Otherwise}");

    [Test]
    public void Of_AProgramForAnotherProcessor_IsOneLine()
    {
        var (code, name) = Here == "arm64" ? ((byte)0x3E, "x64") : ((byte)0xB7, "arm64");
        byte[] head = [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, code, 0, 1, 0, 0, 0];
        File.WriteAllBytes(Path.Combine(_project.Folder, "server"), head);

        Refuses(
            ["/srv/application/server"],
            $"the application is started by server, which is for Linux on {name}, and this machine is Linux on {Here}: build it for both, "
            + Otherwise);
    }

    [Test]
    public void Of_AProgramForMacOS_IsOneLine()
    {
        File.WriteAllBytes(Path.Combine(_project.Folder, "server"), [0xCF, 0xFA, 0xED, 0xFE, 0x0C, 0, 0, 1, 0, 0]);

        Refuses(
            ["/srv/application/server"],
            $"the application is started by server, which is for macOS on arm64, and this machine is Linux on {Here}: build it for both, "
            + Otherwise);
    }

    [TestCase("#!/usr/bin/env -S nothing-of-the-kind -x", "nothing-of-the-kind")]
    [TestCase("#!/opt/nothing/python3 -u", "/opt/nothing/python3")]
    public void Of_AScriptForWhatIsNotHere_IsOneLine(string line, string interpreter)
    {
        File.WriteAllText(Path.Combine(_project.Folder, "run"), $"{line}\n");

        Refuses(
            ["/srv/application/run"],
            $"the application is started by run, a script for {interpreter}, which is not on this machine: install it, {Otherwise}");
    }

    [Test]
    public void Of_Secrets_ArePlaceholdersUnlessTakenFromTheEnvironment()
    {
        var application = Local(options: new(null, ["DB"]), secrets: ["DB", "KEY"]);

        var environment = application.EnvironmentIn("/copy", "/state", 1);
        Assert.That((environment["DB"], environment["KEY"]), Is.EqualTo(("value of DB", "rehearsal")));
        Assert.That(application.MissingSecrets, Is.EqualTo(["KEY"]));
    }

    [TestCase("OTHER", "--secret must name a secret of the application, got OTHER")]
    [TestCase("UNSET", "--secret UNSET takes the value from the environment, where UNSET is not set: set it")]
    public void Of_ASecretThatCannotBeTaken_IsRefused(string name, string message) =>
        Assert.That(
            () => Local(options: new(null, [name]), secrets: ["UNSET"]),
            Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(message));

    [TestCase("'", "--application-command must be a command, got ''': close the quote '")]
    [TestCase(" ", "--application-command must be a command, got ' ': begin with a program")]
    public void Of_ACommandThatIsNone_IsRefused(string command, string message) =>
        Assert.That(
            () => Local(options: new(command, [])), Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(message));

    [Test]
    public void Of_AFolderThatIsNotThere_IsRefused()
    {
        Directory.Delete(_project.Folder, recursive: true);

        Assert.That(
            () => Local(),
            Throws.InstanceOf<InvalidUsageException>()
                .With.Message.StartsWith("the application must be a folder of the project, got sample"));
    }

    private void Refuses(string[] words, string message) =>
        Assert.That(() => Local(words), Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(message));

    private LocalApplication Local(
        string[]? words = null,
        ApplicationOptions? options = null,
        Dictionary<string, string>? environment = null,
        string[]? secrets = null) =>
        LocalApplication.Of(
            new DeclaredApplication
            {
                Words = words ?? ["/srv/application/run"],
                Environment = environment ?? [],
                SecretNames = secrets ?? [],
                Port = 8080,
                Folder = "/srv/application",
                Source = _project.Folder,
            },
            options ?? ApplicationOptions.None,
            name => name == "UNSET" ? null : $"value of {name}");
}
