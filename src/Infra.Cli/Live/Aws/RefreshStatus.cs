namespace Infra.Cli.Live.Aws;

/// <summary>
/// The states of an instance refresh: https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_InstanceRefresh.html.
/// </summary>
internal static class RefreshStatus
{
    public const string Successful = "Successful";
    public const string RollbackSuccessful = "RollbackSuccessful";

    private static readonly string[] Ended = [Successful, "Failed", "Cancelled", RollbackSuccessful, "RollbackFailed"];

    /// <summary>Whether it is not over. A state that is not known yet counts as such: it can still end in one that is.</summary>
    public static bool IsUnderWay(RefreshAnswer refresh) => !Ended.Contains(refresh.Status);

    /// <summary>Whether it replaces servers still, and so could be cancelled.</summary>
    public static bool CanBeCancelled(RefreshAnswer refresh) => refresh.Status is "Pending" or "InProgress" or "Baking";

    /// <summary>
    /// The latest of them, none if there is none: one that is about to begin before all others, and one that was cancelled before it began
    /// after them.
    /// </summary>
    public static RefreshAnswer? Latest(IEnumerable<RefreshAnswer> refreshes) =>
        refreshes.MaxBy(refresh =>
            refresh.StartTime ?? (IsUnderWay(refresh) ? DateTimeOffset.MaxValue : DateTimeOffset.MinValue));
}
