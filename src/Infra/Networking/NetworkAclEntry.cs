namespace Infra.Networking;

/// <summary>One rule of a network ACL. All of ours allow: what none of them names, AWS denies.</summary>
public sealed record NetworkAclEntry
{
    /// <summary>The name of the rule within its ACL.</summary>
    public required string Name { get; init; }

    /// <summary>Its number, unique among the rules of its direction. The order has no meaning where all rules allow.</summary>
    public required int Number { get; init; }

    /// <summary>Whether it is about what leaves the subnets, and not about what enters them.</summary>
    public required bool IsEgress { get; init; }

    /// <summary>Who is at the other end, as an IPv4 or IPv6 block.</summary>
    public required string Block { get; init; }

    /// <summary>The TCP ports, or none when the rule is about ICMP.</summary>
    public PortRange? Ports { get; init; }

    /// <summary>IANA's number of the protocol, which is what AWS stores whatever name it is given.</summary>
    public string Protocol => (Ports, AddressBlocks.IsIPv6(Block)) switch
    {
        ({ }, _) => "6",
        (null, false) => "1",
        (null, true) => "58",
    };

    /// <summary>A rule for TCP that enters.</summary>
    public static NetworkAclEntry Ingress(int number, string name, string block, PortRange ports) =>
        new() { Name = $"in-{name}", Number = number, IsEgress = false, Block = block, Ports = ports };

    /// <summary>A rule for TCP that leaves.</summary>
    public static NetworkAclEntry Egress(int number, string name, string block, PortRange ports) =>
        new() { Name = $"out-{name}", Number = number, IsEgress = true, Block = block, Ports = ports };

    /// <summary>The rules, one for each direction, for the message that a packet is too big for a link on its way.</summary>
    public static IEnumerable<NetworkAclEntry> PacketTooBig(int number, string name, string block) =>
    [
        new() { Name = $"in-{name}", Number = number, IsEgress = false, Block = block },
        new() { Name = $"out-{name}", Number = number, IsEgress = true, Block = block },
    ];
}
