using System.Globalization;

namespace Infra.Cli.Tests.Shell;

/// <summary>Every command that reads a checkout, on one whose texts are hostile, each in a place of its own.</summary>
internal sealed class HostileProjectTests
{
    private static readonly string[][] Commands =
    [
        ["stacks"], ["stacks", "--json"], ["preview", "s"], ["preview", "s", "--json"], ["check", "s"], ["check", "s", "--json"],
        ["check", "s", "--sarif"], ["cost", "s"], ["cost", "s", "--json"], ["diagram", "s"], ["diagram", "s", "--format", "mermaid"],
        ["roles", "s"], ["rehearse", "s", "--fast"], ["rehearse", "s", "--fast", "--json"], ["docs", "--check"],
    ];

    // As YAML has it between double quotes.
    private static readonly string Quoted = string.Concat(HostileText.All.Where(unit => !char.IsSurrogate(unit)).Select(unit =>
        unit is '"' or '\\' ? $"\\{unit}" : unit is >= ' ' and < '\x7f' ? $"{unit}" : $"\\u{(int)unit:x4}"));

    private static readonly string Waiver = $"waivers: [{{ control: \"{Quoted}\", resources: ['*'], reason: \"{Quoted}\" }}]\n";

    private TemporaryProject _project = null!;

    [SetUp]
    public void CreateProject() => _project = new TemporaryProject().With("Pulumi.s.yaml", BadInput.StackFile.And(""));

    [TearDown]
    public void DeleteProject() => _project.Dispose();

    [TestCaseSource(nameof(Commands))]
    public async Task Checkout_WithHostileTexts_IsShownLegible(params string[] command)
    {
        var stack = BadInput.StackFile.And("");
        var project = await File.ReadAllTextAsync(Path.Combine(_project.Root, "Pulumi.yaml"));
        var hostileProject = string.Join('\n', project.Split('\n').Select(line =>
            line.StartsWith("name:", StringComparison.Ordinal) ? $"name: \"{Quoted}\"" : line));
        (string File, string Good, string Hostile)[] places =
        [
            ("Pulumi.s.yaml", stack, BadInput.StackFile.And($"  \"infra:{Quoted}\": 1")),
            ("Pulumi.s.yaml", stack, BadInput.StackFile.And($"  \"{Quoted}:{Quoted}\": 1")),
            ("Pulumi.s.yaml", stack, stack.Replace("eu-west-1\n", $"\"{Quoted}\"\n", StringComparison.Ordinal)),
            ("Pulumi.s.yaml", stack, $"\"{Quoted}\": 1\n{stack}"),
            ("Pulumi.s.yaml", stack, $"- \"{Quoted}\"\n- \""),
            .. new[] { "domainName", "zones", "alarmEmail", "siteDirectory", "tlsMode", "healthCheckPath", "maxServers", "certificateArn" }
                .Select(key => ("Pulumi.s.yaml", stack, BadInput.StackFile.With(key, $"\"{Quoted}\""))),
            ("Pulumi.yaml", project, hostileProject),
            ("waivers.yaml", "waivers: []\n", Waiver),
            ("waivers.yaml", "waivers: []\n", Waiver.Replace("reason:", $"\"{Quoted}\":", StringComparison.Ordinal)),
            ("waivers.yaml", "waivers: []\n", Waiver.Replace("['*']", $"[\"{Quoted}\"]", StringComparison.Ordinal)),
        ];

        foreach (var (file, good, hostile) in places)
        {
            _project.With(file, hostile);
            AssertLegible(await Invocation.Of(_project.Root, command), hostile);
            _project.With(file, good);
        }
    }

    // Behind a "?" a key may have any length.
    [TestCase("Pulumi.s.yaml", "config:\n  ? infra:{0}\n  : 1\n")]
    [TestCase("Pulumi.s.yaml", "config:\n  ? infra:{0}\n  : 1\n  ? {0}\n  : 1\n")]
    [TestCase("Pulumi.s.yaml", "config:\n  ? {0}\n  : 1\n  ? {0}\n  : 1\n")]
    [TestCase("Pulumi.s.yaml", "config:\n  infra:zones: *{0}\n")]
    [TestCase("Pulumi.s.yaml", "config:\n  infra:domainName: {0}\n")]
    [TestCase("Pulumi.yaml", "name: {0}\n")]
    [TestCase("waivers.yaml", "waivers:\n  - ? {0}\n    : 1\n")]
    [TestCase("waivers.yaml", "waivers: [{{ control: a, resources: ['*'], stacks: [{0}], reason: b }}]\n")]
    [TestCase("waivers.yaml", "waivers: [{{ control: a, resources: ['*'], when: {0}, reason: b }}]\n")]
    public async Task Checkout_WithATextWithoutEnd_IsShownShort(string file, string content)
    {
        _project.With(file, string.Format(CultureInfo.InvariantCulture, content, new string('x', 100_000)));

        var run = await Invocation.Of(_project.Root, "check", "s");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
        Assert.That(run.Error, Has.Length.LessThan(1000));
    }

    [TestCaseSource(nameof(Commands))]
    public async Task Words_OfTheCommandLine_AreShownLegible(params string[] command)
    {
        string[][] lines =
        [
            [.. command, $"--{HostileText.Steering}"], [.. command, HostileText.Steering], [command[0], HostileText.Steering],
            [.. command, "--set", HostileText.Steering], [.. command, "--set", $"domainName={HostileText.Steering}"],
            [.. command, "--set", $"{HostileText.Steering}=1"],
        ];

        foreach (var line in lines)
            AssertLegible(await Invocation.Of(_project.Root, line), string.Join(' ', line));
    }

    // A name that the Pulumi CLI would refuse is no stack's, but a file's all the same.
    [TestCaseSource(nameof(Commands))]
    public async Task FilesNames_AreShownLegible(params string[] command)
    {
        var name = HostileText.Steering.Replace("\0", "", StringComparison.Ordinal);
        _project.With($"Pulumi.{name}.yaml", "- a\n").With($"site/{name}.html", "a");

        AssertLegible(await Invocation.Of(_project.Root, command), name);
    }

    private static void AssertLegible(Invocation run, string hostile)
    {
        Assert.That(run.ExitCode, Is.LessThanOrEqualTo(2), hostile);
        HostileText.AssertLegible(run.Out);
        HostileText.AssertLegible(run.Error);
    }
}
