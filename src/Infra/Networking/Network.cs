using System.Net;
using Pulumi;
using Ec2 = Pulumi.Aws.Ec2;

namespace Infra.Networking;

/// <summary>
/// The VPC: a public subnet in each zone for the load balancer, a private one for the servers, the ways between them and out, and
/// the rules and logs that guard those.
/// </summary>
public sealed class Network : ComponentResource
{
    private readonly string _name;

    /// <summary>Makes the VPC and everything in it but security groups.</summary>
    public Network(string name, NetworkArgs args, ComponentResourceOptions? options = null)
        : base("infra:networking:Network", name, options)
    {
        _name = name;
        var plan = new SubnetPlan(IPNetwork.Parse(args.VpcCidr));
        var zones = args.Zones.Select(zone => new AvailabilityZone(zone)).OrderBy(zone => zone.Letter).ToList();

        var vpc = Vpc(args);
        EmptyDefaultSecurityGroup(vpc);
        var publicSubnets = new PublicSubnets($"{name}-public", new()
        {
            VpcId = vpc.Id,
            Zones = zones,
            // As listed, and not by letter: a zone that is added at the end would else take the gateway away, with its address.
            SharedNatZone = new(args.Zones[0]),
            Plan = plan,
            Egress = args.Egress,
            VpcIPv6Block = vpc.Ipv6CidrBlock,
            IPv6 = args.Ipv6,
        }, Child);
        var privateSubnets = new PrivateSubnets($"{name}-private", new()
        {
            VpcId = vpc.Id,
            Zones = zones,
            Plan = plan,
            NatGatewayIds = publicSubnets.NatGatewayIds,
            ServersLeaveWithin = args.ServersLeaveWithin,
        }, Child);
        var s3 = S3Endpoint(vpc, privateSubnets, args);
        _ = new NetworkAcls($"{name}-acls", new()
        {
            VpcId = vpc.Id,
            PublicSubnetIds = publicSubnets.SubnetIds,
            PrivateSubnetIds = privateSubnets.SubnetIds,
            Plan = new()
            {
                Subnets = plan,
                Ipv6 = args.Ipv6,
                Egress = args.Egress,
            },
        }, Child);
        _ = new FlowLogs($"{name}-flow-logs", new()
        {
            Account = args.Account,
            VpcId = vpc.Id,
            RetentionDays = args.LogRetentionDays,
            PermissionsBoundaryArn = args.PermissionsBoundaryArn,
        }, Child);

        VpcId = vpc.Id;
        PublicSubnetIds = [.. zones.Select(zone => publicSubnets.SubnetIds[zone])];
        PrivateSubnetIds = [.. zones.Select(zone => privateSubnets.SubnetIds[zone])];
        S3PrefixListId = s3.PrefixListId;
        RegisterOutputs(new Dictionary<string, object?>
        {
            ["vpcId"] = VpcId,
            ["publicSubnetIds"] = Output.All(PublicSubnetIds),
            ["privateSubnetIds"] = Output.All(PrivateSubnetIds),
            ["s3PrefixListId"] = S3PrefixListId,
        });
    }

    /// <summary>For security groups and target groups of the components inside.</summary>
    public Output<string> VpcId { get; }

    /// <summary>The load balancer's subnets, in the order of their zones' letters; see <see cref="PublicSubnets.SubnetIds"/>.</summary>
    public IReadOnlyList<Output<string>> PublicSubnetIds { get; }

    /// <summary>The servers' subnets, in the order of their zones' letters; see <see cref="PrivateSubnets.SubnetIds"/>.</summary>
    public IReadOnlyList<Output<string>> PrivateSubnetIds { get; }

    /// <summary>S3's addresses in this region, for security group rules.</summary>
    public Output<string> S3PrefixListId { get; }

    private ComponentResourceOptions Child => new() { Parent = this };

    private Ec2.Vpc Vpc(NetworkArgs args) => new($"{_name}-vpc", new()
    {
        CidrBlock = args.VpcCidr,
        // Also where nothing uses it: AWS refuses to take the block back as long as a subnet has a part of it, and the provider takes it
        // from the VPC first (https://github.com/hashicorp/terraform-provider-aws/issues/40791). It costs nothing.
        AssignGeneratedIpv6CidrBlock = true,
        // Endpoints are found by DNS, and interface endpoints by private names, which need both.
        EnableDnsSupport = true,
        EnableDnsHostnames = true,
    }, new() { Parent = this });

    // AWS lets members of a VPC's default group talk to each other and to everybody. It can't be deleted; adopted with no rules it
    // loses those it has.
    private void EmptyDefaultSecurityGroup(Ec2.Vpc vpc) =>
        _ = new Ec2.DefaultSecurityGroup($"{_name}-default-group", new() { VpcId = vpc.Id }, new() { Parent = this });

    // Made for every choice of egress: it costs nothing, and keeps S3's traffic off the NAT gateways' bill.
    private Ec2.VpcEndpoint S3Endpoint(Ec2.Vpc vpc, PrivateSubnets subnets, NetworkArgs args) => new($"{_name}-s3", new()
    {
        VpcId = vpc.Id,
        VpcEndpointType = "Gateway",
        ServiceName = $"com.amazonaws.{args.Account.Region}.s3",
        RouteTableIds = subnets.RouteTableIds.ToList(),
        Policy = S3EndpointPolicy.Json(args.Account, args.SiteBucketArn),
    }, new() { Parent = this });
}
