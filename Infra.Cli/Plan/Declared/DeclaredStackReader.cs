using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;

namespace Infra.Cli.Plan.Declared;

/// <summary>Reads from a graph what a rehearsal runs.</summary>
internal static class DeclaredStackReader
{
    /// <summary>Reads it.</summary>
    /// <param name="graph">The stack.</param>
    /// <param name="rootDirectory">The project's directory, for the site's files.</param>
    /// <exception cref="InvalidUsageException">The stack lacks what a rehearsal needs.</exception>
    public static DeclaredStack Read(ResourceGraph graph, string rootDirectory)
    {
        var group = graph.Only(TypeToken.AutoScalingGroup);
        var targetGroup = Referenced(graph, group, "targetGroupArns.0");
        return new()
        {
            StackName = graph.StackName,
            LoadBalancer = LoadBalancerReader.Read(graph),
            TargetGroup = TargetGroupReader.Read(targetGroup),
            Group = GroupReader.Read(graph, group),
            Server = ServerReader.Read(graph, Referenced(graph, group, "launchTemplate.id"), targetGroup, rootDirectory),
            Expected = new(Seconds(graph, "secondsToNoticeSickServer"), Seconds(graph, "secondsToReplaceSickServer"), Seconds(graph, "secondsToAddServer")),
        };
    }

    private static ResourceNode Referenced(ResourceGraph graph, ResourceNode node, string path) =>
        graph.ByIdOrArn(node.Need(path)) ?? throw new InvalidUsageException($"{path} of {node} must be a resource of the stack, got {node.Text(path)}");

    private static TimeSpan Seconds(ResourceGraph graph, string output) => graph.Outputs.GetValueOrDefault(output) is double seconds
        ? TimeSpan.FromSeconds(seconds)
        : throw new InvalidUsageException($"stack {graph.StackName} must have the output {output}, a number, to measure a rehearsal against");
}
