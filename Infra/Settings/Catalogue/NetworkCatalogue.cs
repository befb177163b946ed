using Infra.Networking;

namespace Infra.Settings.Catalogue;

internal static class NetworkCatalogue
{
    public static TextListSetting Zones { get; } = new()
    {
        Key = "zones",
        MinimumCount = 2,
        MaximumCount = 6,
        Items = "Availability Zones of the stack's region, letters a to h, each once",
        MendOfItem = text => TextForms.IsZone(text) ? null : "write the region and one letter, such as eu-west-1a; local zones won't do",
        MendOfCount = "name 2, which is the least that a load balancer takes, or up to 6",
        Effect = "Where load balancer and servers stand. A zone added at the end moves nothing; with egress nat the first has the gateway.",
    };

    public static TextSetting VpcCidr { get; } = new()
    {
        Key = "vpcCidr",
        Default = "10.0.0.0/16",
        Form = "a private IPv4 block from /16 to /23 in 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10",
        MendOf = CidrBlock.MendOfVpc,
        Effect = "The network's addresses, cut into 16 equal subnets, for which a load balancer needs /27 or more. A change replaces all.",
    };

    public static ChoiceSetting<Egress> Egress { get; } = new()
    {
        Key = "egress",
        Default = "none",
        Choices =
        [
            ("none", Networking.Egress.None),
            ("endpoints", Networking.Egress.Endpoints),
            ("nat", Networking.Egress.Nat),
            ("nat-per-zone", Networking.Egress.NatPerZone),
        ],
        Effect = "What servers reach beyond S3: nothing; Session Manager; the internet by one NAT gateway; the same by one in each zone.",
    };

    public static BooleanSetting Ipv6 { get; } = new()
    {
        Key = "ipv6",
        Default = "false",
        Effect = "Lets the load balancer answer over IPv6 as well; the servers stay on IPv4. Needs an IPv6 block in allowedCidrs.",
    };

    public static TextListSetting AllowedCidrs { get; } = new()
    {
        Key = "allowedCidrs",
        Default = """["0.0.0.0/0"]""",
        MinimumCount = 1,
        MaximumCount = 6,
        Items = "IPv4 or IPv6 blocks, none inside another",
        MendOfItem = CidrBlock.MendOf,
        MendOfCount = "name at least one block and at most 6; 0.0.0.0/0 is everyone",
        Effect = "Who may connect to the load balancer. The default is everyone, on IPv4; with ipv6 add ::/0 to mean everyone.",
    };

    public static IReadOnlyList<SettingDefinition> All { get; } = [Zones, VpcCidr, Egress, Ipv6, AllowedCidrs];
}
