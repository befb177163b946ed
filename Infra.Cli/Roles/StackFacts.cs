using Infra.Cli.Plan.StackFiles;
using Infra.Common;
using Infra.Networking;
using Infra.Settings;
using Infra.Settings.Kinds;
using Infra.Settings.Reading;

namespace Infra.Cli.Roles;

/// <summary>What the policies depend on, and the stack's files say.</summary>
/// <param name="Project">The project's name, which is in the tags of all that the stack makes.</param>
/// <param name="Stack">The stack's name: the environment at GitHub, and in the tags.</param>
/// <param name="Region">The region that all of it is in.</param>
/// <param name="Site">The name that the stack makes records of; none without a domain.</param>
/// <param name="HasNat">Whether it makes NAT gateways.</param>
internal sealed record StackFacts(string Project, string Stack, string Region, SiteName? Site, bool HasNat)
{
    // The region in which a setting's example is.
    private const string ExampleRegion = "eu-west-1";

    /// <summary>Reads the facts of a stack, none of which can be secret: what only the Pulumi CLI can read is not needed.</summary>
    /// <exception cref="InvalidSettingsException">The settings are wrong.</exception>
    public static StackFacts Read(StackConfiguration configuration)
    {
        var (project, stack) = (configuration.ProjectName, configuration.StackName);
        var prefix = $"{project}:";
        var values = configuration.Values
            .Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(entry => entry.Key[prefix.Length..], entry => entry.Value.Text);
        foreach (var setting in SettingsCatalogue.All.Where(setting => values.GetValueOrDefault(setting.Key) == ConfigValue.Hidden))
            values[setting.Key] = StandIn(setting, configuration.Region);

        var source = new ConfigSource(project, stack, values) { SecretKeys = configuration.SecretKeys.ToHashSet() };
        var settings = StackInputs.Read(source, configuration.Region, configuration.RootDirectory).Settings;
        return new(
            project, stack, settings.Region, settings.Certificate.SiteName, settings.Network.Egress is Egress.Nat or Egress.NatPerZone);
    }

    // A valid value, so that the rules can judge the others; of a setting that can't be secret they refuse any.
    private static string StandIn(SettingDefinition setting, string region) =>
        setting.Example?.Replace(ExampleRegion, region is "" ? ExampleRegion : region, StringComparison.Ordinal) ?? ConfigValue.Hidden;
}
