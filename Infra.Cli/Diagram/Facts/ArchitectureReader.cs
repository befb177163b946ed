using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Diagram.Facts;

/// <summary>Reads from a graph what a drawing shows.</summary>
internal static class ArchitectureReader
{
    public static Architecture Read(ResourceGraph graph)
    {
        var node = graph.Only(TypeToken.LoadBalancer);
        var loadBalancer = LoadBalancerReader.Read(graph, node);
        return new()
        {
            ProjectName = graph.ProjectName,
            StackName = graph.StackName,
            Region = graph.Region,
            ClientCidrs = LoadBalancerReader.ClientCidrs(graph, node, loadBalancer.Https.Port),
            SiteName = SiteNameOf(graph, node),
            Firewall = FirewallReader.Read(graph, node),
            Vpc = VpcReader.Read(graph),
            LoadBalancer = loadBalancer,
            Fleet = FleetReader.Read(graph),
            Buckets = BucketsOf(graph, node),
            Alerts = AlertsOf(graph),
        };
    }

    private static SiteName? SiteNameOf(ResourceGraph graph, ResourceNode loadBalancer)
    {
        var records = graph.OfType(TypeToken.DnsRecord)
            .Where(record => record.Text("aliases.0.name") == loadBalancer.Output("dnsName"))
            .ToList();
        return records.Count == 0 ? null : new(records[0].Need("name"), [.. records.Select(record => record.Need("type"))]);
    }

    private static Buckets BucketsOf(ResourceGraph graph, ResourceNode loadBalancer)
    {
        var expiry = graph.OfType(TypeToken.BucketLifecycleConfiguration)
            .Where(lifecycle => lifecycle.Text("bucket") == loadBalancer.Text("accessLogs.bucket"))
            .Select(lifecycle => lifecycle.Days("rules.0.expiration.days"))
            .FirstOrDefault();
        return new(expiry, graph.Only(TypeToken.BucketObject).Need("key"));
    }

    private static Alerts AlertsOf(ResourceGraph graph)
    {
        var topic = graph.Only(TypeToken.Topic);
        var arn = topic.Output("arn")!;
        var alarms = graph.OfType(TypeToken.MetricAlarm)
            .Concat(graph.OfType(TypeToken.CompositeAlarm));
        var emails = graph.OfType(TypeToken.TopicSubscription)
            .Where(subscription => subscription.Text("protocol") == "email" && subscription.Text("topic") == arn);
        return new(
            alarms.Count(alarm => alarm.Texts("alarmActions").Contains(arn)),
            topic.Has("kmsMasterKeyId"),
            [.. emails.Select(subscription => subscription.Need("endpoint"))],
            graph.OfType(TypeToken.GroupNotification).Any(notification => notification.Text("topicArn") == arn),
            graph.OfType(TypeToken.Dashboard).Any());
    }
}
