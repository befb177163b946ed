using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Recording;
using Infra.Cli.Plan.StackFiles;
using Infra.Tests.Support;

namespace Infra.Cli.Tests;

/// <summary>Graphs of the committed stacks.</summary>
internal static class Graphs
{
    public static Task<ResourceGraph> Of(string stack, params string[] overrides) =>
        OfflineRun.RunAsync(ProjectFiles.Read(Reference.Root, stack, overrides));
}
