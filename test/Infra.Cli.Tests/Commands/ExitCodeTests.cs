using System.Runtime.Versioning;
using Infra.Cli.Shell;
using Infra.Cli.Tests.BadInput;
using Infra.Cli.Tests.Docs.Documents;
using Infra.Cli.Tests.Drift;
using Infra.Cli.Tests.Live.Drill;
using Infra.Cli.Tests.Live.Roll;
using Infra.Cli.Tests.Live.Verify;
using Infra.Cli.Tests.Plan.Reading;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Commands;

/// <summary>The exit code of every command, for each way in which it can end.</summary>
[Platform("Unix", Reason = "Has a PATH without programs.")]
[UnsupportedOSPlatform("windows")]
internal sealed class ExitCodeTests
{
    // A site to ask, a group to roll and a server to break are played there.
    private const string Verify = nameof(VerifyCommandTests);
    private const string Roll = nameof(RollCommandTests);
    private const string Drill = nameof(DrillCommandTests);

    private const string Accounts =
        "--account 123456789012 --repository acme/shop --state-bucket acme-state --state-key 1234abcd-12ab-34cd-56ef-1234567890ab";

    private const string Quick = "it asks no other program, and is over before anybody breaks it off";

    private static readonly (string Line, Ending Ending)[] Cases =
    [
        ("stacks", Ending.Done),
        ("stacks --nonsense", Ending.Usage),
        ("preview s", Ending.Done),
        ("preview nowhere", Ending.Usage),
        ("check s", Ending.Done),
        ("check --from broken.json", Ending.Fails),
        ("check s --set maxServers=4", Ending.Usage),
        ("cost s", Ending.Done),
        ("cost gaps --complete", Ending.Fails),
        ("cost s --compare nowhere", Ending.Usage),
        ("prices", Ending.Done),
        ("prices eu-west-1 --older-than 0", Ending.Fails),
        ("prices eu-west-1 --older-than x", Ending.Usage),
        ("diagram s", Ending.Done),
        ("diagram s --check stale.svg", Ending.Fails),
        ("diagram s --format png", Ending.Usage),
        ("report s --output done.html", Ending.Done),
        ("report --from broken.json --output failed.html", Ending.Fails),
        ("report s --with missing.json", Ending.Usage),
        ("report s --output printed.html --pdf", Ending.NoTool),
        ("diff s --against s.json", Ending.Done),
        ("diff s --against s.json --set maxServers=2 --forbid change", Ending.Fails),
        ("diff s --against missing.json", Ending.Usage),
        ("diff s --against HEAD", Ending.NoTool),
        ("drift --from preview.json --state state.json", Ending.Done),
        ("drift --from drifted.json --state state.json", Ending.Fails),
        ("drift", Ending.Usage),
        ("rehearse s --fast", Ending.Done),
        ("rehearse --from broken.json --fast", Ending.Fails),
        ("rehearse s --speed 0", Ending.Usage),
        ("rehearse application --application-command no-such-program", Ending.NoTool),
        ($"roles s --set permissionsBoundary=b {Accounts}", Ending.Done),
        ("roles s --account x", Ending.Usage),
        ("roll", Ending.Usage),
        ("roll s", Ending.NoTool),
        ("verify nonsense", Ending.Usage),
        ("verify --stack s", Ending.NoTool),
        ("drill s --yes --nonsense", Ending.Usage),
        ("drill s --yes", Ending.NoTool),
        ("init made --yes", Ending.Done),
        ("init s --yes", Ending.Usage),
        ("docs", Ending.Done),
        ("docs --check", Ending.Fails),
        ("docs --nonsense", Ending.Usage),
        ("completions bash", Ending.Done),
        ("completions csh", Ending.Usage),
    ];

    // Why there is no case here: what can't happen, or the tests that try it.
    private static readonly Dictionary<string, Dictionary<Ending, string>> Elsewhere = new()
    {
        ["stacks"] = new() { [Ending.Fails] = "it judges nothing", [Ending.NoTool] = Quick, [Ending.BrokenOff] = Quick },
        ["preview"] = new() { [Ending.Fails] = "it judges nothing", [Ending.NoTool] = Quick, [Ending.BrokenOff] = Quick },
        ["check"] = new() { [Ending.NoTool] = Quick, [Ending.BrokenOff] = Quick },
        ["cost"] = new() { [Ending.NoTool] = Quick, [Ending.BrokenOff] = Quick },
        ["prices"] = new() { [Ending.NoTool] = Quick, [Ending.BrokenOff] = nameof(Cost.Updating.PriceUpdateTests) },
        ["diagram"] = new() { [Ending.NoTool] = Quick, [Ending.BrokenOff] = Quick },
        ["report"] = new() { [Ending.BrokenOff] = nameof(BrokenOffCommandTests) },
        ["diff"] = new() { [Ending.BrokenOff] = nameof(BrokenOffCommandTests) },
        ["drift"] = new() { [Ending.NoTool] = Quick, [Ending.BrokenOff] = Quick },
        ["rehearse"] = new() { [Ending.BrokenOff] = nameof(Rehearsal.Emulation.RehearseProcessTests) },
        ["roles"] = new() { [Ending.Fails] = "it judges nothing", [Ending.NoTool] = Quick, [Ending.BrokenOff] = Quick },
        ["roll"] = new() { [Ending.Done] = Roll, [Ending.Fails] = Roll, [Ending.BrokenOff] = nameof(BrokenOffCommandTests) },
        ["verify"] = new() { [Ending.Done] = Verify, [Ending.Fails] = Verify, [Ending.BrokenOff] = nameof(BrokenOffCommandTests) },
        ["drill"] = new() { [Ending.Done] = Drill, [Ending.Fails] = Drill, [Ending.BrokenOff] = nameof(BrokenOffCommandTests) },
        ["init"] = new()
        {
            [Ending.Fails] = "it judges nothing",
            [Ending.NoTool] = Quick,
            [Ending.BrokenOff] = nameof(Init.InterviewTests),
        },
        ["docs"] = new() { [Ending.NoTool] = Quick, [Ending.BrokenOff] = Quick },
        ["completions"] = new() { [Ending.Fails] = "it judges nothing", [Ending.NoTool] = Quick, [Ending.BrokenOff] = Quick },
    };

    private readonly string? _path = Environment.GetEnvironmentVariable("PATH");
    private TemporaryProject _project = null!;

    [OneTimeSetUp]
    public async Task WriteAProject()
    {
        _project = new();
        var stack = await File.ReadAllTextAsync(Path.Combine(Reference.Root, "Pulumi.dev.yaml"));
        _project.With("Pulumi.s.yaml", stack)
            .With("Pulumi.gaps.yaml", stack.Replace("eu-west-1", "eu-central-2", StringComparison.Ordinal))
            .With("Pulumi.application.yaml", StackFile.And("  applicationDirectory: app\n  applicationCommand: ./run"))
            .With("app/run", "#!/bin/sh\n")
            .With("stale.svg", "<svg/>")
            .With("docs/stale.md", "<!-- generated: counts -->\n\nNone.\n\n<!-- end -->\n");
        var plan = (await Invocation.Of(_project.Root, "preview", "s", "--json")).Out;
        var broken = plan.Replace("\"healthCheckType\": \"ELB\"", "\"healthCheckType\": \"EC2\"", StringComparison.Ordinal);
        Assert.That(broken, Is.Not.EqualTo(plan));
        var running = new DriftFiles(PlanVariants.Of("prod", "").Single());
        _project.With("s.json", plan).With("broken.json", broken).With("preview.json", running.Preview).With("state.json", running.State)
            .With("drifted.json", running.Found("web-http", "port", 8080).Preview);
    }

    [OneTimeTearDown]
    public void RemoveIt() => _project.Dispose();

    [TearDown]
    public void ThePathAsItWas() => Environment.SetEnvironmentVariable("PATH", _path);

    [TestCaseSource(nameof(CaseNames))]
    public async Task Command_ThatEnds_SaysHowByItsExitCode(string line, Ending ending)
    {
        if (line == "docs --check")
            _project.With("docs/stale.md", "<!-- generated: counts -->\n\nNone.\n\n<!-- end -->\n");
        if (ending == Ending.NoTool)
            Environment.SetEnvironmentVariable("PATH", _project.Root);

        var run = await Invocation.Of(_project.Root, line.Split(' '));

        var expected = ending switch { Ending.Done => ExitCode.Done, Ending.Fails => ExitCode.CheckFailed, _ => ExitCode.InvalidUsage };
        Assert.That(run.ExitCode, Is.EqualTo(expected), run.Out + run.Error);
        if (expected == ExitCode.InvalidUsage)
            Assert.That(run.Error, Does.Not.Contain("   at "), "no stack trace");
    }

    [TestCaseSource(nameof(Verbs))]
    public void EveryEnding_OfACommand_IsTriedHereOrSaidNotToBe(string verb)
    {
        var tried = Cases.Where(one => one.Line.Split(' ')[0] == verb).Select(one => one.Ending);

        Assert.That(tried.Concat(Elsewhere[verb].Keys), Is.EquivalentTo(Enum.GetValues<Ending>()));
    }

    private static IEnumerable<TestCaseData> CaseNames => Cases.Select(one => new TestCaseData(one.Line, one.Ending));

    private static IEnumerable<string> Verbs =>
        ThisProgram.Command.Subcommands.Where(command => !command.Hidden).Select(command => command.Name);
}
