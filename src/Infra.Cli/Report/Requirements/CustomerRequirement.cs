using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Report.Requirements;

/// <summary>What the customer asked for, how the design meets it, and where to look for that in a stack.</summary>
/// <param name="Id">R1 to R8.</param>
/// <param name="Sentence">As the customer put it.</param>
internal sealed record CustomerRequirement(string Id, string Sentence)
{
    public static IReadOnlyList<CustomerRequirement> All { get; } =
    [
        new("R1", "The web server is no longer \"naked\" on the internet: a load balancer intervenes, and the server has no public IP.")
        {
            Design = _ => "Visitors reach an Application Load Balancer. The servers stand in private subnets, have no public address, "
                + "and their security group admits the load balancer alone.",
            IsMetBy = node => node.Type is TypeToken.Vpc or TypeToken.LoadBalancer,
            Inputs =
            [
                new(TypeToken.LoadBalancer, "internal", "stands in the private network only"),
                new(TypeToken.LaunchTemplate, "networkInterfaces.0.associatePublicIpAddress", "gives a server a public address"),
                new(TypeToken.Subnet, "mapPublicIpOnLaunch", "gives public addresses by itself"),
            ],
        },
        new("R2", "An HTTP connection is automatically upgraded to HTTPS.")
        {
            Design = _ => "The load balancer answers plain HTTP with nothing but a permanent redirect to HTTPS, which keeps host, path "
                + "and query.",
            Inputs =
            [
                new(TypeToken.Listener, "defaultActions.0.redirect.statusCode", "redirects with"),
                new(TypeToken.Listener, "defaultActions.0.redirect.protocol", "redirects to the protocol"),
                new(TypeToken.Listener, "defaultActions.0.redirect.port", "redirects to the port"),
            ],
        },
        new("R3", "TLS 1.2 or higher.")
        {
            Design = _ => "The HTTPS listener has a security policy that knows TLS 1.2 and 1.3 and nothing older; a policy that is not "
                + "on the program's list is refused before anything is created.",
            Inputs = [new(TypeToken.Listener, "sslPolicy", "security policy")],
        },
        new("R4", "SSL offloading, or HTTPS forwarded to the server and decrypted there.")
        {
            Design = stack => stack.LoadBalancers.SelectMany(balancer => balancer.Listeners)
                .Any(listener => listener.TargetGroup is { IsHttps: true })
                    ? "HTTPS goes up to the server: the load balancer decrypts, and encrypts again for the server."
                    : "SSL offloading: the load balancer decrypts, and speaks HTTP with the servers inside the private network.",
            Inputs =
            [
                new(TypeToken.TargetGroup, "protocol", "what the load balancer speaks with the servers"),
                new(TypeToken.TargetGroup, "port", "on the port"),
            ],
        },
        new("R5", "A health check on a regular basis.")
        {
            Design = _ => "The load balancer asks each server for a page, over and over, and sends requests only to those that answer "
                + "well.",
            Inputs =
            [
                new(TypeToken.TargetGroup, "healthCheck.path", "asks for"),
                new(TypeToken.TargetGroup, "healthCheck.interval", "every so many seconds"),
                new(TypeToken.TargetGroup, "healthCheck.timeout", "waits for an answer, in seconds"),
                new(TypeToken.TargetGroup, "healthCheck.matcher", "takes as good"),
                new(TypeToken.TargetGroup, "healthCheck.unhealthyThreshold", "failed checks that make a server unhealthy"),
            ],
        },
        new("R6", "A server that fails it is automatically restored.")
        {
            Design = _ => "The Auto Scaling group replaces a server that fails the load balancer's check; a new version that fails goes "
                + "back.",
            IsMetBy = node => node.Type == TypeToken.LaunchTemplate || IsAlarmOn(node, "HealthyHostCount"),
            Inputs =
            [
                new(TypeToken.AutoScalingGroup, "healthCheckType", "goes by the health check of"),
                new(TypeToken.AutoScalingGroup, "healthCheckGracePeriod", "leaves a new server alone, in seconds"),
                new(TypeToken.AutoScalingGroup, "minSize", "servers at least"),
                new(TypeToken.AutoScalingGroup, "instanceRefresh.preferences.autoRollback", "takes a bad version back"),
            ],
        },
        new("R7", "Under continuous load a temporary additional server starts.")
        {
            Design = _ => "Target tracking adds a server while a measure stays above its target, and takes it away when the load has gone.",
            IsMetBy = node => node.Type == TypeToken.ScalingPolicy,
            Inputs =
            [
                new(TypeToken.ScalingPolicy, "targetTrackingConfiguration.predefinedMetricSpecification.predefinedMetricType", "measures"),
                new(TypeToken.ScalingPolicy, "targetTrackingConfiguration.targetValue", "with the target"),
                new(TypeToken.ScalingPolicy, "targetTrackingConfiguration.disableScaleIn", "keeps the server afterwards"),
            ],
        },
        new("R8", "Never more than three servers in total.")
        {
            Design = _ => "The group never has more than three servers in service or starting, also in scaling, replacement and a roll; "
                + "an alarm watches it. A server that leaves still runs for its drain and its shutdown.",
            IsMetBy = node => IsAlarmOn(node, "GroupTotalInstances"),
            Inputs =
            [
                new(TypeToken.AutoScalingGroup, "maxSize", "servers at most"),
                new(TypeToken.AutoScalingGroup, "instanceMaintenancePolicy.maxHealthyPercentage", "percent of its size while it replaces"),
            ],
        },
    ];

    /// <summary>
    /// How the design of a stack meets it, in a sentence or two; whether the stack is made so is for the evidence to say.
    /// </summary>
    public required Func<DeclaredStack, string> Design { get; init; }

    /// <summary>The inputs that decide it.</summary>
    public required IReadOnlyList<DecisiveInput> Inputs { get; init; }

    /// <summary>The resources that meet it beside those that its controls look at.</summary>
    public Func<ResourceNode, bool> IsMetBy { get; init; } = ByControlsAlone;

    /// <summary>Says of a requirement that its controls look at everything that meets it.</summary>
    public static bool ByControlsAlone(ResourceNode node) => false;

    private static bool IsAlarmOn(ResourceNode node, string metric) =>
        node.Type == TypeToken.MetricAlarm
        && (node.Text("metricName") == metric || Enumerable.Range(0, node.Items("metricQueries").Length)
            .Any(query => node.Text($"metricQueries.{query}.metric.metricName") == metric));
}
