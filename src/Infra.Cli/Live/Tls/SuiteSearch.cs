using System.Net.Security;

namespace Infra.Cli.Live.Tls;

/// <summary>Finds out which of many cipher suites a server takes: what it picks is left out of the next offer.</summary>
/// <param name="Accepted">What it took, an answer for each suite.</param>
/// <param name="Rejected">How it answered where it took nothing more.</param>
internal sealed record SuiteSearch(IReadOnlyList<ServerAnswer> Accepted, IReadOnlyList<ServerAnswer> Rejected)
{
    // Old devices lose the thread in a longer message.
    private const int BatchSize = 64;

    /// <summary>Whether some answer was neither a yes nor a no.</summary>
    public bool IsUnclear => Rejected.Any(answer => answer.Kind == AnswerKind.Unclear);

    /// <summary>The suites that it took over the version that was asked for.</summary>
    public IEnumerable<TlsCipherSuite> SuitesOver(TlsVersion version) =>
        Accepted.Where(answer => answer.Hello!.Version == version).Select(answer => answer.Hello!.CipherSuite);

    /// <summary>How it turned down what it did not take.</summary>
    public string Refusals => string.Join(", ", Rejected.Select(answer => answer.Shown).Distinct());

    /// <summary>Offers the suites of a ClientHello in batches.</summary>
    /// <param name="site">The site.</param>
    /// <param name="hello">All that is to be offered, in any number.</param>
    /// <param name="most">How many accepted ones are enough.</param>
    /// <param name="cancellation">Breaks it off.</param>
    /// <exception cref="SiteUnreachableException">There is no connection to be had.</exception>
    public static async Task<SuiteSearch> RunAsync(LiveSite site, ClientHello hello, int most, CancellationToken cancellation)
    {
        var (accepted, rejected) = (new List<ServerAnswer>(), new List<ServerAnswer>());
        foreach (var batch in hello.CipherSuites.Chunk(BatchSize))
        {
            var left = batch.ToList();
            while (left.Count > 0 && accepted.Count < most)
            {
                var answer = await TlsProbe.AskAsync(site, hello with { CipherSuites = left }, cancellation);
                (answer.Hello is null ? rejected : accepted).Add(answer);

                // A server that picks what it was not offered would go on for ever.
                if (answer.Hello is not { } picked || !left.Remove(picked.CipherSuite))
                    break;
            }

            // Silence costs the whole wait, and the next batch would meet with it too.
            if (rejected.LastOrDefault() is { RefusesVersion: true } or { Kind: AnswerKind.Unclear })
                break;
        }

        return new(accepted, rejected);
    }
}
