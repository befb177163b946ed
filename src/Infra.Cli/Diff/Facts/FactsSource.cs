using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Diff.Facts;

/// <summary>Asks other commands about a stack.</summary>
/// <param name="graph">The stack.</param>
/// <param name="rootDirectory">Its project's directory, with the project's waivers.</param>
/// <param name="isCheckout">Whether the design's waivers are to be those of that directory too, not this program's.</param>
internal delegate PlanFacts FactsSource(ResourceGraph graph, string rootDirectory, bool isCheckout);
