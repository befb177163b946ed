using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks;

/// <summary>The resources that a control looks at.</summary>
/// <param name="Description">In the singular, to say that there is none.</param>
/// <param name="In">Finds them, in the order of their registration.</param>
internal sealed record Subjects(string Description, Func<ResourceGraph, IEnumerable<ResourceNode>> In)
{
    /// <summary>The stack itself, for what must hold of it as a whole.</summary>
    public static readonly Subjects Stack = new("stack", graph => [graph.Stack]);

    public static readonly Subjects Vpcs = OfType(TypeToken.Vpc, "VPC");
    public static readonly Subjects LoadBalancers = OfType(TypeToken.LoadBalancer, "load balancer");
    public static readonly Subjects Listeners = OfType(TypeToken.Listener, "listener");
    public static readonly Subjects HttpsListeners = Listeners.Where("HTTPS listener", ListenerReader.IsHttps);
    public static readonly Subjects TargetGroups = OfType(TypeToken.TargetGroup, "target group");
    public static readonly Subjects LaunchTemplates = OfType(TypeToken.LaunchTemplate, "launch template");
    public static readonly Subjects AutoScalingGroups = OfType(TypeToken.AutoScalingGroup, "Auto Scaling group");
    public static readonly Subjects Buckets = OfType(TypeToken.Bucket, "bucket");

    public static Subjects OfType(string type, string description) => new(description, graph => graph.OfType(type));

    public Subjects Where(Func<ResourceNode, bool> condition) => this with { In = graph => In(graph).Where(condition) };

    /// <summary>Those that the condition holds for, under a narrower name.</summary>
    public Subjects Where(string description, Func<ResourceNode, bool> condition) => Where(condition) with { Description = description };
}
