using Infra.Cli.Live.Aws;
using Infra.Cli.Live.Claims;
using Infra.Cli.Shell;
using Infra.Cli.Shell.Tools;

namespace Infra.Cli.Live.Roll;

/// <summary>Leaves nothing held, however a roll ends.</summary>
internal sealed class LettingGo(RollScene scene)
{
    /// <summary>Whether a roll had to be cancelled for it.</summary>
    public bool HasCancelled { get; private set; }

    /// <summary>
    /// Releases scaling that this command has held, or a killed one. A roll of its own that launches first is cancelled before that:
    /// scaling could add a server to the one too many, a fourth.
    /// </summary>
    public async Task<Finding> RunAsync(CancellationToken cancellation)
    {
        try
        {
            var group = await scene.Cloud.GroupAsync(cancellation);
            if (ScalingHold.HeldIn(group).Count == 0)
                return Finding.Pass("nothing is held");

            if (scene.Hold.IsOwn)
                await EndAsync(cancellation);
            else if ((scene.Hold.IsFresh(group) && !scene.Hold.HasJoined) || await scene.Cloud.UnderWayAsync(cancellation) is not null)
                return Finding.NotApplicable("a roll of another command needs it held still");

            var released = await scene.Hold.ReleaseAsync(group, cancellation);
            return Finding.Pass($"released: {string.Join(" and ", released)}{(HasCancelled ? ", after the roll was cancelled" : "")}");
        }
        catch (Exception failure)
            when (failure is AwsException or ToolMissingException or InvalidUsageException or OperationCanceledException)
        {
            return Finding.NotChecked(
                $"scaling may be held still: {failure.Message.ReplaceLineEndings(" ")} "
                + $"Run 'infra roll {scene.Stack}' again, which releases it.");
        }
    }

    private async Task EndAsync(CancellationToken cancellation)
    {
        if (await scene.Cloud.UnderWayAsync(cancellation) is not { } refresh || !RefreshStatus.CanBeCancelled(refresh))
            return;

        await scene.Cloud.CancelAsync(cancellation);
        HasCancelled = true;
    }
}
