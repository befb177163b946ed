using static Infra.Cli.Tests.Checks.Edits;

namespace Infra.Cli.Tests.Checks;

/// <summary>Several faults of which one is told, and one fault among what is right.</summary>
internal static partial class BreakingCases
{
    private static IEnumerable<ControlCase> Several =>
    [
        new("certificate-self-signed", "for neither use", stack =>
            stack.Set("cert-self-signed-cert", "allowedUses", List("key_encipherment"))) { Stack = RecordedStacks.Dev },
        new("certificate-no-wildcard", "both names", stack => stack
            .Set("cert-issued", "domainName", "*.example.com")
            .Set("cert-issued", "subjectAlternativeNames", List("*.example.net"))) { Also = ["way-certificate"] },
        new("way-listeners", "neither", stack => stack.Without("web-https").Without("web-http"))
            { Also = ["hop-attached", "hop-out-of-load-balancer", "load-metric"] },
        new("hop-attached", "no listener", stack => stack.Without("web-https"))
            { Also = ["way-listeners", "hop-out-of-load-balancer", "load-metric"] },
        .. from control in new[] { "hop-acl", "acl-both-ports" }
           select new ControlCase(control, "neither out nor in", stack =>
               stack.Without(ToServers).Without("net-acls-private-in-load-balancer-https"))
           {
               Also = [control == "hop-acl" ? "acl-both-ports" : "hop-acl"],
           },
        new("exit-nat-acl", "neither in nor out", stack => stack
            .Without("net-acls-public-in-nat")
            .Without(node => node.Kind == "NetworkAclRule" && node.Name.StartsWith("net-acls-public-") && node.IsTrue("egress")
                && node.Text("cidrBlock") == "0.0.0.0/0" && node.Number("fromPort") == 443))
        {
            Stack = async () => (await RecordedStacks.Nat()).Without("net-acls-public-in-https"),
        },
        new("exit-endpoint", "neither in nor out", stack =>
            stack.Without("net-acls-private-in-endpoints").Without("net-acls-private-out-endpoint-answers")),
        new("policy-scoped", "one parameter and all", stack => stack.Replace(
            ServerPolicy, "policy", "\"Statement\":[",
            "\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"ssm:GetParameter\","
            + "\"Resource\":[\"arn:aws:ssm:eu-west-1:123456789012:parameter/a\",\"*\"]},")),
        new("policy-kms-scoped", "one key and all", stack => stack.Replace(
            ServerPolicy, "policy", "\"Statement\":[",
            "\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"kms:Decrypt\","
            + "\"Resource\":[\"arn:aws:kms:eu-west-1:123456789012:key/a\",\"*\"]},")) { Also = ["policy-scoped"] },
        new("inputs-not-empty", "two", stack => stack.Set("net-vpc", "zones", "").Set("net-vpc", "instanceTenancy", "")),
        new("load-own-group", "none", stack => stack.Set("fleet-scaling-requests", "autoscalingGroupName", null))
            { Also = ["load-metric"] },
        new("server-ebs-optimized", "off, of no type", stack => stack
            .Set(Template, "ebsOptimized", "false").Set(Template, "instanceType", null)) { Also = ["server-image"] },
        new("alb-cross-zone", "off, of a gateway", stack => stack.Set("web-alb", "loadBalancerType", "gateway"))
            { Also = ["sound-on-internet"] },
    ];
}
