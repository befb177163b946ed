using Infra.Cli.Graph;
using Infra.Cli.Offline;
using Infra.Cli.StackFiles;
using Infra.Tests.Support;

namespace Infra.Tests.Cli;

/// <summary>Graphs of the committed stacks.</summary>
internal static class Graphs
{
    public static Task<ResourceGraph> Of(string stack, params string[] overrides) =>
        OfflineRun.RunAsync(ProjectFiles.Read(Repository.Root, stack, overrides));
}
