using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Plan.Declared;

/// <summary>A network.</summary>
/// <param name="IPv6Prefix">
/// The length of its IPv6 prefix, e.g. <c>/56</c>; the prefix itself is AWS's to choose. None without IPv6.
/// </param>
internal sealed record DeclaredVpc(string Name, string Cidr, string? IPv6Prefix) : INamed;

/// <summary>A subnet. What makes it public is its route to an internet gateway, not its name.</summary>
/// <param name="Zone">The Availability Zone.</param>
/// <param name="IPv6Prefix">The length of its IPv6 prefix; none without IPv6.</param>
/// <param name="HasRouteTable">Whether it has a route table of its own; otherwise the VPC's main one holds.</param>
/// <param name="InternetRoute">A route to an internet gateway, whoever it is for; none for a private subnet.</param>
/// <param name="NatGatewayZone">The zone of the NAT gateway that it is routed to; none without one.</param>
internal sealed record DeclaredSubnet(
    ResourceNode Node,
    string Zone,
    string Cidr,
    string? IPv6Prefix,
    bool HasRouteTable,
    string? InternetRoute,
    string? NatGatewayZone) : INamed
{
    public string Name => Node.Name;
}

/// <summary>A NAT gateway.</summary>
/// <param name="Zone">Its Availability Zone; none if its subnet is not of the stack.</param>
internal sealed record DeclaredNatGateway(string Name, string? Zone) : INamed;

/// <summary>A VPC endpoint.</summary>
/// <param name="Service">The end of the service's name, e.g. <c>ssm</c>.</param>
/// <param name="IsInterface">Whether it has addresses of its own, which are paid for; a gateway endpoint is a route.</param>
/// <param name="SubnetCount">The subnets, one in a zone, in which it has an address.</param>
internal sealed record DeclaredEndpoint(string Name, string Service, bool IsInterface, int SubnetCount) : INamed;
