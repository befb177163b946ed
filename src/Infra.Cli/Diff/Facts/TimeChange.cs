using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Diff.Facts;

/// <summary>How long something takes at most.</summary>
/// <param name="What">What, e.g. <c>a sick server is replaced</c>.</param>
/// <param name="Before">How long it took; none where that is not known.</param>
/// <param name="After">How long it takes.</param>
internal sealed record TimeChange(string What, TimeSpan? Before, TimeSpan? After)
{
    private static readonly (string Output, string What)[] Times =
    [
        (PromisedTime.NoticeSickServer, "a sick server gets no more requests"),
        (PromisedTime.ReplaceSickServer, "a sick server is replaced"),
        (PromisedTime.AddServer, "a server is added under load"),
        (PromisedTime.WarmUp, "a new server counts in the group's metrics"),
        (PromisedTime.Roll, "a roll is over"),
    ];

    public bool IsDifferent => Before != After;

    /// <summary>Whether it takes longer than before.</summary>
    public bool IsSlower => After > Before;

    public static IReadOnlyList<TimeChange> Between(ResourceGraph before, ResourceGraph after) =>
        [.. Times.Select(time => new TimeChange(
            time.What, PromisedTime.Of(before, time.Output), PromisedTime.Of(after, time.Output)))];
}
