using Infra.Cli.Plan.Graph;
using Pulumi;

namespace Infra.Cli.Checks.Reports;

/// <summary>Where in the repository a resource comes from, for tools that show findings beside the code.</summary>
internal static class SourceFiles
{
    // The type token of a component is in lower case; the name of its class is not.
    private static readonly Dictionary<string, string> ByToken = typeof(WebStack).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(ComponentResource)) && !type.IsSubclassOf(typeof(Pulumi.Stack)))
        .ToDictionary(
            type => $"infra:{Folder(type).ToLowerInvariant()}:{type.Name}",
            type => $"src/Infra/{Folder(type)}/{type.Name}.cs",
            StringComparer.Ordinal);

    /// <summary>The file of the component that makes a resource; the stack's settings for what no component makes.</summary>
    public static string Of(ResourceNode node, ResourceGraph graph)
    {
        for (var current = node; ; current = graph[current.Parent])
        {
            if (ByToken.TryGetValue(current.Type, out var file))
                return file;
            if (current.Parent is null)
                return graph.SettingsFile;
        }
    }

    private static string Folder(Type type) => type.Namespace!.Split('.')[^1];
}
