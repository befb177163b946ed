using Infra.Cli.Plan.StackFiles;
using Infra.Common;
using Infra.Networking;
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
    /// <summary>Reads the facts of a stack, none of which can be secret: what only the Pulumi CLI can read is not needed.</summary>
    /// <exception cref="InvalidSettingsException">The settings are wrong.</exception>
    public static StackFacts Read(StackConfiguration configuration)
    {
        var settings = configuration.Inputs().Settings;
        return new(
            configuration.ProjectName,
            configuration.StackName,
            settings.Region,
            settings.Certificate.SiteName,
            settings.Network.Egress is Egress.Nat or Egress.NatPerZone);
    }
}
