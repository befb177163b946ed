using static Infra.Cli.Tests.Checks.Edits;

namespace Infra.Cli.Tests.Checks;

/// <summary>Several things of which one is the right one, and right things by another way.</summary>
internal static partial class MendingCases
{
    private static IEnumerable<ControlCase> Several =>
    [
        new("dns-alias", "two load balancers", stack => stack.Twice("web-alb")),
        new("way-forward", "two target groups", stack => stack.Twice(Targets)),
        new("way-acl-in", "from a group, to a port of its own", stack => stack.Add(
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
            ("securityGroupId", stack.Named("access-load-balancer").Id!), ("ipProtocol", "tcp"), ("fromPort", 8443d), ("toPort", 8443d),
            ("referencedSecurityGroupId", stack.Named("access-server").Id!))),
        new("exit-open", "to everywhere", stack => stack
            .Set("access-server-to-s3", "prefixListId", null).Set("access-server-to-s3", "cidrIpv4", "0.0.0.0/0")),
        new("exit-nat-acl", "in no subnet", stack => stack.Without("net-acls-public-in-nat").Set("net-public-nat-a", "subnetId", null))
            { Stack = RecordedStacks.Nat },
        new("group-launch-template", "of several types", stack => stack
            .Set(Group, "launchTemplate", null).Set(Group, "mixedInstancesPolicy", Map(("launchTemplate", Map())))),
        new("dashboard-own", "the certificate and the firewall", stack => stack.Replace(
            "watch-dashboard", "dashboardBody", "\"RequestCount\",",
            $"\"RequestCount\",\"CertificateArn\",\"{stack.Named("cert-issued").Output("arn")}\","
            + $"\"WebACL\",\"{stack.Named("waf-acl").Output("name")}\",")),
        new("dashboard-own", "a metric of a zone", stack => stack.Replace(
            "watch-dashboard", "dashboardBody", "\"RequestCount\",", "\"RequestCount\",\"AvailabilityZone\",\"eu-west-1a\",")),
        new("dashboard-own", "one of two load balancers", stack => stack.Twice("web-alb")),
        new("web-listens", "a target group of no servers", stack => stack.Twice(Targets).Set($"{Targets}-2", "port", 8443d)),
        new("web-site", "a second folder", stack => stack.Rewritten(
            "root /usr/share/nginx/site;", "root /usr/share/nginx/site;\n        location /more { root /usr/share/nginx/more; }")),
        new("load-metric", "two groups", stack => stack.Twice(Group)),
        new("load-starts-soon", "the longest grace of two target groups", stack => stack
            .Twice(Targets).Set($"{Targets}-2", "healthCheck.interval", 5d)
            .Set(Group, "healthCheckGracePeriod", 1200 + (stack.Named(Targets).Number("healthCheck.interval")!
                * stack.Named(Targets).Number("healthCheck.healthyThreshold")!))),
        new("inputs-not-empty", "no rules of the default group", stack =>
            stack.Set("net-default-group", "ingress", List()).Set("net-default-group", "egress", List())),
    ];
}
