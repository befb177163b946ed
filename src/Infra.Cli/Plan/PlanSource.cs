using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.StackFiles;

namespace Infra.Cli.Plan;

/// <summary>Where the commands about a stack get its graph from.</summary>
internal delegate Task<ResourceGraph> PlanSource(StackConfiguration configuration);
