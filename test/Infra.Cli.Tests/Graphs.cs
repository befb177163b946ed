using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Recording;
using Infra.Cli.Plan.StackFiles;
using Infra.Tests.Support;

namespace Infra.Cli.Tests;

/// <summary>Graphs of the committed stacks, each recorded once.</summary>
internal static class Graphs
{
    private static readonly Dictionary<string, ResourceGraph> Known = [];

    public static async Task<ResourceGraph> Of(string stack, params string[] overrides)
    {
        var key = string.Join(' ', [stack, .. overrides]);
        return Known.TryGetValue(key, out var known) ? known : Known[key] = await NewAsync(stack, overrides);
    }

    /// <summary>The same recorded anew.</summary>
    public static Task<ResourceGraph> NewAsync(string stack, params string[] overrides) =>
        OfflineRun.RunAsync(ProjectFiles.Read(Reference.Root, stack, overrides));
}
