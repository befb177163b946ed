using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Tests.Docs.Requirements;

/// <summary>What the customer asked for, and where to look for it in a stack.</summary>
/// <param name="Id">R1 to R8.</param>
/// <param name="Sentence">As the customer put it.</param>
internal sealed record CustomerRequirement(string Id, string Sentence)
{
    public static IReadOnlyList<CustomerRequirement> All { get; } =
    [
        new("R1", "The web server is no longer \"naked\" on the internet: a load balancer intervenes, and the server has no public IP.")
        {
            IsMetBy = node => node.Type is "aws:ec2/vpc:Vpc" or "aws:lb/loadBalancer:LoadBalancer",
        },
        new("R2", "An HTTP connection is automatically upgraded to HTTPS."),
        new("R3", "TLS 1.2 or higher."),
        new("R4", "SSL offloading, or HTTPS forwarded to the server and decrypted there."),
        new("R5", "A health check on a regular basis."),
        new("R6", "A server that fails it is automatically restored.")
        {
            IsMetBy = node => node.Type == "aws:ec2/launchTemplate:LaunchTemplate" || IsAlarmOn(node, "HealthyHostCount"),
        },
        new("R7", "Under continuous load a temporary additional server starts.")
        {
            IsMetBy = node => node.Type == "aws:autoscaling/policy:Policy",
        },
        new("R8", "Never more than three servers in total.") { IsMetBy = node => IsAlarmOn(node, "GroupTotalInstances") },
    ];

    /// <summary>The resources that meet it beside those that its controls look at.</summary>
    public Func<ResourceNode, bool> IsMetBy { get; init; } = ByControlsAlone;

    /// <summary>Says of a requirement that its controls look at everything that meets it.</summary>
    public static bool ByControlsAlone(ResourceNode node) => false;

    private static bool IsAlarmOn(ResourceNode node, string metric) =>
        node.Type == "aws:cloudwatch/metricAlarm:MetricAlarm"
        && (node.Text("metricName") == metric || Enumerable.Range(0, node.Items("metricQueries").Length)
            .Any(query => node.Text($"metricQueries.{query}.metric.metricName") == metric));
}
