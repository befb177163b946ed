using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Cost;

/// <summary>How many servers run at the least and at the most.</summary>
internal sealed record Fleet(int Minimum, int Maximum)
{
    public static Fleet Of(ResourceGraph graph) => new(Sum(graph, "minSize"), Sum(graph, "maxSize"));

    private static int Sum(ResourceGraph graph, string size) => graph.OfType(TypeToken.AutoScalingGroup).Sum(group => (int)(group.Number(size) ?? 0));
}
