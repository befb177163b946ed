using System.Text;
using System.Text.Json;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Tests.Checks;
using Infra.Settings;
using Infra.Settings.Kinds;

namespace Infra.Cli.Tests.Properties;

/// <summary>
/// Whichever setting a stack file keeps secret: every command does what it does without, and the secret is in nothing it writes.
/// </summary>
public sealed class SecretPropertyTests
{
    private const string Address = "planted+me@secret.example.net";
    private const string Arn = "arn:aws:acm:eu-west-1:111122223333:certificate/0123abcd-2222-3333-4444-555555555555";
    private const string Written = "written";

    private static readonly Dictionary<string, string> Planted = new() { ["alarmEmail"] = Address, ["certificateArn"] = Arn };

    private static readonly string[] Secretable =
        [.. SettingsCatalogue.All.Where(setting => setting.CanBeSecret).Select(setting => setting.Key)];

    private static readonly string[][] Commands =
    [
        ["preview", "s"], ["preview", "s", "--json"],
        ["check", "s"], ["check", "s", "--json"], ["check", "s", "--sarif"],
        ["cost", "s"], ["cost", "s", "--json"], ["cost", "s", "--compare", "s"],
        ["diagram", "s"], ["diagram", "s", "--format", "mermaid"], ["diagram", "s", "--output", $"{Written}/s.svg"],
        ["rehearse", "s", "--fast"], ["rehearse", "s", "--fast", "--json"], ["rehearse", "s", "--fast", "--junit", $"{Written}/s.xml"],
        [
            "roles", "s", "--account", "111122223333", "--repository", "o/r", "--state-bucket", "state",
            "--state-key", "11112222-3333-4444-5555-666677778888", "--output", $"{Written}/roles",
        ],
    ];

    // These have no --set.
    private static readonly string[][] CommandsOfAllStacks = [["docs"], ["stacks"], ["stacks", "--json"]];

    private static IEnumerable<TestCaseData> Cases =>
        from secrets in Secretable.Select(key => new[] { key }).Append(Secretable)
        from isGiven in new[] { false, true }
        select new TestCaseData(secrets, isGiven).SetArgDisplayNames(string.Join('+', secrets), isGiven ? "given" : "unknown");

    private static IEnumerable<SettingDefinition> Others => SettingsCatalogue.All.Where(setting => !setting.CanBeSecret);

    [TestCaseSource(nameof(Cases))]
    public async Task Secret_OfAnyCommand_ChangesNothingAndIsNowhere(string[] secrets, bool isGiven)
    {
        using var open = Project(secret: []);
        using var hidden = Project(secrets);
        var set = isGiven ? secrets.SelectMany(key => new[] { "--set", $"{key}={Planted[key]}" }).ToArray() : [];

        Assert.Multiple(async () =>
        {
            foreach (var command in Commands)
            {
                // A what-if is judged otherwise than the files are.
                string[] words = [.. command, .. set];
                var expected = await Invocation.Of(open.Root, [.. command, .. isGiven ? new[] { "--set", "minServers=1" } : []]);
                var run = await Invocation.Of(hidden.Root, words);

                Assert.That((run.ExitCode, run.Error), Is.EqualTo((expected.ExitCode, "")), string.Join(' ', words));
                AssertNowhere(run.Out, secrets, string.Join(' ', words));
            }

            foreach (var command in CommandsOfAllStacks)
            {
                var run = await Invocation.Of(hidden.Root, command);
                Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")), string.Join(' ', command));
            }

            foreach (var file in Directory.EnumerateFiles(Path.Combine(hidden.Root, Written), "*", SearchOption.AllDirectories))
                AssertNowhere(await File.ReadAllTextAsync(file), secrets, file);
        });
    }

    // A finding quotes what it found; the rehearsal's and the drawing's errors do too.
    [Test]
    public async Task Secret_ThatABrokenPlanQuotes_IsHidden()
    {
        var graph = await Graphs.Of("dev", $"alarmEmail={Address}");
        var broken = graph.Set(graph.OfType(TypeToken.TopicSubscription).Single(), "protocol", Address).WithSecrets(Address);

        foreach (var command in Commands.Where(command => command[0] is "check" or "preview"))
        {
            var run = await Invocation.Of(broken, [command[0], "dev", .. command[2..]]);

            Assert.That(run.Out, Does.Not.Contain(Address), string.Join(' ', command));
            if (command[0] == "check")
                Assert.That(run.Out, Does.Contain("protocol is [secret]"));
        }
    }

    [TestCaseSource(nameof(Others))]
    public async Task Secret_ThatNoSettingMayBe_IsRefusedByEveryCommand(SettingDefinition setting)
    {
        using var project = Project([setting.Key]);
        var given = setting.Example ?? (setting.Default is { Length: > 0 } text ? text : "7");

        Assert.Multiple(async () =>
        {
            foreach (var command in Commands.DistinctBy(command => command[0]))
            {
                var without = await Invocation.Of(project.Root, command);
                var with = await Invocation.Of(project.Root, [.. command, "--set", $"{setting.Key}={given}"]);

                Assert.That((without.ExitCode, without.Out), Is.EqualTo((2, "")), command[0]);
                Assert.That(without.Error, Does.StartWith("Pulumi.s.yaml is not valid (1 problem):\n"));
                Assert.That(without.Error, Does.Contain($"infra:{setting.Key} must not be secret, "));
                Assert.That(with, Is.EqualTo(without), command[0]);
            }
        });
    }

    // By chance a secret may be any word of a plan: of another namespace, since the program's own two have forms of theirs.
    [TestCase("HTTPS")]
    [TestCase("nginx")]
    [TestCase("123456789012")]
    [TestCase("index.html")]
    [TestCase("true")]
    [TestCase("3")]
    public async Task SecretOfAnotherNamespace_ThatIsAWordOfThePlan_ChangesNothing(string word)
    {
        using var project = Project(Secretable);
        await File.AppendAllTextAsync(Path.Combine(project.Root, "Pulumi.s.yaml"), "  aws:profile: {secure: AAAB}\n");

        foreach (var command in Commands.Where(command => command[0] is not "preview" || command.Length == 2))
        {
            var expected = await Invocation.Of(project.Root, [.. command, "--set", "minServers=1"]);
            var run = await Invocation.Of(project.Root, [.. command, "--set", $"aws:profile={word}"]);

            Assert.That(run, Is.EqualTo(expected), string.Join(' ', command));
        }
    }

    private static void AssertNowhere(string text, string[] secrets, string where)
    {
        foreach (var secret in secrets.Select(key => Planted[key]))
        {
            string[] forms =
            [
                secret, JsonSerializer.Serialize(secret)[1..^1], Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)),
                .. from before in new[] { "", "x", "xx" }
                   select Convert.ToBase64String(Encoding.UTF8.GetBytes($"{before}{secret}xx"))[4..^4],
            ];
            foreach (var form in forms)
                Assert.That(text, Does.Not.Contain(form), where);
        }
    }

    private static TemporaryProject Project(string[] secret)
    {
        var settings = new Dictionary<string, string>
        {
            ["zones"] = "[eu-west-1a, eu-west-1b]",
            ["alarmEmail"] = Address,
            ["certificateArn"] = Arn,
            ["permissionsBoundary"] = "infra-s-boundary",
        };
        foreach (var key in secret)
            settings[key] = "{secure: AAAB}";
        return new TemporaryProject().With(
            "Pulumi.s.yaml",
            $"config:\n  aws:region: eu-west-1\n{string.Concat(settings.Select(entry => $"  infra:{entry.Key}: {entry.Value}\n"))}");
    }
}
