using System.Text;
using System.Text.Json.Nodes;
using Infra.Cli.Plan.Reading;
using Infra.Cli.Tests.Plan.Reading;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Plan;

/// <summary><c>--from</c> on the command line: what goes with it, what is said of the file, and what becomes of the exit code.</summary>
public sealed class FromOptionTests
{
    private const string SetBeside =
        "--set changes a setting before the plan is made, and --from has one that is made: leave out one of both.";

    private static readonly string[] Commands = ["preview", "check", "cost", "diagram", "rehearse"];

    [TestCaseSource(nameof(Commands))]
    public async Task File_BesideAStackOrASetting_IsRefused(string command)
    {
        Assert.That(await Invocation.Of(Reference.Root, command, "dev", "--from", "x"), Is.EqualTo(
            new Invocation(2, "", $"--from has the stack in its file: leave out one of both.\n{Run(command)}")));
        Assert.That(await Invocation.Of(Reference.Root, command, "--from", "x", "--set", "minServers=2"), Is.EqualTo(
            new Invocation(2, "", $"{SetBeside}\n{Run(command)}")));
        Assert.That(await Invocation.Of(Reference.Root, command), Is.EqualTo(
            new Invocation(
                2, "", $"Required argument 'stack' missing for command: '{command}'. Name one, or a file by --from.\n{Run(command)}")));
    }

    [TestCase("first preview", "a preview of Pulumi's", @"its configuration is in it; not known yet: \d+ values")]
    [TestCase("events of a deployment", "a log of Pulumi's events",
        "its configuration is in it; events tell neither dependencies nor options")]
    [TestCase("export", "a state of Pulumi's", @"its configuration is taken from Pulumi\.dev\.yaml; secret: 2 values")]
    [TestCase("export with secrets", "a state of Pulumi's", @"its configuration is taken from Pulumi\.dev\.yaml")]
    public async Task File_IsSaidToBe(string kind, string what, string more)
    {
        var run = await Piped.Of(EngineFiles.Kinds[kind](EngineFiles.Dev), "check");

        Assert.That(run.Error, Does.Match($@"^standard input is {what}: stack dev of infra, 113 resources; {more}[^\n]*\.\n$"));
    }

    [Test]
    public async Task StateOutsideOfItsProject_LeavesOpenWhatItsSettingsDecide()
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(EngineFiles.Dev.Export()));
        var run = await Invocation.OfInput(Path.GetTempPath(), input, "check", "--from", "-", "--json");
        var document = JsonNode.Parse(run.Out)!;
        var open = document["controls"]!.AsArray().Where(control => control!["outcome"]!.GetValue<string>() == "notKnown").ToList();

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Error, Does.Contain("its configuration is not known"));
        Assert.That(open.Select(control => control!["id"]!.GetValue<string>()), Has.Member("settings-group-size").And.Member("alb-waf"));
    }

    [TestCase("export", 0, 0)]
    [TestCase("first preview", 0, 2)]
    public async Task Strict_WithWhatIsNotKnown_EndsWithTwo(string kind, int exitCode, int strict)
    {
        var text = EngineFiles.Kinds[kind](EngineFiles.Dev);

        Assert.That((await Piped.Of(text, "check")).ExitCode, Is.EqualTo(exitCode));
        Assert.That((await Piped.Of(text, "check", "--strict")).ExitCode, Is.EqualTo(strict));
    }

    [Test]
    public async Task Strict_WithWhatFails_EndsWithOne()
    {
        var text = EngineFiles.Dev.FirstPreview().Replace("\"maxSize\": 3", "\"maxSize\": 4", StringComparison.Ordinal);

        Assert.That((await Piped.Of(text, "check", "--strict")).ExitCode, Is.EqualTo(1));
    }

    [Test]
    public async Task OpenControl_IsInEveryReport()
    {
        const string Clause = "fleet-launch-template can't be judged: userData is not known yet";
        var text = EngineFiles.Dev.FirstPreview();
        var plain = await Piped.Of(text, "check");
        var json = await Piped.Of(text, "check", "--json");
        var sarif = await Piped.Of(text, "check", "--sarif");
        var run = JsonNode.Parse(sarif.Out)!["runs"]![0]!;
        var notifications = run["invocations"]![0]!["toolExecutionNotifications"]!.AsArray();

        Assert.That(plain.Out, Does.Contain($"\nOPEN    server-no-secrets (critical)\n").And.Contain($"        {Clause}\n"));
        Assert.That(plain.Out, Does.Match(@"\ndev passes as far as is known: of \d+ controls [^\n]*, 0 fail, \d+ are not known yet\.\n$"));
        Assert.That(JsonNode.Parse(json.Out)!["summary"]!["notKnown"]!.GetValue<int>(), Is.Positive);
        Assert.That(notifications.Select(one => one!["message"]!["text"]!.GetValue<string>()), Has.Member($"{Clause}."));
        // As a result it would be an alert.
        Assert.That(run["results"]!.ToJsonString(), Does.Not.Contain("can't be judged"));
    }

    [Test]
    public async Task Secret_ThatAnExportShows_IsReadAndHidden()
    {
        var state = JsonNode.Parse(EngineFiles.Dev.Export())!;
        var group = state["deployment"]!["resources"]!.AsArray()
            .Single(one => one!["type"]!.GetValue<string>() == "aws:autoscaling/group:Group")!;
        group["inputs"]!["healthCheckType"] = new JsonObject
        {
            ["4dabf18193072939515e22adb298388d"] = "1b47061264138c4ac30d75fd1eb44270",
            ["plaintext"] = "\"plain-and-secret\"",
        };
        group["outputs"]!["healthCheckType"] = group["inputs"]!["healthCheckType"]!.DeepClone();
        var shown = await Piped.Of(state.ToJsonString(), "check");
        group["inputs"]!["healthCheckType"]!.AsObject().Remove("plaintext");
        group["inputs"]!["healthCheckType"]!["ciphertext"] = "v1:abc";
        var hidden = await Piped.Of(state.ToJsonString(), "check");

        Assert.That((shown.ExitCode, shown.Out), Is.EqualTo((1, shown.Out.Replace("plain-and-secret", "", StringComparison.Ordinal))));
        Assert.That(shown.Out, Does.Contain("healthCheckType is [secret]"));
        Assert.That(hidden.ExitCode, Is.Zero);
        Assert.That(hidden.Out, Does.Contain("fleet-group can't be judged: healthCheckType is secret"));
    }

    // The committed stack, whichever way it comes: its waivers must be needed. Another one need not need them.
    [TestCase("check s", 1)]
    [TestCase("check s --set minServers=1", 1)]
    [TestCase("check s --set minServers=2", 0)]
    [TestCase("check --from same.json", 1)]
    [TestCase("check --from other.json", 0)]
    public async Task Waiver_ThatNothingNeeds_FailsTheCommittedStackAlone(string line, int exitCode)
    {
        var settings = await File.ReadAllTextAsync(Path.Combine(Reference.Root, "Pulumi.dev.yaml"));
        using var project = new TemporaryProject()
            .With("Pulumi.s.yaml", $"{settings}  infra:minServers: 1\n")
            .With("waivers.yaml", "waivers:\n  - control: alb-waf\n    resources: [nothing]\n    reason: None.\n");
        foreach (var (file, servers) in new[] { ("same.json", "1"), ("other.json", "2") })
            project.With(file, (await Invocation.Of(project.Root, "preview", "s", "--set", $"minServers={servers}", "--json")).Out);

        var run = await Invocation.Of(project.Root, line.Split(' '));

        Assert.That(run.ExitCode, Is.EqualTo(exitCode), run.Out);
    }

    private static string Run(string command) => $"Run 'infra {command} --help' for what there is.\n";
}
