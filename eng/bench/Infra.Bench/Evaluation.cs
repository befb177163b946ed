using Infra.Cli.Plan.Recording;
using Infra.Cli.Plan.StackFiles;
using Infra.Tests.Support;

namespace Infra.Bench;

/// <summary>Runs prod's stack against the offline cloud.</summary>
internal static class Evaluation
{
    private const string Letters = "abcdefgh";

    /// <summary>Prod as delivered.</summary>
    public static StackConfiguration Prod() => Read([]);

    /// <summary>Prod in so many zones.</summary>
    public static StackConfiguration ProdIn(int zones) =>
        Read([$"zones=[{string.Join(',', Letters[..zones].Select(letter => $"\"eu-west-1{letter}\""))}]"]);

    /// <summary>The number of its resources, so that nothing of the run is optimised away.</summary>
    public static async Task<int> RunAsync(StackConfiguration configuration) => (await OfflineRun.RunAsync(configuration)).Nodes.Count;

    private static StackConfiguration Read(IReadOnlyList<string> overrides) => ProjectFiles.Read(Reference.Root, "prod", overrides);
}
