using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;

namespace Infra.Cli.Plan.Reading;

/// <summary>What a file with a plan holds.</summary>
/// <param name="Kind">What the file is.</param>
/// <param name="Resources">Those that will be there, or are, in the order of their registration.</param>
/// <param name="Configuration">The configuration that the plan was made from, by full key; none where the file does not tell.</param>
internal sealed record PlanContents(
    PlanKind Kind, IReadOnlyList<ReadResource> Resources, IReadOnlyDictionary<string, string>? Configuration)
{
    /// <summary>The steps of a preview, or of a deployment; none in a state.</summary>
    public IReadOnlyList<PlannedStep> Steps { get; init; } = [];

    /// <summary>What a deployment that broke off has left in doubt.</summary>
    public IReadOnlyList<OtherResource> BrokenOff { get; init; } = [];

    /// <summary>What the program has said beside the resources, in a preview of this tool.</summary>
    public string? Note { get; init; }

    /// <summary>Whether the resources are there, and not still to be made.</summary>
    public bool IsLive => Kind is PlanKind.State or PlanKind.Found;

    /// <summary>
    /// What there is before the steps: of a preview with <c>--refresh</c> as it was read for that. A state is that already.
    /// </summary>
    /// <param name="name">What the user knows the file by.</param>
    /// <exception cref="InvalidUsageException">The file has none.</exception>
    public PlanContents Found(string name)
    {
        if (IsLive)
            return this;

        var found = PlannedStep.Before(Steps);
        return Kind != PlanKind.OwnPreview && found.Count > 0
            ? this with { Kind = PlanKind.Found, Resources = found, Steps = [] }
            : throw new InvalidUsageException(
                $"{name} must hold what runs, but only says what would be made: "
                + "make it with 'pulumi preview --refresh --json --show-sames', of a stack that is deployed");
    }

    /// <summary>What the file shows though it is secret.</summary>
    public IReadOnlyCollection<string> Secrets { get; init; } = [];
}
