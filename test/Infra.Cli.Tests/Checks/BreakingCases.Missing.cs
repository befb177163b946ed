using static Infra.Cli.Tests.Checks.Edits;

namespace Infra.Cli.Tests.Checks;

/// <summary>What a control looks for first is not there, or belongs to another; and policies for more than they look.</summary>
internal static partial class BreakingCases
{
    private static IEnumerable<ControlCase> Missing => [.. MissingOnTheWay, .. MissingInTheScript, .. LooseGrants];

    private static IEnumerable<ControlCase> MissingOnTheWay =>
    [
        new("zones-servers", "none of the stack's", stack => stack.Set(Group, "vpcZoneIdentifiers", List("subnet-0")))
            { Also = ["sound-zones", "hop-template"] },
        new("settings-zones", "no subnet", stack => stack.Set(Group, "vpcZoneIdentifiers", List()))
            { Also = ["zones-servers", "sound-zones", "hop-template"] },
        new("settings-zones", "a subnet of another", stack => stack.Set(Group, "vpcZoneIdentifiers.2", "subnet-0"))
            { Also = ["sound-zones", "hop-template"] },
        new("exit-s3-route", "a gateway of another service", stack =>
            stack.Set("net-s3", "serviceName", "com.amazonaws.eu-west-1.dynamodb")) { Also = ["endpoint-s3-gateway", "exit-open"] },
        new("exit-nat", "an address of another", stack => stack.Set("net-public-nat-a", "allocationId", "eipalloc-0"))
            { Stack = RecordedStacks.Nat, Also = ["eip-used"] },
        new("exit-endpoint", "no subnet, and no servers", stack => stack.Set("endpoints-ssm", "subnetIds", List()))
            { Stack = async () => (await RecordedStacks.Prod()).Without(Group) },
    ];

    private static IEnumerable<ControlCase> MissingInTheScript =>
    [
        new("web-site", "no key", stack => stack.Rewritten("\nsite_key='", "\nold_key='")),
        new("web-site", "no folder", stack => stack.Rewritten("root /usr/share/nginx/site;", "")),
        new("web-application", "no port", stack => stack.Rewritten("server 127.0.0.1:8080;", "")) { Stack = RecordedStacks.Application },
        new("web-health", "no path", stack => stack.Set(Targets, "healthCheck.path", null)) { Also = ["health-check-path"] },
        new("web-health", "no answer", stack =>
            stack.Rewritten("default_type text/plain;\n            return 200", "default_type text/plain;\n            echo")),
        new("web-health", "no answer by the application", stack => stack.Rewritten(
            "location = \"/health\" {\n            error_page 418 = @application;", "location = \"/health\" {"))
            { Stack = RecordedStacks.Application },
        new("web-health", "no request to the application", stack => stack.Rewritten(
            "error_page 418 = @application;\n            return 418;", "error_page 418 = @application;"))
            { Stack = RecordedStacks.Application },
    ];

    private static IEnumerable<ControlCase> LooseGrants =>
    [
        new("exit-s3-own", "each object of the account", stack =>
            stack.Replace("net-s3", "policy", "\"arn:aws:s3:::site-storage-bucket-9e805a0/*\"", "\"arn:aws:s3:::*/*\"")),
        new("grant-server-site", "no profile", stack => stack.Set(Template, "iamInstanceProfile", null))
            { Also = ["server-role", "server-session-manager", "delivery-used"] },
        new("grant-bucket-logs", "for another bucket", stack => stack.Replace(
            LogsPolicy, "policy", OfThisAccount, $"{OfThisAccount},\"ArnEquals\":{{\"aws:SourceArn\":\"arn:aws:s3:::other\"}}")),
        new("grant-alarms", "the topic for anybody's alarms", stack => stack.Replace(
            "alerts-policy", "policy", $",\"Condition\":{{{OfThisAccount}}}", "")) { Also = ["topic-not-public"] },
        new("grant-alarms", "the key for each role", stack => stack.Replace(
            "alerts-key", "policy", "\"ArnEquals\":{\"aws:PrincipalArn\":\"arn:aws:iam::123456789012:role/aws-service-role/"
            + "autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling\"}",
            "\"ArnLike\":{\"aws:PrincipalArn\":\"arn:aws:iam::123456789012:role/*\"}")),
    ];
}
