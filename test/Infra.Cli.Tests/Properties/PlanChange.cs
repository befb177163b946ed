using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Infra.Settings;

namespace Infra.Cli.Tests.Properties;

/// <summary>A stack, and one setting of it that changes.</summary>
internal sealed record PlanChange(StackCase Before, string Key, string Value)
{
    private const string Zones = "zones";

    // Of these every one can be changed on a running stack without anything being made anew.
    private static readonly string[] Sizes =
    [
        Zones, "instanceType", "imageId", "minServers", "maxServers", "cpuTarget", "requestsPerServer", "bootBudget", "healthCheckInterval",
        "healthCheckTimeout", "healthyThreshold", "unhealthyThreshold", "deregistrationDelay", "slowResponse", "wafRateLimit",
        "logRetentionDays",
    ];

    // To set one of these the first time makes a resource, for good reason.
    private static readonly string[] OnlyWhereSet = ["requestsPerServer", "wafRateLimit"];

    public static Arbitrary<PlanChange> All { get; } = Arb.From(Generator(), Smaller);

    public StackCase After => Before.With(Key, Value);

    /// <summary>Whether resources may be added.</summary>
    public bool AddsAZone => Key == Zones;

    public override string ToString() => $"{Before}, then --set '{Key}={Value}'";

    private static Gen<PlanChange> Generator() =>
        from before in StackCases.All.Generator
        from key in Gen.Elements(Sizes.Where(key => before.Values.ContainsKey(key) || !OnlyWhereSet.Contains(key)))
        from value in key == Zones ? OneMore(before) : SettingTexts.Of(SettingsCatalogue.All.Single(setting => setting.Key == key))
        select new PlanChange(before, key, value);

    private static Gen<string> OneMore(StackCase before)
    {
        var zones = JsonSerializer.Deserialize<string[]>(before.Values[Zones])!;
        var others = "abcdefgh".Select(letter => zones[0][..^1] + letter).Except(zones);
        return zones.Length == 6
            ? Gen.Constant(before.Values[Zones])
            : Gen.Elements(others).Select(zone => SettingTexts.ListOf([.. zones, zone]));
    }

    private static IEnumerable<PlanChange> Smaller(PlanChange change) =>
        StackCases.Smaller(change.Before)
            .Where(before => !OnlyWhereSet.Contains(change.Key) || before.Values.ContainsKey(change.Key))
            .Where(before => !change.AddsAZone || before.Values[Zones] == change.Before.Values[Zones])
            .Select(before => change with { Before = before });
}
