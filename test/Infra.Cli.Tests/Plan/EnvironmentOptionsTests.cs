using System.Runtime.Versioning;
using Infra.Cli.Tests.BadInput;
using Infra.Cli.Tests.Live.Drill;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Plan;

/// <summary>Stacks that take settings from environments of Pulumi ESC.</summary>
[UnsupportedOSPlatform("windows")]
[Platform(Exclude = "Win")]
internal sealed class EnvironmentOptionsTests
{
    private const string Address = "planted@secret.example.org";

    private const string Key = "PlantedAccessKey";

    private const string Printed =
        $$"""
        {
          "aws:region": {"value": "eu-west-1", "secret": false},
          "aws:secretKey": {"value": "{{Key}}", "secret": true},
          "infra:alarmEmail": {"value": "{{Address}}", "secret": true},
          "infra:maxServers": {"value": "2", "secret": false},
          "infra:zones": {"value": "[\"eu-west-1a\",\"eu-west-1b\"]", "objectValue": ["eu-west-1a", "eu-west-1b"], "secret": false}
        }
        """;

    private TemporaryProject _project = null!;
    private ScriptedTools _tools = null!;
    private string? _path;

    [SetUp]
    public void CreateProject()
    {
        (_project, _tools) = (new(), new());
        _path = Environment.GetEnvironmentVariable("PATH");
        Environment.SetEnvironmentVariable("PATH", _tools.Folder);
    }

    [TearDown]
    public void DeleteProject()
    {
        Environment.SetEnvironmentVariable("PATH", _path);
        _tools.Dispose();
        _project.Dispose();
    }

    [PlainCase("environment:\n  - team/common\n  - team/dev", "team/common, team/dev")]
    [PlainCase("environment:\n  - team/common: {merge: false}", "team/common")]
    [TestCase("environment: team/dev", "team/dev")]
    [PlainCase("environment: {imports: [team/dev]}", "team/dev")]
    [PlainCase("environment: {imports: [team/dev], values: {a: b}}", "team/dev, one in the file itself")]
    [PlainCase("environment: {values: {pulumiConfig: {maxServers: 2}}}", "one in the file itself")]
    [PlainCase("mainEnvironment: team/dev@8\nenvironment: [team/common]", "team/dev@8")]
    public async Task Environment_ThatNobodyHasRead_IsNamedByEveryCommand(string lines, string names)
    {
        _project.With("Pulumi.s.yaml", $"{StackFile.And("")}{lines}\n");

        foreach (var command in (string[][])[["preview", "s"], ["check", "s"], ["cost", "s"], ["diagram", "s"], ["stacks"], ["docs"]])
        {
            var set = command.Length > 1 ? "--set key=value for each setting that they give, " : "";
            await Refusal.AssertAsync(
                _project,
                $"Pulumi.s.yaml takes settings from environments of Pulumi ESC, {names}, which only the Pulumi CLI can read: "
                + $"give --cli to ask it, {set}or --no-environment if they give none",
                command);
        }
    }

    [PlainCase("environment:")]
    [PlainCase("environment: []")]
    [PlainCase("environment: {}")]
    [PlainCase("environment: {imports: [], values: {}}")]
    [PlainCase("mainEnvironment: ~")]
    public async Task Environment_ThatIsEmpty_IsNone(string line)
    {
        _project.With("Pulumi.s.yaml", $"{StackFile.And("")}{line}\n");

        Assert.That((await Invocation.Of(_project.Root, "preview", "s")).Error, Is.Empty);
    }

    [Test]
    public async Task Environment_WhoseSettingsAreGiven_IsTold()
    {
        _project.With("Pulumi.s.yaml", "config:\n  aws:region: eu-west-1\nenvironment: [team/dev]\n");

        var run = await Invocation.Of(_project.Root, "preview", "s", "--set", """zones=["eu-west-1a","eu-west-1b"]""");

        Assert.That(
            (run.ExitCode, run.Error),
            Is.EqualTo((0, "Pulumi.s.yaml: of what its environments give (team/dev), only what --set says is known here.\n")));
    }

    [TestCase("preview", "s")]
    [TestCase("stacks")]
    public async Task Environment_ThatGivesNone_IsPassedOver(params string[] command)
    {
        _project.With("Pulumi.s.yaml", $"{StackFile.And("")}environment: [team/dev]\n");

        var run = await Invocation.Of(_project.Root, [.. command, "--no-environment"]);

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
    }

    [Test]
    public async Task Cli_IsAskedForTheStackAsTheUserNamesIt_AndItsSecretsStayHidden()
    {
        Pulumi(Printed);
        _project.With("Pulumi.s.yaml", "environment: [team/dev]\n");

        foreach (var command in (string[][])[["preview", "acme/s"], ["preview", "acme/s", "--json"], ["check", "acme/s"], ["stacks"]])
        {
            var run = await Invocation.Of(_project.Root, [.. command, "--cli"]);

            Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")), run.Out);
            Assert.That(run.Out, Does.Not.Contain(Address).And.Not.Contain(Key));
        }

        Assert.That(
            File.ReadAllLines(Path.Combine(_tools.Folder, "asked")),
            Is.EqualTo(
            [
                .. Enumerable.Repeat("config --json --stack=acme/s --non-interactive --show-secrets", 3),
                "config --json --stack=s --non-interactive --show-secrets",
            ]));
    }

    [Test]
    public async Task Cli_SaysLess_ThanTheCommandLine()
    {
        Pulumi(Printed);
        _project.With("Pulumi.s.yaml", "environment: [team/dev]\n");

        var run = await Invocation.Of(_project.Root, "preview", "s", "--cli", "--set", "maxServers=1", "--json");

        Assert.That(run.Out, Does.Contain("\"maxSize\": 1"));
    }

    [PlainCase("no")]
    [PlainCase("[]")]
    [PlainCase("null")]
    [PlainCase("{\"infra:zones\": null}")]
    [PlainCase("{\"infra:zones\": {\"secret\": false}}")]
    [PlainCase("{\"infra:zones\": {\"value\": 5}}")]
    [PlainCase($"\"{Address}\"")]
    public async Task Cli_ThatPrintsSomethingElse_IsOneMessageThatTellsNothing(string printed)
    {
        Pulumi(printed);
        _project.With("Pulumi.s.yaml", "config: {}\n");

        var run = await Invocation.Of(_project.Root, "preview", "s", "--cli");

        Assert.That(run, Is.EqualTo(new Invocation(
            2, "",
            "--cli: 'pulumi config --json' must print an object of keys, each with value and secret, and printed something else: "
            + "run it to see what\n")));
    }

    [PlainCase("echo 'error: no stack named s' >&2; exit 1", "error: no stack named s")]
    [TestCase("kill -s KILL $$", "it ended with 137, and did not say why")]
    public async Task Cli_ThatFails_IsOneMessage(string script, string reason)
    {
        _tools.Add("pulumi", script);
        _project.With("Pulumi.s.yaml", "config: {}\n");

        var run = await Invocation.Of(_project.Root, "preview", "s", "--cli");

        Assert.That(run, Is.EqualTo(new Invocation(2, "", $"--cli: 'pulumi config' failed: {reason}\n")));
    }

    [Test]
    public async Task Cli_ThatIsNotThere_IsOneMessage()
    {
        _project.With("Pulumi.s.yaml", "config: {}\n");

        var run = await Invocation.Of(_project.Root, "preview", "s", "--cli");

        Assert.That(run, Is.EqualTo(new Invocation(
            2, "",
            "--cli needs the Pulumi CLI, and there is no 'pulumi' on PATH: install it, or leave out the option\n")));
    }

    [Test]
    public async Task Cli_AndNoEnvironment_ExcludeEachOther()
    {
        var run = await Invocation.Of(_project.Root, "preview", "s", "--cli", "--no-environment");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((
            2, "Give --cli or --no-environment, and not both.\nRun 'infra preview --help' for what there is.\n")));
    }

    // Nobody may hang the message on a secret that the CLI has told.
    [Test]
    public async Task Secret_ThatTheCliTellsAndIsWrong_IsInNoMessage()
    {
        Pulumi(Printed.Replace(Address, "no-address", StringComparison.Ordinal));
        _project.With("Pulumi.s.yaml", "config: {}\n");

        var run = await Invocation.Of(_project.Root, "preview", "s", "--cli");

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("infra:alarmEmail").And.Not.Contain("no-address"));
    }

    private void Pulumi(string printed) => _tools.Add("pulumi", $"echo \"$*\" >>{_tools.Folder}/asked\n/bin/cat <<'END'\n{printed}\nEND");
}
