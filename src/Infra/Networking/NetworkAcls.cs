using Pulumi;
using Ec2 = Pulumi.Aws.Ec2;

namespace Infra.Networking;

/// <summary>A network ACL for each tier: a second guard behind the security groups, at the subnets' edges.</summary>
internal sealed class NetworkAcls : ComponentResource
{
    // The only ICMP messages that we admit: "fragmentation needed" of IPv4, and "packet too big" of IPv6, which has no codes.
    private static readonly (int Type, int Code) FragmentationNeeded = (3, 4);
    private static readonly (int Type, int Code) PacketTooBig = (2, 0);

    private readonly Input<string> _vpcId;

    /// <summary>Makes both ACLs, their rules, and their associations with the subnets.</summary>
    public NetworkAcls(string name, NetworkAclsArgs args, ComponentResourceOptions? options = null)
        : base("infra:networking:NetworkAcls", name, options)
    {
        _vpcId = args.VpcId;
        Guard($"{name}-public", args.PublicSubnetIds, args.Plan.Public);
        Guard($"{name}-private", args.PrivateSubnetIds, args.Plan.Private);
        RegisterOutputs();
    }

    private void Guard(string name, IReadOnlyDictionary<AvailabilityZone, Output<string>> subnetIds, IReadOnlyList<NetworkAclEntry> entries)
    {
        var acl = new Ec2.NetworkAcl(name, new() { VpcId = _vpcId }, new() { Parent = this });
        var rules = entries.Select(entry => Rule(name, acl, entry)).ToList<Resource>();
        foreach (var (zone, subnetId) in subnetIds)
        {
            _ = new Ec2.NetworkAclAssociation(
                $"{name}-{zone.Letter}",
                new() { NetworkAclId = acl.Id, SubnetId = subnetId },
                // An ACL denies what it has no rule for yet, so subnets join when it is complete.
                new() { Parent = this, DependsOn = { rules } });
        }
    }

    private Ec2.NetworkAclRule Rule(string name, Ec2.NetworkAcl acl, NetworkAclEntry entry)
    {
        var isIPv6 = AddressBlocks.IsIPv6(entry.Block);
        var rule = new Ec2.NetworkAclRuleArgs
        {
            NetworkAclId = acl.Id,
            RuleNumber = entry.Number,
            RuleAction = "allow",
            Egress = entry.IsEgress,
            Protocol = entry.Protocol,
        };
        if (isIPv6)
            rule.Ipv6CidrBlock = entry.Block;
        else
            rule.CidrBlock = entry.Block;

        if (entry.Ports is { } ports)
            (rule.FromPort, rule.ToPort) = (ports.From, ports.To);
        else
            (rule.IcmpType, rule.IcmpCode) = isIPv6 ? PacketTooBig : FragmentationNeeded;

        // A rule can't be changed, and AWS refuses a second one of the same number.
        return new($"{name}-{entry.Name}", rule, new() { Parent = this, DeleteBeforeReplace = true });
    }
}
