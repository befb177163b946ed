using Infra.Cli.Live.Aws;
using Infra.Cli.Live.Claims;
using Infra.Cli.Shell;

namespace Infra.Cli.Live.Drill.Steps;

/// <summary>R6: the last change of the servers went through the group without a hitch.</summary>
internal sealed class RefreshStep : IDrillStep
{
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

        var last = RefreshStatus.Latest(refreshes);
        if (last is null)
            return [Finding.NotApplicable("there was none in the last six weeks, and AWS keeps them no longer")];

        if (RefreshStatus.IsUnderWay(last))
        {
            context.BlockedBy = $"not tried, since a roll of the group is under way ({last.Status})";
            return [Finding.NotChecked($"one is under way: {last.Status}")];
        }

        return [Finding.Of(last.Status == RefreshStatus.Successful, Shown(last))];
    }

    private static string Shown(RefreshAnswer refresh) =>
        $"{refresh.Status}{(refresh.StatusReason is { } reason ? $": {LegibleText.Of(reason)}" : "")}";
}
