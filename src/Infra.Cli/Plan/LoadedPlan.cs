using System.Globalization;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Reading;
using Infra.Cli.Shell;

namespace Infra.Cli.Plan;

/// <summary>What a command line is about.</summary>
/// <param name="Graph">The stack.</param>
/// <param name="RootDirectory">The project's directory, for waivers and the site's files.</param>
/// <param name="IsWhatIf">Whether it is another stack than the one of the project's files.</param>
internal sealed record LoadedPlan(ResourceGraph Graph, string RootDirectory, bool IsWhatIf)
{
    private const int MostClauses = 5;

    /// <summary>What is made of the stack. A refusal says what the plan does not tell, since that may be the reason.</summary>
    /// <exception cref="InvalidUsageException">The stack is refused.</exception>
    public T Told<T>(Func<ResourceGraph, T> use)
    {
        Graph.Unknowns.Take();
        try
        {
            return use(Graph);
        }
        catch (InvalidUsageException refusal) when (Graph.Unknowns.HasAny)
        {
            throw new InvalidUsageException($"{refusal.Message}; of this plan, {Untold()}");
        }
        catch (Exception fault) when (Graph.Origin is not null && MalformedValue.Causes(fault))
        {
            throw new InvalidUsageException(
                $"stack {Graph.StackName} of this plan {MalformedValue.Clause(fault)}: compare it with 'infra preview'");
        }
    }

    /// <summary>What was asked for in vain since the stack is in use, as clauses.</summary>
    public string Untold()
    {
        var untold = Graph.Unknowns.Take().Select(unknown => unknown.Clause(Graph.Stack)).ToList();
        var others = untold.Count > MostClauses
            ? string.Create(CultureInfo.InvariantCulture, $", and {untold.Count - MostClauses} more")
            : "";
        return string.Join(", ", untold.Take(MostClauses)) + others;
    }
}
