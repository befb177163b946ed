using Pulumi;
using Ec2 = Pulumi.Aws.Ec2;

namespace Infra.Networking;

/// <summary>The servers' subnets: no public addresses, and no route from or to the internet but through NAT.</summary>
internal sealed class PrivateSubnets : ComponentResource
{
    private readonly string _name;

    /// <summary>Makes a subnet and a route table in each zone.</summary>
    public PrivateSubnets(string name, PrivateSubnetsArgs args, ComponentResourceOptions? options = null)
        : base("infra:networking:PrivateSubnets", name, options)
    {
        _name = name;

        // One table per zone even where they are all alike: then another choice of egress adds or removes routes and renames nothing.
        var tables = args.Zones.ToDictionary(
            zone => zone,
            zone => new Ec2.RouteTable($"{name}-{zone.Letter}-routes", new() { VpcId = args.VpcId }, Child));

        RouteTableIds = [.. tables.Values.Select(table => table.Id)];
        SubnetIds = args.Zones.ToDictionary(zone => zone, zone => RoutedSubnet(zone, args, tables[zone]));

        RegisterOutputs(new Dictionary<string, object?>
        {
            ["subnetIds"] = Output.All(SubnetIds.Values),
            ["routeTableIds"] = Output.All(RouteTableIds),
        });
    }

    /// <summary>The subnet of each zone. Who uses an id waits for the subnet's route to its NAT gateway, where there is one.</summary>
    public IReadOnlyDictionary<AvailabilityZone, Output<string>> SubnetIds { get; }

    /// <summary>The route tables, for gateway endpoints to enter their routes.</summary>
    public IReadOnlyList<Output<string>> RouteTableIds { get; }

    private CustomResourceOptions Child => new() { Parent = this };

    private Output<string> RoutedSubnet(AvailabilityZone zone, PrivateSubnetsArgs args, Ec2.RouteTable table)
    {
        var subnet = new Ec2.Subnet($"{_name}-{zone.Letter}", new()
        {
            VpcId = args.VpcId,
            AvailabilityZone = zone.Name,
            CidrBlock = args.Plan.Private(zone).ToString(),
            MapPublicIpOnLaunch = false,
            AssignIpv6AddressOnCreation = false,
        },
        // AWS refuses to delete a subnet that a server stands in. The group moves it, but that takes longer than the provider would wait.
        new() { Parent = this, CustomTimeouts = new() { Delete = args.ServersLeaveWithin } });
        var afterRoutes = Child;
        if (args.NatGatewayIds.TryGetValue(zone, out var natGatewayId))
        {
            afterRoutes.DependsOn = new Ec2.Route($"{_name}-{zone.Letter}-to-nat", new()
            {
                RouteTableId = table.Id,
                DestinationCidrBlock = AddressBlocks.AnyIPv4,
                NatGatewayId = natGatewayId,
            }, Child);
        }

        var association = new Ec2.RouteTableAssociation(
            $"{_name}-{zone.Letter}-association",
            new() { SubnetId = subnet.Id, RouteTableId = table.Id },
            afterRoutes);
        return association.SubnetId.Apply(id => id!);
    }
}
