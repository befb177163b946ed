using Infra.Cli.Plan.Graph;
using Infra.Cli.Tests.Checks;

namespace Infra.Cli.Tests.Plan.Counted;

/// <summary>Plans with none, and with two, of each thing that commands speak of, as no setting would make them.</summary>
internal static class CountedPlans
{
    private static readonly Lazy<Task<ResourceGraph>> PerZone = new(() => Graphs.Of("dev", "egress=nat-per-zone"));

    public static async Task<IReadOnlyList<(string Name, ResourceGraph Plan)>> AllAsync()
    {
        var (dev, prod, nat) = (await RecordedStacks.Dev(), await RecordedStacks.Prod(), await PerZone.Value);
        return
        [
            ("one of each: dev", dev),
            ("one of each: prod", prod),
            ("one of each: dev with NAT gateways", nat),
            .. NoneAndTwo(dev, "load balancer", "web-alb"),
            ("two load balancers, each with its listeners", WithSecondLoadBalancer(dev)),
            .. NoneAndTwo(dev, "HTTP listener", "web-http", listener => With(listener, "port", 8080d)),
            .. NoneAndTwo(dev, "HTTPS listener", "web-https", listener => With(listener, "port", 8443d)),
            ("two HTTPS listeners of different policies", dev.Twice("web-https", listener =>
                With(With(listener, "port", 8443d), "sslPolicy", "ELBSecurityPolicy-2016-08"))),
            ("no listener", dev.Without("web-http").Without("web-https")),
            ("HTTP listener that forwards", dev.Set("web-http", "defaultActions", dev.Named("web-https").Find("defaultActions"))),
            ("HTTPS listener that answers itself", dev.Set(
                "web-https", "defaultActions", Edits.List(Edits.Map(("type", "fixed-response"))))),
            .. NoneAndTwo(dev, "target group", "web-servers"),
            ("two target groups, the group in both", dev.Twice("web-servers").Set("fleet-group", "targetGroupArns", Edits.List(
                dev.Named("web-servers").Output("arn")!, $"{dev.Named("web-servers").Output("arn")}-2"))),
            ("two target groups, requests to the one without servers", dev.Twice("web-servers").Set(
                "web-https", "defaultActions.0.targetGroupArn", $"{dev.Named("web-servers").Output("arn")}-2")),
            .. NoneAndTwo(dev, "imported certificate", "cert-self-signed-import"),
            .. NoneAndTwo(prod, "issued certificate", "cert-issued"),
            .. NoneAndTwo(dev, "Auto Scaling group", "fleet-group"),
            .. NoneAndTwo(dev, "launch template", "fleet-launch-template"),
            .. NoneAndTwo(dev, "scaling policy", "fleet-scaling-cpu"),
            ("scaling policy of another kind", dev.Set("fleet-scaling-cpu", "targetTrackingConfiguration", null)),
            ("scaling policy for another metric", dev.Set(
                "fleet-scaling-cpu",
                "targetTrackingConfiguration.predefinedMetricSpecification.predefinedMetricType",
                "ASGAverageNetworkIn")),
            .. NoneAndTwo(dev, "object of the site", "site-bundle"),
            .. NoneAndTwo(dev, "VPC", "net-vpc"),
            .. NoneAndTwo(dev, "public subnet of a zone", "net-public-a"),
            .. NoneAndTwo(dev, "private subnet of a zone", "net-private-a"),
            .. NoneAndTwo(dev, "route table of a subnet", "net-private-a-association"),
            .. NoneAndTwo(dev, "internet gateway", "net-public-internet"),
            .. NoneAndTwo(dev, "gateway endpoint", "net-s3"),
            .. NoneAndTwo(prod, "interface endpoint", "endpoints-ssm"),
            .. NoneAndTwo(nat, "NAT gateway of a zone", nat.OfType(TypeToken.NatGateway).First().Name),
            .. NoneAndTwo(nat, "address of a NAT gateway", nat.OfType(TypeToken.Eip).First().Name),
            .. NoneAndTwo(dev, "flow log", "net-flow-logs-log"),
            .. NoneAndTwo(dev, "log group", "net-flow-logs-group"),
            .. NoneAndTwo(prod, "web ACL", "waf-acl"),
            .. NoneAndTwo(prod, "web ACL's load balancer", "waf-association"),
            .. NoneAndTwo(prod, "web ACL's log", "waf-logging"),
            .. NoneAndTwo(dev, "log bucket", "logs-storage-bucket"),
            .. NoneAndTwo(dev, "lifecycle of the log bucket", "logs-storage-lifecycle"),
            ("load balancer without logs", dev
                .Set("web-alb", "accessLogs", null).Set("web-alb", "connectionLogs", null).Set("web-alb", "healthCheckLogs", null)),
            .. NoneAndTwo(prod, "alias of the load balancer", "alias-ipv4"),
            .. NoneAndTwo(dev, "topic", "alerts-topic"),
            .. NoneAndTwo(prod, "e-mail", "alerts-email"),
            .. NoneAndTwo(dev, "KMS key", "alerts-key"),
            .. NoneAndTwo(dev, "alarm", "watch-no-healthy-server"),
            .. NoneAndTwo(dev, "dashboard", "watch-dashboard"),
            .. NoneAndTwo(dev, "role", "fleet-identity-role"),
            ("a type that nobody knows", dev.Add("aws:rds/instance:Instance")),
            ("nothing but the stack", dev.Without(node => node != dev.Stack)),
        ];
    }

    private static IEnumerable<(string Name, ResourceGraph Plan)> NoneAndTwo(
        ResourceGraph plan, string thing, string name, Func<ResourceNode, ResourceNode>? second = null) =>
        [($"none: {thing} of {plan.StackName}", plan.Without(name)), ($"two: {thing} of {plan.StackName}", plan.Twice(name, second))];

    private static ResourceGraph WithSecondLoadBalancer(ResourceGraph plan)
    {
        var arn = $"{plan.Named("web-alb").Output("arn")}-2";
        return plan.Twice("web-alb")
            .Twice("web-http", listener => With(listener, "loadBalancerArn", arn))
            .Twice("web-https", listener => With(listener, "loadBalancerArn", arn));
    }

    private static ResourceNode With(ResourceNode node, string input, object value) =>
        node with { Inputs = node.Inputs.SetItem(input, value) };
}
