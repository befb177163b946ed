using System.Text.RegularExpressions;
using Infra.Cli.Diff;
using Infra.Cli.Diff.Effects;
using Infra.Cli.Diff.Resources;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Recording;
using Infra.Cli.Tests.Properties;
using Infra.Settings;
using Infra.Settings.Kinds;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Changes;

/// <summary>
/// Whether a change of each setting does to a running stack what its definition, and so docs/configuration.md, says, as
/// <c>infra diff</c> sees it.
/// </summary>
internal sealed partial class LiveChangeTests
{
    // What has to be changed with a setting for the stack to be valid, and does nothing by itself that its own row would not say.
    private static readonly Dictionary<string, string[]> Companions = new()
    {
        ["domainName"] = ["hostedZoneId", "allowSelfSigned"],
        ["certificateArn"] = ["allowSelfSigned"],
        ["ipv6"] = ["allowedCidrs"],
        ["applicationDirectory"] = ["applicationCommand"],
        ["applicationCommand"] = ["applicationDirectory"],
        ["allowedPrefixLists"] = ["allowedCidrs"],
        ["deletionProtection"] = ["allowSelfSigned"],
        ["waf"] = ["wafRateLimit"],
        ["minServers"] = ["maxServers"],
        ["maxServers"] = ["minServers"],
        ["healthCheckInterval"] = ["healthCheckTimeout"],
        ["healthCheckTimeout"] = ["healthCheckInterval"],
    };

    private static readonly Dictionary<string, ResourceGraph> Plans = [];

    private string _root = null!;

    private static IEnumerable<TestCaseData> Settings() => SettingsCatalogue.All
        .Select(setting => new TestCaseData(setting) { TestName = $"{{m}}({setting.Key})" });

    // Two sites and two applications to choose from.
    [OneTimeSetUp]
    public void CreateProject()
    {
        _root = Directory.CreateTempSubdirectory("infra-changes-").FullName;
        foreach (var site in new[] { "site", "another-site" })
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(_root, site)).FullName, "index.html"), site);
        foreach (var application in new[] { "application", "another-application" })
        {
            var folder = Directory.CreateDirectory(Path.Combine(_root, application)).FullName;
            File.WriteAllText(Path.Combine(folder, "run"), $"#!/bin/{application}");
        }
    }

    [OneTimeTearDown]
    public void DeleteProject() => Directory.Delete(_root, recursive: true);

    [TestCaseSource(nameof(Settings))]
    [Category("Slow")]
    public void Change_OfASettingFromAnyValueToAnyOther_DoesWhatItsDefinitionSays(SettingDefinition setting)
    {
        var changes = Pairs(setting).Select(pair => GraphDiff.Between(PlanOf(pair.Before), PlanOf(pair.After))).ToList();
        Assert.That(changes, Is.Not.Empty);

        var declared = setting.WhenChanged;
        var effects = changes.ConvertAll(Effect.Of);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(effects.Any(effect => effect.NeedsNewStack), Is.EqualTo(declared.NeedsNewStack), "needs a new stack");
            if (declared.NeedsNewStack)
                return;

            Assert.That(changes.SelectMany(Misjudged).Distinct(), Is.Empty, "changed in place, or not");
            Assert.That(effects.Any(effect => effect.Roll != RollKind.None), Is.EqualTo(declared.RollsServers), "rolls the servers");
            Assert.That(
                changes.SelectMany(change => change.Of(Change.Replaced)).Select(KindOf).Distinct(),
                Is.EquivalentTo(declared.Replaces),
                "replaces");
            Assert.That(
                effects.SelectMany(effect => effect.Breaks).Where(interrupted => interrupted.Happens != Effect.Rolled).Distinct(),
                declared.Interrupts is null ? Is.Empty : Is.Not.Empty,
                $"interrupts {declared.Interrupts ?? "nobody"}");
        }
    }

    // By the list of this test.
    private static IEnumerable<string> Misjudged(GraphDiff change) =>
        from node in change.Nodes
        from property in node.Properties
        where property.Input != "replacementTrigger"
            && property.ForcesReplacement == UpdatedInPlace.Contains(node.Node.Type, property.Input)
        select $"{node.Node.Type} {property.Input}";

    // TargetGroup of aws:lb/targetGroup:TargetGroup, as AWS writes it: target group.
    private static string KindOf(NodeDiff diff) => Capital().Replace(diff.Node.Kind, " $0").Trim().ToLowerInvariant();

    /// <summary>One stack with as little as there can be, one with all that the settings add.</summary>
    private IEnumerable<StackCase> Bases()
    {
        var zones = new Dictionary<string, string> { ["zones"] = """["eu-west-1a","eu-west-1b"]""" };
        var least = new StackCase(zones) { RootDirectory = _root };
        yield return least;
        var application = new Dictionary<string, string>(zones)
        {
            ["applicationDirectory"] = "application",
            ["applicationCommand"] = "./run",
        };
        yield return (least with { Values = application }).With("siteDirectory", "site").With("domainName", "www.example.com")
            .With("waf", "true").With("egress", "nat").With("minServers", "2")
            .With("requestsPerServer", "1000").With("allowedCidrs", """["0.0.0.0/0","::/0"]""").With("alarmEmail", "ops@example.com");
    }

    private IEnumerable<(StackCase Before, StackCase After)> Pairs(SettingDefinition setting) =>
        from stack in Bases()
        let stacks = SettingValues.Of(setting).Select(value => Set(stack, setting.Key, value)).ToList()
        from before in stacks
        from after in stacks
        where Differing(before, after) is { Count: > 0 } keys
            && keys.IsSubsetOf([setting.Key, .. Companions.GetValueOrDefault(setting.Key) ?? []])
        select (before, after);

    // IPv6 follows from the blocks of who may come by it.
    private static StackCase Set(StackCase stack, string key, string? value) => (key, value) switch
    {
        ("ipv6", "true") => stack.With("allowedCidrs", """["0.0.0.0/0","::/0"]"""),
        ("ipv6", _) => stack.With("allowedCidrs", """["0.0.0.0/0"]"""),
        (_, null) => stack.Without(key),
        _ => stack.With(key, value),
    };

    private static HashSet<string> Differing(StackCase before, StackCase after) =>
        [.. before.Values.Except(after.Values).Concat(after.Values.Except(before.Values)).Select(entry => entry.Key)];

    private static ResourceGraph PlanOf(StackCase stack)
    {
        var key = $"{stack}";
        return Plans.TryGetValue(key, out var plan)
            ? plan
            : Plans[key] = OfflineRun.RunAsync(stack.Configuration).GetAwaiter().GetResult();
    }

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
