using static Infra.Cli.Tests.Checks.Edits;

namespace Infra.Cli.Tests.Checks;

internal static partial class BreakingCases
{
    private static ControlCase[] Sound =>
    [
        new("sound-on-internet", "internal", stack => stack.Set("web-alb", "internal", true)),
        new("sound-on-internet", "no IPv6", stack => stack.Set("net-public-a", "ipv6CidrBlock", null)),
        new("sound-zones", "one short", stack => stack.Set(Group, "vpcZoneIdentifiers.0", null)),
        new("sound-acl-subnets", "none", stack => stack.Without("net-acls-private-a")),
        new("sound-acl-rules", "a number twice", stack => stack.Set("net-acls-public-in-too-big", "ruleNumber", 110d)),
        new("sound-acl-rules", "another's", stack => stack.Set("net-acls-public-in-too-big", "networkAclId", "acl-0"))
            { Also = ["acl-path-mtu"] },
        new("sound-acl-rules", "wider", stack => stack.Set("net-acls-public-in-https", "fromPort", 442d)),
        new("sound-group-rules", "wider", stack => stack.Set("access-server-to-s3", "toPort", 444d)),
        new("sound-roll", "ends early", stack => stack.Set(Group, "instanceRefresh.preferences.checkpointPercentages", List(33d, 66d))),
        new("sound-roll", "goes back", stack =>
            stack.Set(Group, "instanceRefresh.preferences.checkpointPercentages", List(66d, 33d, 100d))),
        new("sound-roll", "stays", stack =>
            stack.Set(Group, "instanceRefresh.preferences.checkpointPercentages", List(33d, 33d, 100d))),
        new("sound-roll", "no number", stack =>
            stack.Set(Group, "instanceRefresh.preferences.checkpointPercentages", List("all"))),
        new("sound-endpoint", "another region", stack =>
            stack.Set("endpoints-ssmmessages", "serviceName", "com.amazonaws.eu-west-2.ssmmessages"))
            { Also = ["endpoint-ssm"] },
    ];
}
