using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Plan;

/// <summary>What a command line is about.</summary>
/// <param name="Graph">The stack.</param>
/// <param name="RootDirectory">The project's directory, for waivers and the site's files.</param>
/// <param name="IsWhatIf">Whether it is another stack than the one of the project's files.</param>
internal sealed record LoadedPlan(ResourceGraph Graph, string RootDirectory, bool IsWhatIf);
