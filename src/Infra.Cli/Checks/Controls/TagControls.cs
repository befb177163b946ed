using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Controls;

/// <summary>Tags, by which costs and owners are found.</summary>
internal static class TagControls
{
    private static readonly string[] Taggable =
    [
        TypeToken.Bucket,
        TypeToken.BucketObject,
        TypeToken.Certificate,
        TypeToken.DefaultSecurityGroup,
        TypeToken.EgressOnlyInternetGateway,
        TypeToken.Eip,
        TypeToken.FlowLog,
        TypeToken.IamPolicy,
        TypeToken.InstanceProfile,
        TypeToken.InternetGateway,
        TypeToken.KmsKey,
        TypeToken.LaunchTemplate,
        TypeToken.Listener,
        TypeToken.ListenerRule,
        TypeToken.LoadBalancer,
        TypeToken.LogGroup,
        TypeToken.MetricAlarm,
        TypeToken.NatGateway,
        TypeToken.NetworkAcl,
        TypeToken.Role,
        TypeToken.RouteTable,
        TypeToken.SecurityGroup,
        TypeToken.SecurityGroupEgressRule,
        TypeToken.SecurityGroupIngressRule,
        TypeToken.Subnet,
        TypeToken.TargetGroup,
        TypeToken.Topic,
        TypeToken.Vpc,
        TypeToken.VpcEndpoint,
        TypeToken.WebAcl,
    ];

    // By ManagedBy one sees that a change by hand will not last.
    private static readonly string[] Common = ["Project", "Environment", "ManagedBy"];

    private static readonly string[] Launched = ["instance", "volume", "network-interface"];

    public static ControlArea Area { get; } = new("Tags",
    [
        new("tags-resources", Severity.Low, "Everything that can have tags says of which project and stack it is, and its name.")
        {
            Sources =
            [
                "Security Hub EC2.35 to EC2.46", "Security Hub EC2.48", "Security Hub EC2.175", "Security Hub ACM.3",
                "Security Hub SNS.3", "Security Hub IAM.24",
            ],
            On = new("taggable resource", graph => Taggable.SelectMany(graph.OfType)),
            Problem = (node, graph) =>
                Mistagged(graph, tag => node.Text($"tags.{tag}")) ?? Expect.OneOf("tags.Name", node.Name)(node, graph),
            Mend = "leave tags to ResourceTags, which sets Project, Environment, ManagedBy and Name",
        },
        new("tags-group", Severity.Low, "The group's tags reach the servers that it launches.")
        {
            Sources = ["Security Hub AutoScaling.10", "checkov CKV_AWS_153", "CIS Compute 2.14"],
            On = Subjects.AutoScalingGroups,
            Problem = (group, graph) => Mistagged(graph, tag => Passed(group, tag)),
            Mend = "set tags with propagateAtLaunch",
        },
        new("tags-launched", Severity.Low, "Servers, disks and network interfaces get tags at launch.")
        {
            Sources = ["Security Hub EC2.35", "Security Hub EC2.38", "Security Hub EC2.45"],
            On = Subjects.LaunchTemplates,
            Problem = (template, graph) => Launched
                .Select(launched => (launched, path: SpecificationOf(template, launched)))
                .Select(launched => launched.path is null
                    ? $"puts no tags on each {launched.launched}"
                    : Mistagged(graph, tag => template.Text($"{launched.path}.tags.{tag}")) is { } problem
                        ? $"{problem} on each {launched.launched}"
                        : null)
                .FirstOrDefault(problem => problem is not null),
            Mend = "name it in tagSpecifications, with the stack's tags",
        },
    ]);

    private static string? Passed(ResourceNode group, string key) => group.Paths("tags")
        .Where(tag => group.Text($"{tag}.key") == key && group.IsTrue($"{tag}.propagateAtLaunch"))
        .Select(tag => group.Text($"{tag}.value"))
        .FirstOrDefault();

    private static string? SpecificationOf(ResourceNode template, string launched) =>
        template.Paths("tagSpecifications").FirstOrDefault(path => template.Text($"{path}.resourceType") == launched);

    private static string? Mistagged(ResourceGraph graph, Func<string, string?> valueOf)
    {
        string[] expected = [graph.ProjectName, graph.StackName, "Pulumi"];
        return Common.Zip(expected)
            .Where(tag => valueOf(tag.First) != tag.Second)
            .Select(tag => $"has {(valueOf(tag.First) is { } other ? $"the tag {tag.First} {other}" : $"no tag {tag.First}")}")
            .FirstOrDefault();
    }
}
