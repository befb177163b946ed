using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Diagram.Facts;

/// <summary>Reads the load balancer, its listeners, target group and certificate.</summary>
internal static class LoadBalancerReader
{
    public static LoadBalancer Read(ResourceGraph graph, ResourceNode node)
    {
        var listeners = graph.OfType(TypeToken.Listener).ToList();
        var https = listeners.Single(listener => listener.Text("defaultActions.0.type") == "forward");
        var redirect = listeners.Single(listener => listener.Text("defaultActions.0.type") == "redirect");
        return new()
        {
            IsInternetFacing = !node.IsTrue("internal"),
            IsDualStack = node.Text("ipAddressType") == "dualstack",
            IsDeletionProtected = node.IsTrue("enableDeletionProtection"),
            Https = new(https.Need("protocol"), https.Need("port"), https.Need("sslPolicy")),
            Redirect = RedirectOf(redirect),
            TargetGroup = TargetGroupOf(graph.ByIdOrArn(https.Need("defaultActions.0.targetGroupArn"))!),
            Certificate = CertificateOf(graph, https.Need("certificateArn")),
        };
    }

    /// <summary>The blocks that the load balancer's security groups admit to a listener's port.</summary>
    public static IReadOnlyList<string> ClientCidrs(ResourceGraph graph, ResourceNode loadBalancer, string port)
    {
        var groups = loadBalancer.Texts("securityGroups");
        return
        [
            .. graph.OfType(TypeToken.SecurityGroupIngressRule)
                .Where(rule => groups.Contains(rule.Need("securityGroupId")) && rule.Text("fromPort") == port)
                .Select(rule => rule.Text("cidrIpv4") ?? rule.Need("cidrIpv6")),
        ];
    }

    private static Redirect RedirectOf(ResourceNode listener)
    {
        const string Action = "defaultActions.0.redirect";
        return new(
            listener.Need("protocol"),
            listener.Need("port"),
            listener.Need($"{Action}.statusCode").Replace("HTTP_", "", StringComparison.Ordinal),
            listener.Need($"{Action}.protocol"),
            listener.Need($"{Action}.port"));
    }

    private static TargetGroup TargetGroupOf(ResourceNode group) => new(group.Need("protocol"), group.Need("port"), new(
        group.Need("healthCheck.protocol"),
        group.Need("healthCheck.path"),
        group.Need("healthCheck.interval"),
        group.Need("healthCheck.healthyThreshold"),
        group.Need("healthCheck.unhealthyThreshold")));

    private static Certificate CertificateOf(ResourceGraph graph, string arn)
    {
        if (graph.ByIdOrArn(arn) is not { } certificate)
            return new(CertificateOrigin.Existing, null);

        return certificate.Dependencies.Any(urn => graph[urn].Kind == "SelfSignedCert")
            ? new(CertificateOrigin.SelfSigned, null)
            : new(CertificateOrigin.Issued, certificate.Need("domainName"));
    }
}
