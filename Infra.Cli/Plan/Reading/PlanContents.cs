using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Plan.Reading;

/// <summary>What a file with a plan holds.</summary>
/// <param name="Kind">What the file is.</param>
/// <param name="Resources">Those that will be there, or are, in the order of their registration.</param>
/// <param name="Configuration">The configuration that the plan was made from, by full key; none where the file does not tell.</param>
internal sealed record PlanContents(
    PlanKind Kind, IReadOnlyList<ReadResource> Resources, IReadOnlyDictionary<string, string>? Configuration)
{
    /// <summary>What the file shows though it is secret.</summary>
    public IReadOnlyCollection<string> Secrets { get; init; } = [];
}
