using Infra.Cli.Diff.Facts;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Diff.Against;

/// <summary>What a stack is compared with.</summary>
/// <param name="Name">As the user knows it.</param>
/// <param name="Graph">The former plan.</param>
/// <param name="Facts">What other commands say of it.</param>
internal sealed record Former(string Name, ResourceGraph Graph, PlanFacts Facts);
