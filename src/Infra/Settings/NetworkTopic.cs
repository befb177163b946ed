using System.Globalization;
using Infra.Networking;
using Infra.Settings.Kinds;
using Infra.Settings.Reading;

namespace Infra.Settings;

internal static class NetworkTopic
{
    public static SettingArea Area { get; } = new("Network");

    public static TextListSetting Zones { get; } = Area.Add(new TextListSetting
    {
        Key = "zones",
        MinimumCount = 2,
        MaximumCount = 6,
        Items = "Availability Zones of the stack's region, letters a to h, each once",
        MendOfItem = text => TextForms.IsZone(text) ? null : "write the region and one letter, such as eu-west-1a; local zones won't do",
        Example = """["eu-west-1a","eu-west-1b","eu-west-1c"]""",
        MendOfCount = "name 2, which is the least that a load balancer takes, or up to 6",
        Effect = "Where load balancer and servers stand. With egress nat the first one has the gateway.",
        WhenChanged = new()
        {
            RollsServers = true,
            Interrupts = "requests to servers of a zone that goes, until they are replaced",
        },
    });

    public static TextSetting VpcCidr { get; } = Area.Add(new TextSetting
    {
        Key = "vpcCidr",
        Default = "10.0.0.0/16",
        Form = "a private IPv4 block from /16 to /23 in 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10",
        MendOf = CidrBlock.MendOfVpc,
        Example = "10.20.0.0/16",
        // AWS moves neither a load balancer nor a group to another VPC, and the provider tries to:
        // https://github.com/pulumi/pulumi-aws/issues/1382.
        Effect = "The network's addresses, cut into 16 equal subnets, for which a load balancer needs /27 or more. Never change it in a "
            + "live stack: destroy that and create it anew.",
        WhenChanged = LiveChange.NewStack,
    });

    public static ChoiceSetting<Egress> Egress { get; } = Area.Add(new ChoiceSetting<Egress>
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
        Effect = "What servers reach beyond S3: nothing; Session Manager; the internet by one NAT gateway; the same by one in each zone. "
            + "An application's output goes to CloudWatch from all but the first, and servers roll for that.",
        WhenChanged = new()
        {
            RollsServers = true,
            Interrupts = "sessions and what servers ask of the internet, when their endpoints or gateways go",
        },
    });

    public static BooleanSetting Ipv6 { get; } = Area.Add(new BooleanSetting
    {
        Key = "ipv6",
        Default = "false",
        Effect = "Lets the load balancer answer over IPv6 as well; the servers stay on IPv4. Needs an IPv6 block in allowedCidrs.",
        WhenChanged = new() { Interrupts = "visitors over IPv6, when it is turned off" },
    });

    public static TextListSetting AllowedCidrs { get; } = Area.Add(new TextListSetting
    {
        Key = "allowedCidrs",
        Default = """["0.0.0.0/0"]""",
        MinimumCount = 0,
        // Two rules each, and while all are exchanged both the former and the new ones: 48 of the 60 that AWS lets a group have.
        MaximumCount = 12,
        Items = "IPv4 or IPv6 blocks, none inside another",
        MendOfItem = CidrBlock.MendOf,
        Example = """["203.0.113.0/24"]""",
        MendOfCount = "name at most 12 blocks, or put them into a prefix list; 0.0.0.0/0 is everyone",
        Effect = "Who may connect to the load balancer. The default is everyone, on IPv4; with ipv6 add ::/0 to mean everyone.",
        WhenChanged = LiveChange.InPlace,
    });

    public static TextListSetting AllowedPrefixLists { get; } = Area.Add(new TextListSetting
    {
        Key = "allowedPrefixLists",
        Default = "[]",
        MinimumCount = 0,
        MaximumCount = 4,
        Items = $"prefix lists, by id or as {PrefixListName.CloudFront} or {PrefixListName.CloudFrontIPv6}",
        MendOfItem = list => PrefixListName.IsId(list) || PrefixListName.IsCloudFront(list) ? null : "write it like pl-0123456789abcdef0",
        Example = $"""["{PrefixListName.CloudFront}"]""",
        MendOfCount = "name at most 4; AWS counts each as up to 60 rules of the 60 that a security group takes",
        Effect = "Who else may connect, by HTTPS alone: the content delivery network in front, or a team's own list. With allowedCidrs [] "
            + "nobody but them.",
        WhenChanged = LiveChange.InPlace,
    });

    public static NetworkSettings Read(SettingsReader reader) => new()
    {
        Zones = reader.Value(Zones),
        VpcCidr = reader.Value(VpcCidr),
        Egress = reader.Value(Egress),
        Ipv6 = reader.Value(Ipv6),
        AllowedCidrs = reader.Value(AllowedCidrs),
        AllowedPrefixLists = reader.Value(AllowedPrefixLists),
    };

    public static void Check(StackSettings settings, ProblemList problems)
    {
        CheckZones(settings, problems);
        CheckSomebodyAllowed(settings.Network, problems);
        CheckPrefixLists(settings.Network, problems);
        CheckFamilies(settings.Network, problems);
        CheckOverlaps(settings.Network, problems);
    }

    private static void CheckZones(StackSettings settings, ProblemList problems)
    {
        if (!problems.AreRead(Zones) || !TextForms.IsRegion(settings.Region))
            return;

        foreach (var zone in settings.Network.Zones.Where(zone => zone[..^1] != settings.Region))
            problems.Add(Zones, $"must be in the region of aws:region ({settings.Region})", zone, $"write {settings.Region}{zone[^1]}");
    }

    private static void CheckSomebodyAllowed(NetworkSettings network, ProblemList problems)
    {
        if (problems.AreRead(AllowedCidrs, AllowedPrefixLists) && network.AllowedCidrs.Count + network.AllowedPrefixLists.Count == 0)
        {
            problems.Add(AllowedCidrs, $"must hold a block while {problems.NameOf(AllowedPrefixLists)} is empty", "[]",
                "name those who may connect; 0.0.0.0/0 is everyone");
        }
    }

    private static void CheckPrefixLists(NetworkSettings network, ProblemList problems)
    {
        if (!problems.AreRead(AllowedCidrs, AllowedPrefixLists, Ipv6) || network.AllowedPrefixLists.Count == 0)
            return;

        var lists = problems.NameOf(AllowedPrefixLists);
        if (network.AllowedCidrs.Where(block => block.EndsWith("/0", StringComparison.Ordinal)).ToArray() is { Length: > 0 } everyone)
        {
            problems.Add(AllowedCidrs, $"must not hold everyone while {lists} names some", string.Join(" and ", everyone),
                $"write [], or remove {lists}");
        }

        if (!network.Ipv6 && network.AllowedPrefixLists.Contains(PrefixListName.CloudFrontIPv6))
        {
            problems.Add(AllowedPrefixLists, $"must hold no IPv6 list while {problems.NameOf(Ipv6)} is false",
                PrefixListName.CloudFrontIPv6, $"set {problems.NameOf(Ipv6)} to true, or remove the list");
        }

        var weight = (SecurityGroups.RulesOfABlock * network.AllowedCidrs.Count)
            + (PrefixListName.CloudFrontWeight * network.AllowedPrefixLists.Count(PrefixListName.IsCloudFront));
        if (weight > SecurityGroups.InboundRules)
        {
            problems.Add(AllowedPrefixLists,
                $"must weigh at most {SecurityGroups.InboundRules} together with {problems.NameOf(AllowedCidrs)}, by AWS's quota of rules",
                string.Create(CultureInfo.InvariantCulture, $"{weight}"),
                $"a block weighs {SecurityGroups.RulesOfABlock}, a list of CloudFront {PrefixListName.CloudFrontWeight}: name fewer");
        }
    }

    // Either contradiction would deploy and then turn somebody away: an address nobody may use, or a block without an address to go to.
    private static void CheckFamilies(NetworkSettings network, ProblemList problems)
    {
        if (!problems.AreRead(AllowedCidrs, AllowedPrefixLists, Ipv6))
            return;

        var ipv6 = problems.NameOf(Ipv6);
        var blocks = network.AllowedCidrs.Where(AddressBlocks.IsIPv6).ToArray();
        // What family a list by id is of, its id does not say.
        var mayHaveIPv6 = network.AllowedPrefixLists.Any(list => list != PrefixListName.CloudFront);
        if (network.Ipv6 && blocks.Length == 0 && !mayHaveIPv6)
        {
            problems.Add(AllowedCidrs, $"must hold an IPv6 block when {ipv6} is true", Shown(network.AllowedCidrs),
                $"add ::/0 for everyone, or set {ipv6} to false");
        }

        if (!network.Ipv6 && blocks.Length > 0)
        {
            problems.Add(AllowedCidrs, $"must hold no IPv6 block while {ipv6} is false", string.Join(" and ", blocks),
                $"set {ipv6} to true, or remove what is IPv6");
        }
    }

    private static string Shown(IReadOnlyList<string> blocks) => blocks.Count == 0 ? "[]" : string.Join(" and ", blocks);

    private static void CheckOverlaps(NetworkSettings network, ProblemList problems)
    {
        if (!problems.AreRead(AllowedCidrs))
            return;

        foreach (var (index, block) in network.AllowedCidrs.Index())
        {
            foreach (var other in network.AllowedCidrs.Skip(index + 1).Where(other => CidrBlock.Overlap(block, other)))
                problems.Add(AllowedCidrs, "must hold no block inside another", $"{block} and {other}", "keep the wider of the two");
        }
    }
}

/// <summary>Where the stack stands, and who reaches it.</summary>
public sealed record NetworkSettings
{
    /// <summary>2 to 6 Availability Zones of the stack's region, each once. Required; the first has the gateway of <c>nat</c>.</summary>
    public required IReadOnlyList<string> Zones { get; init; }

    /// <summary>The network's IPv4 block, private, /16 to /23. <c>10.0.0.0/16</c> by default.</summary>
    public required string VpcCidr { get; init; }

    /// <summary>What servers reach beyond S3. By default nothing.</summary>
    public required Egress Egress { get; init; }

    /// <summary>Whether the load balancer answers over IPv6 as well. By default it does not.</summary>
    public required bool Ipv6 { get; init; }

    /// <summary>
    /// Up to 12 blocks, none inside another, from which clients may connect. By default every IPv4 address; IPv6 blocks only when
    /// <see cref="Ipv6"/> is on.
    /// </summary>
    public required IReadOnlyList<string> AllowedCidrs { get; init; }

    /// <summary>
    /// Up to 4 prefix lists, by id or by the name of one of CloudFront's, from which clients may connect by HTTPS. By default none; then
    /// <see cref="AllowedCidrs"/> has a block.
    /// </summary>
    public required IReadOnlyList<string> AllowedPrefixLists { get; init; }
}
