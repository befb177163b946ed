using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Drill.Aws;
using Infra.Cli.Shell;

namespace Infra.Cli.Live.Drill.Steps;

/// <summary>R6: the last change of the servers went through the group without a hitch.</summary>
internal sealed class RefreshStep : IDrillStep
{
    private static readonly string[] UnderWay = ["Pending", "InProgress", "Cancelling", "RollbackInProgress", "Baking"];

    public IReadOnlyList<Claim> Claims { get; } =
    [
        new("R6", "the last roll of the group (instance refresh) succeeded", "that the next one will"),
    ];

    public async Task<IReadOnlyList<Finding>> RunAsync(DrillContext context, CancellationToken cancellation)
    {
        // Stays if there is no answer.
        context.BlockedBy = "not tried, since nobody could tell whether a roll of the group is under way";
        var refreshes = await context.Cloud.RefreshesAsync(cancellation);
        context.BlockedBy = null;

        // One that is about to begin is the latest; one that was cancelled before it began is none.
        var last = refreshes.MaxBy(refresh =>
            refresh.StartTime ?? (UnderWay.Contains(refresh.Status) ? DateTimeOffset.MaxValue : DateTimeOffset.MinValue));
        if (last is null)
            return [Finding.NotApplicable("there was none in the last six weeks, and AWS keeps them no longer")];

        if (UnderWay.Contains(last.Status))
        {
            context.BlockedBy = $"not tried, since a roll of the group is under way ({last.Status})";
            return [Finding.NotChecked($"one is under way: {last.Status}")];
        }

        return [Finding.Of(last.Status == "Successful", Shown(last))];
    }

    private static string Shown(RefreshAnswer refresh) =>
        $"{refresh.Status}{(refresh.StatusReason is { } reason ? $": {LegibleText.Of(reason)}" : "")}";
}
