using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Rehearsal.Declared;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Rehearsal;

/// <summary>What the committed stacks declare, and what a broken one would.</summary>
internal static class Declarations
{
    public static async Task<RehearsedStack> Of(string stack, params string[] overrides) =>
        Of(await Graphs.Of(stack, overrides));

    public static RehearsedStack Of(ResourceGraph graph) => RehearsedStack.Of(new(graph), Reference.Root);

    /// <summary>The stack with one input of the resources of a type replaced, as no setting would allow it; null takes it away.</summary>
    public static ResourceGraph With(this ResourceGraph graph, string type, string input, object? value) => new(
        graph.ProjectName,
        graph.StackName,
        graph.Region,
        [.. graph.Nodes.Select(node => node.Type == type ? node with { Inputs = Set(node.Inputs, input.Split('.'), value) } : node)],
        graph.Outputs)
    { Configuration = graph.Configuration, Secrets = graph.Secrets };

    private static ImmutableDictionary<string, object> Set(
        ImmutableDictionary<string, object> members, ReadOnlySpan<string> path, object? value)
    {
        if (path.Length > 1)
        {
            var nested =
                members.GetValueOrDefault(path[0]) as ImmutableDictionary<string, object> ?? ImmutableDictionary<string, object>.Empty;
            return members.SetItem(path[0], Set(nested, path[1..], value));
        }

        return value is null ? members.Remove(path[0]) : members.SetItem(path[0], value);
    }
}
