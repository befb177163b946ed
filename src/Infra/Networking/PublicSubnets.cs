using System.Net;
using Pulumi;
using Ec2 = Pulumi.Aws.Ec2;

namespace Infra.Networking;

/// <summary>The subnets that face the internet: the load balancer's, and those of the NAT gateways. No server is ever in one.</summary>
internal sealed class PublicSubnets : ComponentResource
{
    private readonly string _name;

    /// <summary>Makes an internet gateway, one route table, a subnet in each zone, and the NAT gateways.</summary>
    public PublicSubnets(string name, PublicSubnetsArgs args, ComponentResourceOptions? options = null)
        : base("infra:networking:PublicSubnets", name, options)
    {
        _name = name;
        var gateway = new Ec2.InternetGateway($"{name}-internet", new() { VpcId = args.VpcId }, Child);
        var routes = new Ec2.RouteTable($"{name}-routes", new() { VpcId = args.VpcId }, Child);
        var toInternet = RoutesToInternet(gateway, routes, args.IPv6);

        SubnetIds = args.Zones.ToDictionary(zone => zone, zone => RoutedSubnet(zone, args, routes, toInternet));
        NatGatewayIds = NatGateways(args, gateway);

        RegisterOutputs(new Dictionary<string, object?>
        {
            ["subnetIds"] = Output.All(SubnetIds.Values),
            ["natGatewayIds"] = Output.All(NatGatewayIds.Values.Distinct()),
        });
    }

    /// <summary>
    /// The subnet of each zone. Who uses an id waits for the subnet's way to the internet, which a load balancer needs before it
    /// can be made.
    /// </summary>
    public IReadOnlyDictionary<AvailabilityZone, Output<string>> SubnetIds { get; }

    /// <summary>The NAT gateway that each zone's servers use; none when <see cref="PublicSubnetsArgs.Egress"/> asks for none.</summary>
    public IReadOnlyDictionary<AvailabilityZone, Output<string>> NatGatewayIds { get; }

    private CustomResourceOptions Child => new() { Parent = this };

    private List<Resource> RoutesToInternet(Ec2.InternetGateway gateway, Ec2.RouteTable table, bool ipv6)
    {
        var routes = new List<Resource>
        {
            new Ec2.Route($"{_name}-to-internet", new()
            {
                RouteTableId = table.Id,
                DestinationCidrBlock = AddressBlocks.AnyIPv4,
                GatewayId = gateway.Id,
            }, Child),
        };
        if (ipv6)
        {
            routes.Add(new Ec2.Route($"{_name}-to-internet-ipv6", new()
            {
                RouteTableId = table.Id,
                DestinationIpv6CidrBlock = AddressBlocks.AnyIPv6,
                GatewayId = gateway.Id,
            }, Child));
        }

        return routes;
    }

    private Output<string> RoutedSubnet(AvailabilityZone zone, PublicSubnetsArgs args, Ec2.RouteTable table, List<Resource> routes)
    {
        var subnet = new Ec2.Subnet($"{_name}-{zone.Letter}", new()
        {
            VpcId = args.VpcId,
            AvailabilityZone = zone.Name,
            CidrBlock = args.Plan.Public(zone).ToString(),
            Ipv6CidrBlock = args.VpcIPv6Block.Apply(block => SubnetPlan.PublicIPv6(IPNetwork.Parse(block), zone).ToString()),
            // Load balancer and NAT gateways bring public addresses of their own; nothing else may get one by being here.
            MapPublicIpOnLaunch = false,
            AssignIpv6AddressOnCreation = false,
        }, Child);
        var association = new Ec2.RouteTableAssociation(
            $"{_name}-{zone.Letter}-association",
            new() { SubnetId = subnet.Id, RouteTableId = table.Id },
            new() { Parent = this, DependsOn = { routes } });
        return association.SubnetId.Apply(id => id!);
    }

    private Dictionary<AvailabilityZone, Output<string>> NatGateways(PublicSubnetsArgs args, Ec2.InternetGateway gateway)
    {
        switch (args.Egress)
        {
            case Egress.Nat:
                var shared = NatGateway(args.SharedNatZone, gateway);
                return args.Zones.ToDictionary(zone => zone, _ => shared);
            case Egress.NatPerZone:
                return args.Zones.ToDictionary(zone => zone, zone => NatGateway(zone, gateway));
            default:
                return [];
        }
    }

    private Output<string> NatGateway(AvailabilityZone zone, Ec2.InternetGateway gateway)
    {
        var address = new Ec2.Eip($"{_name}-nat-{zone.Letter}-address", new() { Domain = "vpc" }, Child);
        var nat = new Ec2.NatGateway(
            $"{_name}-nat-{zone.Letter}",
            new() { SubnetId = SubnetIds[zone], AllocationId = address.Id },
            // AWS refuses a public NAT gateway in a VPC whose internet gateway is not attached yet.
            new() { Parent = this, DependsOn = { gateway } });
        return nat.Id;
    }
}
