using Infra.Cli.Plan;
using Infra.Cli.Shell;

namespace Infra.Cli.Rehearsal.Declared;

/// <summary>Takes from a plan what is rehearsed, where the plan tells it.</summary>
internal static class RehearsedPlan
{
    /// <exception cref="InvalidUsageException">
    /// The plan does not tell what a rehearsal runs on, or declares what can't be rehearsed.
    /// </exception>
    public static RehearsedStack Of(LoadedPlan plan)
    {
        var graph = plan.Graph;
        graph.Unknowns.Take();
        try
        {
            var declared = RehearsedStack.Of(new(graph), plan.RootDirectory);
            if (!graph.Unknowns.HasAny)
                return declared;
        }
        catch (InvalidUsageException) when (graph.Unknowns.HasAny)
        {
            // What is asked for in vain is the reason.
        }

        throw new InvalidUsageException(
            $"stack {graph.StackName} can't be rehearsed from this plan, since {plan.Untold()}: "
            + "name the stack, or take its state once it is deployed");
    }
}
