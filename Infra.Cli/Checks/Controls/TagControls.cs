using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Controls;

/// <summary>Tags, by which costs and owners are found.</summary>
internal static class TagControls
{
    private static readonly string[] Taggable =
    [
        TypeToken.Vpc,
        TypeToken.Subnet,
        TypeToken.RouteTable,
        TypeToken.SecurityGroup,
        TypeToken.LaunchTemplate,
        TypeToken.Eip,
        TypeToken.FlowLog,
        TypeToken.InternetGateway,
        TypeToken.NatGateway,
        TypeToken.NetworkAcl,
        TypeToken.Certificate,
        TypeToken.Role,
        TypeToken.Topic,
    ];

    private static readonly string[] Launched = ["instance", "volume", "network-interface"];

    public static ControlArea Area { get; } = new("Tags",
    [
        new("tags-resources", Severity.Low, "Everything that can have tags has some.")
        {
            Sources =
            [
                "Security Hub EC2.35 to EC2.46", "Security Hub EC2.48", "Security Hub EC2.175", "Security Hub ACM.3",
                "Security Hub SNS.3", "Security Hub IAM.24",
            ],
            On = new("taggable resource", graph => Taggable.SelectMany(graph.OfType)),
            Problem = Expect.Set("tags"),
            Mend = "set tags",
        },
        new("tags-group", Severity.Low, "The group's tags reach the servers that it launches.")
        {
            Sources = ["Security Hub AutoScaling.10", "checkov CKV_AWS_153", "CIS Compute 2.14"],
            On = Subjects.AutoScalingGroups,
            Problem = (group, _) => group.Paths("tags").Any(tag => group.IsTrue($"{tag}.propagateAtLaunch"))
                ? null
                : "has no tag that it passes on",
            Mend = "set tags with propagateAtLaunch",
        },
        new("tags-launched", Severity.Low, "Servers, disks and network interfaces get tags at launch.")
        {
            Sources = ["Security Hub EC2.35", "Security Hub EC2.38", "Security Hub EC2.45"],
            On = Subjects.LaunchTemplates,
            Problem = Expect.None("puts no tags on each", (template, _) =>
                Launched.Except(template.Paths("tagSpecifications").Select(path => template.Text($"{path}.resourceType")))),
            Mend = "name it in tagSpecifications",
        },
    ]);
}
