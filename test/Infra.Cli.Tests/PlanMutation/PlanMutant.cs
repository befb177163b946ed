using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Tests.PlanMutation;

/// <summary>A recorded plan with one thing changed.</summary>
/// <param name="Resource">The resource that was changed.</param>
/// <param name="Path">The input, e.g. <c>healthCheck.interval</c>; empty if the whole resource is gone.</param>
/// <param name="Kind">What was done to it.</param>
/// <param name="Detail">The value before, and after.</param>
/// <param name="Plan">The plan that came of it.</param>
internal sealed record PlanMutant(ResourceNode Resource, string Path, MutationKind Kind, string Detail, ResourceGraph Plan)
{
    /// <summary>Of which kind it is: mutants of all resources of a type, and of all items of a list, are of one.</summary>
    public string Family =>
        string.Join('.', Path.Split('.', StringSplitOptions.RemoveEmptyEntries).Select(step => step.All(char.IsAsciiDigit) ? "*" : step)
            .Prepend(Resource.Kind));

    public override string ToString() => $"{Resource.Kind} {Resource.Name} {Path}: {Kind} {Detail}";
}
