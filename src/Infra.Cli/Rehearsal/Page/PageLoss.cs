using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Stack;
using Infra.Servers;

namespace Infra.Cli.Rehearsal.Page;

/// <summary>Requests that failed while the stack was in some trouble, on the page.</summary>
/// <param name="While">The trouble, e.g. <c>a server was sick</c>.</param>
/// <param name="Failed">How many failed.</param>
/// <param name="Share">Of a hundred requests meanwhile.</param>
/// <param name="Seconds">How long at a time, at the longest.</param>
/// <param name="Promise">What the stack promises.</param>
internal sealed record PageLoss(string While, long Failed, double Share, double Seconds, string Promise)
{
    public static PageLoss Of(TroubleLoss loss, RehearsedStack declared)
    {
        var (expected, boot) = (declared.Expected, declared.Group.HealthCheckGracePeriod);
        var (trouble, promise) = loss.Trouble switch
        {
            StackTrouble.Sick => (
                "a server was sick",
                $"its share for {ExpectedTimes.Text(expected.NoticeSickServer)}; all for "
                    + $"{ExpectedTimes.Text(expected.ReplaceSickServer)} if it was the only one"),
            StackTrouble.Roll => ("servers were rolled", $"none; all for {ExpectedTimes.Text(boot)} if there was only one"),
            StackTrouble.Leaving => ("a server left", "none"),
            _ => ("all was well", "none"),
        };
        return new(trouble, loss.Loss.Failed, loss.Loss.FailedShare * 100, loss.Longest.TotalSeconds, promise);
    }
}
