namespace Infra.Cli.Diagram.Facts;

/// <summary>The network.</summary>
internal sealed record Vpc
{
    public required string Cidr { get; init; }

    /// <summary>The length of its IPv6 prefix, e.g. <c>/56</c>; the prefix itself is AWS's to choose.</summary>
    public required string? IPv6Prefix { get; init; }

    /// <summary>Its Availability Zones by name.</summary>
    public required IReadOnlyList<Zone> Zones { get; init; }

    /// <summary>The services behind interface endpoints, e.g. <c>ssm</c>.</summary>
    public required IReadOnlyList<string> InterfaceEndpoints { get; init; }

    /// <summary>The services behind gateway endpoints, e.g. <c>s3</c>.</summary>
    public required IReadOnlyList<string> GatewayEndpoints { get; init; }

    /// <summary>How long the flow logs are kept; none without any.</summary>
    public required int? FlowLogDays { get; init; }

    public bool HasNatGateway => Zones.Any(zone => zone.HasNatGateway);
}

/// <summary>An Availability Zone.</summary>
/// <param name="HasNatGateway">Whether a NAT gateway stands in its public subnet.</param>
/// <param name="NatGatewayZone">The zone of the NAT gateway that its private subnet is routed to; none without one.</param>
internal sealed record Zone(string Name, Subnet Public, Subnet Private, bool HasNatGateway, string? NatGatewayZone);

/// <summary>A subnet.</summary>
/// <param name="IPv6Prefix">The length of its IPv6 prefix; none without IPv6.</param>
internal sealed record Subnet(string Cidr, string? IPv6Prefix);
