using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Tls;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>Offers that a server has to refuse.</summary>
internal static class Offers
{
    /// <summary>Makes them all: each answer is shown, and one that is accepted is enough to fail.</summary>
    /// <exception cref="SiteUnreachableException">There is no connection to be had.</exception>
    public static async Task<Finding> FindRefusedAsync(
        LiveSite site, IEnumerable<(string Name, ClientHello Hello)> offers, CancellationToken cancellation)
    {
        var seen = new List<string>();
        var outcome = Outcome.Pass;
        foreach (var (name, hello) in offers)
        {
            var answer = await TlsProbe.AskAsync(site, hello, cancellation);
            seen.Add($"{name}: {(answer.Kind == AnswerKind.Accepted ? "accepted, " : "")}{answer.Shown}");
            outcome = answer.Kind switch
            {
                AnswerKind.Accepted => Outcome.Fail,
                AnswerKind.Unclear when outcome == Outcome.Pass => Outcome.NotChecked,
                _ => outcome,
            };
        }

        return new(outcome, string.Join("; ", seen));
    }
}
