using System.Net;

namespace Infra.Networking;

/// <summary>
/// Which addresses each subnet gets: the VPC's block in sixteen equal parts, of which zone <c>a</c> has the first public and the
/// first private one, <c>b</c> the second ones, and so on up to <c>h</c>. A zone's blocks follow from its letter alone, so that
/// adding, removing or reordering zones never moves another zone's subnets (a moved subnet is a replaced subnet).
/// </summary>
/// <param name="Vpc">The VPC's IPv4 block, <c>/16</c> to <c>/23</c>.</param>
public sealed record SubnetPlan(IPNetwork Vpc)
{
    private const int Zones = 8;
    private const int BitsOfHalf = 1;
    private const int BitsOfSubnet = 4;

    // AWS gives a subnet nothing but a /64 of the VPC's /56.
    private const int IPv6SubnetPrefixLength = 64;

    /// <summary>The half that holds every public subnet, so that one rule can name them all.</summary>
    public IPNetwork PublicHalf => Vpc.Part(Vpc.PrefixLength + BitsOfHalf, 0);

    /// <summary>The half that holds every private subnet.</summary>
    public IPNetwork PrivateHalf => Vpc.Part(Vpc.PrefixLength + BitsOfHalf, 1);

    /// <summary>The block of a zone's public subnet.</summary>
    public IPNetwork Public(AvailabilityZone zone) => Subnet(Index(zone));

    /// <summary>The block of a zone's private subnet.</summary>
    public IPNetwork Private(AvailabilityZone zone) => Subnet(Zones + Index(zone));

    /// <summary>The IPv6 block of a zone's public subnet.</summary>
    /// <param name="vpc">The VPC's <c>/56</c>, which AWS chooses.</param>
    /// <param name="zone">The subnet's zone.</param>
    public static IPNetwork PublicIPv6(IPNetwork vpc, AvailabilityZone zone) => vpc.Part(IPv6SubnetPrefixLength, Index(zone));

    private static int Index(AvailabilityZone zone) =>
        zone.Letter is >= 'a' and < (char)('a' + Zones)
            ? zone.Letter - 'a'
            : throw new ArgumentException($"a zone's name must end with a letter from a to h, got {zone.Name}", nameof(zone));

    private IPNetwork Subnet(int index) => Vpc.Part(Vpc.PrefixLength + BitsOfSubnet, index);
}
