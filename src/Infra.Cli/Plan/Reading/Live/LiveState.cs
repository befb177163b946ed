using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Plan.Reading.Live;

/// <summary>The resources of a state as they are on AWS.</summary>
internal sealed class LiveState
{
    /// <summary>Finds them.</summary>
    /// <param name="resources">The program's own in the state, as it has them.</param>
    /// <exception cref="FormatException">They have more in them than a stack has.</exception>
    public LiveState(IReadOnlyList<ReadResource> resources)
    {
        var live = new List<ReadResource>();
        var effort = new Effort();
        foreach (var resource in resources)
        {
            var inputs = new LiveInputs(resource, effort);
            live.Add(resource with { Inputs = inputs.Inputs });
            if (inputs.Changed.Count > 0)
                Changes.Add(new(resource.Name, inputs.Changed));
        }

        Resources = [.. live, .. AddedByHand.Beside(live)];
    }

    /// <summary>The resources, and behind them those that somebody added by hand.</summary>
    public IReadOnlyList<ReadResource> Resources { get; }

    /// <summary>What is otherwise than the program made it.</summary>
    public List<HandChange> Changes { get; } = [];
}
