using Infra.Networking;
using Infra.Settings.Catalogue;

namespace Infra.Settings;

/// <summary>Where the stack stands, and who reaches it.</summary>
public sealed record NetworkSettings
{
    /// <summary>2 to 6 Availability Zones of the stack's region, each once. Required; the first has the gateway of <c>nat</c>.</summary>
    public required IReadOnlyList<string> Zones { get; init; }

    /// <summary>The network's IPv4 block, private, /16 to /23. <c>10.0.0.0/16</c> by default.</summary>
    public required string VpcCidr { get; init; }

    /// <summary>What servers reach beyond S3. By default nothing.</summary>
    public required Egress Egress { get; init; }

    /// <summary>Whether the load balancer answers over IPv6 as well. By default it does not.</summary>
    public required bool Ipv6 { get; init; }

    /// <summary>
    /// 1 to 6 blocks, none inside another, from which clients may connect. By default every IPv4 address; IPv6 blocks exactly when
    /// <see cref="Ipv6"/> is on.
    /// </summary>
    public required IReadOnlyList<string> AllowedCidrs { get; init; }

    internal static NetworkSettings Read(SettingsReader reader) => new()
    {
        Zones = reader.Value(NetworkCatalogue.Zones),
        VpcCidr = reader.Value(NetworkCatalogue.VpcCidr),
        Egress = reader.Value(NetworkCatalogue.Egress),
        Ipv6 = reader.Value(NetworkCatalogue.Ipv6),
        AllowedCidrs = reader.Value(NetworkCatalogue.AllowedCidrs),
    };
}
