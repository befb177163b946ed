using Infra.Cli.Plan.Graph;
using static Infra.Cli.Tests.Checks.Edits;

namespace Infra.Cli.Tests.Checks;

/// <summary>The right thing said in another way than the program says it.</summary>
internal static partial class MendingCases
{
    private const string OfThisAccount = "\"StringEquals\":{\"aws:SourceAccount\":\"123456789012\"}";
    private const string OfAlarms = ",\"ArnLike\":{\"aws:SourceArn\":\"arn:aws:cloudwatch:eu-west-1:123456789012:alarm:*\"}";

    private static IEnumerable<ControlCase> Ways => [.. WaysIn, .. WaysOut, .. WaysOfServers, .. WaysOfPolicies, .. WaysOfGrants];

    private static IEnumerable<ControlCase> WaysIn =>
    [
        new("way-admits-visitors", "of two lists, by IPv6 as well", stack => stack.Set("web-alb", "ipAddressType", "dualstack"))
        {
            Stack = () => Graphs.Of(
                "prod", "allowedCidrs=[]", "allowedPrefixLists=[\"pl-0123456789abcdef0\",\"pl-0123456789abcdef1\"]", "ipv6=false"),
        },
        new("way-certificate", "the site as a further name", stack => stack
            .Set("cert-issued", "domainName", "example.net")
            .Set("cert-issued", "subjectAlternativeNames", List(stack.Named("alias-ipv4").Text("name")!))),
        new("sound-on-internet", "IPv4 alone, in subnets without IPv6", stack =>
            stack.Set("web-alb", "ipAddressType", "ipv4").Set("net-public-a", "ipv6CidrBlock", null)),
        new("sound-acl-subnets", "by the list of one of two ACLs", stack => stack
            .Without(node => node.Type == TypeToken.NetworkAclAssociation)
            .Set("net-acls-public", "subnetIds", List([.. stack.OfType(TypeToken.Subnet).Select(subnet => subnet.Id!)]))),
        new("hop-security-groups", "no servers yet", stack => stack.Set(Group, "targetGroupArns", List("arn:a"))),
        new("hop-rule-owned", "an empty list beside the group", stack =>
            stack.Set("access-server-from-load-balancer-443", "prefixListId", "")),
    ];

    private static IEnumerable<ControlCase> WaysOut =>
    [
        new("exit-endpoint", "let out to everywhere", stack => stack
            .Set("access-server-to-endpoint", "referencedSecurityGroupId", null)
            .Set("access-server-to-endpoint", "cidrIpv4", "0.0.0.0/0")),
        new("exit-endpoint-own", "of no service", stack => stack.Set("endpoints-ssm", "serviceName", null)),
        new("settings-vpc", "no IPv6, for which nobody asks", stack => stack.Set("net-vpc", "assignGeneratedIpv6CidrBlock", null))
            { Stack = RecordedStacks.Closed },
        new("exit-nat", "by the address's other id", stack =>
        {
            var address = stack.ByIdOrArn(TypeToken.Eip, stack.Named("net-public-nat-a").Text("allocationId"))!;
            return stack
                .With(address.Name, node => node with { Outputs = node.Outputs.SetItem("allocationId", "eipalloc-other") })
                .Set("net-public-nat-a", "allocationId", "eipalloc-other");
        }) { Stack = RecordedStacks.Nat },
    ];

    private static IEnumerable<ControlCase> WaysOfServers =>
    [
        .. from part in new[] { "arn", "name" }
           select new ControlCase("delivery-used", $"a profile by its {part}", stack => stack.Set(
               Template, "iamInstanceProfile", Map((part, stack.Named("fleet-identity-profile").Output(part)!)))),
        .. from cipher in new[]
           {
               "TLS_AES_128_GCM_SHA256", "TLS_CHACHA20_POLY1305_SHA256", "ECDHE-RSA-AES256-GCM-SHA384", "ECDHE-RSA-CHACHA20-POLY1305",
           }
           select new ControlCase("web-tls-ciphers", cipher, stack => stack.Rewritten("ssl_ciphers ", $"ssl_ciphers {cipher}:")),
        new("web-outlives-load-balancer", "both by default", stack =>
            stack.Rewritten("keepalive_timeout 75s;", "").Set("web-alb", "idleTimeout", null)),
        new("web-health", "by an application alone", stack => stack) { Stack = RecordedStacks.ApplicationAlone },
        new("alarms-complete", "all points, by default", stack => stack.Set("watch-no-healthy-server", "datapointsToAlarm", null)),
        new("alarms-complete", "settings that this program does not take", stack => stack.WithSetting("minServers", "many")),
        new("group-attached", "to servers without an interface", stack => stack
            .Set(Template, "networkInterfaces", null)
            .Set(Template, "vpcSecurityGroupIds", List(stack.Named("access-server").Id!))),
        new("hop-template", "the second version", stack => stack
            .With(Template, template => template with { Outputs = template.Outputs.SetItem("latestVersion", 2d) })
            .Set(Group, "launchTemplate.version", "2")),
    ];

    private static IEnumerable<ControlCase> WaysOfPolicies =>
    [
        .. from test in new[] { "StringEquals", "StringLike" }
           select new ControlCase("policy-kms-scoped", $"what is decrypted, by {test}", stack => stack.Replace(
               "fleet-identity-policy", "policy", "\"Statement\":[",
               "\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"kms:Decrypt\",\"Resource\":\"*\",\"Condition\":{\"" + test
               + "\":{\"kms:EncryptionContext:PARAMETER_ARN\":\"arn:aws:ssm:eu-west-1:123456789012:parameter/a\"}}},")),
        .. from test in new[]
           {
               ("aws:PrincipalAccount", "123456789012"), ("aws:PrincipalArn", "arn:aws:iam::123456789012:role/a"),
               ("aws:SourceAccount", "123456789012"), ("aws:SourceArn", "arn:aws:sns:eu-west-1:123456789012:a"),
               ("aws:SourceOwner", "123456789012"), ("aws:PrincipalOrgID", "o-abcd1234"), ("aws:SourceIp", "203.0.113.0/24"),
               ("aws:SourceOrgID", "o-abcd1234"), ("aws:SourceVpc", "vpc-0"), ("aws:SourceVpce", "vpce-0"),
               ("kms:CallerAccount", "123456789012"),
           }
           select new ControlCase("key-not-public", $"for one {test.Item1}", stack => stack.WithKeyForAnyone(
               $"\"StringEquals\":{{\"{test.Item1}\":\"{test.Item2}\"}}")),
    ];

    private static IEnumerable<ControlCase> WaysOfGrants =>
    [
        new("grant-load-balancer-logs", "below an empty prefix", stack => stack.Set("web-alb", "accessLogs.prefix", "")),
        new("grant-bucket-logs", "for the bucket alone", stack => stack.Replace(
            "logs-storage-policy", "policy", OfThisAccount,
            $"{OfThisAccount},\"ArnEquals\":{{\"aws:SourceArn\":\"{stack.Named("site-storage-bucket").Output("arn")}\"}}")),
        new("grant-alarms", "for alarms alone", stack => stack
            .Replace("alerts-policy", "policy", OfThisAccount, OfThisAccount + OfAlarms)
            .Replace("alerts-key", "policy", OfThisAccount, OfThisAccount + OfAlarms)),
        new("grant-alarms", "the key for Auto Scaling's role outright", stack => stack.Replace(
            "alerts-key", "policy", "\"Sid\":\"LetAutoScalingPublish\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"*\"}",
            "\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:aws:iam::123456789012:role/aws-service-role/"
            + "autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling\"}")),
    ];
}
