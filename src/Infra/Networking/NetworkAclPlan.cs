namespace Infra.Networking;

/// <summary>
/// The rules of the network ACLs, as data. ACLs keep no state, so each conversation needs a rule for its requests and one for its
/// answers. AWS accepts 20 rules in a direction, which is why a whole tier is one block.
/// </summary>
/// <remarks>
/// No setting changes a rule, though IPv6 and egress add and remove rules of their own: who may come, and on which port the servers
/// answer, is up to the security groups. A rule of an ACL can't be changed, and its number is taken until the rule is gone; so a change
/// would cut off whom it is not about. Nor can an ACL name a prefix list.
/// </remarks>
public sealed record NetworkAclPlan
{
    private const int Http = 80;
    private const int Https = 443;

    /// <summary>Which addresses the tiers have.</summary>
    public required SubnetPlan Subnets { get; init; }

    /// <summary>Whether clients come over IPv6 as well.</summary>
    public required bool Ipv6 { get; init; }

    /// <summary>What the servers can reach outside the network.</summary>
    public required Egress Egress { get; init; }

    /// <summary>The public subnets' rules: clients' conversations with the load balancer, its own with the servers, and NAT.</summary>
    public IReadOnlyList<NetworkAclEntry> Public =>
        [.. Clients(), .. LoadBalancerToServers(), .. UsesNat ? ThroughNat() : [], .. PathMtuDiscovery()];

    /// <summary>The private subnets' rules: the load balancer's conversations with the servers, and theirs with S3 and beyond.</summary>
    public IReadOnlyList<NetworkAclEntry> Private =>
        [.. ServersFromLoadBalancer(), .. ServersToS3(), .. Egress == Egress.Endpoints ? ServersToEndpoints() : []];

    private bool UsesNat => Egress is Egress.Nat or Egress.NatPerZone;

    private string PublicTier => Subnets.PublicHalf.ToString();

    private string PrivateTier => Subnets.PrivateHalf.ToString();

    private IEnumerable<NetworkAclEntry> Clients() =>
        [.. Clients(110, "", AddressBlocks.AnyIPv4), .. Ipv6 ? Clients(111, "-ipv6", AddressBlocks.AnyIPv6) : []];

    private static IEnumerable<NetworkAclEntry> Clients(int number, string family, string block) =>
    [
        NetworkAclEntry.Ingress(number, $"http{family}", block, PortRange.Only(Http)),
        NetworkAclEntry.Ingress(number + 100, $"https{family}", block, PortRange.Only(Https)),
        NetworkAclEntry.Egress(number, $"answers{family}", block, PortRange.Ephemeral),
    ];

    private IEnumerable<NetworkAclEntry> LoadBalancerToServers() =>
    [
        NetworkAclEntry.Egress(310, "servers-http", PrivateTier, PortRange.Only(Http)),
        NetworkAclEntry.Egress(311, "servers-https", PrivateTier, PortRange.Only(Https)),
        .. Answers(300, "server-answers", PrivateTier),
    ];

    private IEnumerable<NetworkAclEntry> ThroughNat() =>
    [
        NetworkAclEntry.Ingress(400, "nat", PrivateTier, PortRange.Only(Https)),
        NetworkAclEntry.Egress(400, "nat", AddressBlocks.AnyIPv4, PortRange.Only(Https)),
        .. Answers(500, "nat-answers", AddressBlocks.AnyIPv4),
        NetworkAclEntry.Egress(500, "nat-answers", PrivateTier, PortRange.Ephemeral),
    ];

    // Any router on the way may send it. Without it, big responses to clients behind a narrower link (a VPN, PPPoE) get lost:
    // https://docs.aws.amazon.com/vpc/latest/userguide/path_mtu_discovery.html.
    private IEnumerable<NetworkAclEntry> PathMtuDiscovery() =>
    [
        .. NetworkAclEntry.PacketTooBig(600, "too-big", AddressBlocks.AnyIPv4),
        .. Ipv6 ? NetworkAclEntry.PacketTooBig(601, "too-big-ipv6", AddressBlocks.AnyIPv6) : [],
    ];

    private IEnumerable<NetworkAclEntry> ServersFromLoadBalancer() =>
    [
        NetworkAclEntry.Ingress(110, "load-balancer-http", PublicTier, PortRange.Only(Http)),
        NetworkAclEntry.Ingress(111, "load-balancer-https", PublicTier, PortRange.Only(Https)),
        NetworkAclEntry.Egress(100, "load-balancer-answers", PublicTier, PortRange.Ephemeral),
    ];

    // S3 answers from public addresses even through a gateway endpoint, and an ACL can't name a prefix list. What is really
    // reachable is up to the route tables, the endpoint's policy and the security group. NAT needs the same rules.
    private static IEnumerable<NetworkAclEntry> ServersToS3() =>
    [
        NetworkAclEntry.Egress(200, "https", AddressBlocks.AnyIPv4, PortRange.Only(Https)),
        .. Answers(200, "https-answers", AddressBlocks.AnyIPv4),
    ];

    // An endpoint has an address in each private subnet, and a server may use that of another zone.
    private IEnumerable<NetworkAclEntry> ServersToEndpoints() =>
    [
        NetworkAclEntry.Ingress(300, "endpoints", PrivateTier, PortRange.Only(Https)),
        NetworkAclEntry.Egress(300, "endpoint-answers", PrivateTier, PortRange.Ephemeral),
    ];

    private static IEnumerable<NetworkAclEntry> Answers(int number, string name, string block) =>
        PortRange.EphemeralWithoutRemoteDesktop.Select(
            (ports, part) => NetworkAclEntry.Ingress(number + part, $"{name}-{part}", block, ports));
}
