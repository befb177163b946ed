using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Diff.Facts;

/// <summary>How long something takes at most, by the stack's outputs.</summary>
/// <param name="What">What, e.g. <c>a sick server is replaced</c>.</param>
/// <param name="Before">How long it took; none where that is not known.</param>
/// <param name="After">How long it takes.</param>
internal sealed record TimeChange(string What, TimeSpan? Before, TimeSpan? After)
{
    private static readonly (string Output, string What)[] Times =
    [
        ("secondsToNoticeSickServer", "a sick server gets no more requests"),
        ("secondsToReplaceSickServer", "a sick server is replaced"),
        ("secondsToAddServer", "a server is added under load"),
        ("secondsToWarmUp", "a new server counts in the group's metrics"),
        ("secondsToRoll", "a roll is over"),
    ];

    public bool IsDifferent => Before != After;

    /// <summary>Whether it takes longer than before.</summary>
    public bool IsSlower => After > Before;

    public static IReadOnlyList<TimeChange> Between(ResourceGraph before, ResourceGraph after) =>
        [.. Times.Select(time => new TimeChange(time.What, Of(before, time.Output), Of(after, time.Output)))];

    private static TimeSpan? Of(ResourceGraph graph, string output) =>
        graph.Outputs.GetValueOrDefault(output) is double seconds ? TimeSpan.FromSeconds(seconds) : null;
}
