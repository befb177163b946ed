using System.Net.Security;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Tls;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>R3: a key exchange over TLS 1.2 is no better than the field or the curve that the server's keys are from.</summary>
internal sealed class KeyGroupsCheck : ISiteCheck
{
    // A server may have another field for each suite: OpenSSL's is smaller without a certificate, and larger for longer keys.
    private const int MostSuites = 40;

    // A server that has a choice is to have none; one that does not look at what a client has shows its own.
    private static readonly IReadOnlyList<(IReadOnlyList<TlsCipherSuite> Suites, IReadOnlyList<NamedGroup> Groups)> Asked =
    [
        (KnownSuites.FiniteField, OfferedGroups.Curves),
        (KnownSuites.EllipticCurve, OfferedGroups.WeakCurves),
        (KnownSuites.EllipticCurve, [.. OfferedGroups.WeakCurves, .. OfferedGroups.Curves]),
    ];

    public Claim Claim { get; } = new(
        "R3",
        "over TLS 1.2 the server exchanges keys in no finite field below 2048 bits, and on no curve below 256 bits or over a binary field",
        "that it never shows another field, or that its keys are fresh");

    public async Task<Finding> RunAsync(LiveSite site, CancellationToken cancellation)
    {
        var (weak, strong, unclear) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var (suites, groups) in Asked)
        {
            var hello = new ClientHello(TlsVersion.Tls12, suites) { Groups = groups };
            var search = await SuiteSearch.RunAsync(site, hello, MostSuites, cancellation);
            if (search.IsUnclear)
                unclear.Add(search.Refusals);
            foreach (var suite in search.SuitesOver(TlsVersion.Tls12))
            {
                var (keys, isRefused) = await TlsProbe.AskForKeysAsync(site, hello with { CipherSuites = [suite] }, cancellation);
                if (isRefused)
                    continue;
                if (keys is null)
                    unclear.Add($"no keys can be seen with {TlsNames.Of(suite)}");
                else if (keys.IsWeak)
                    weak.Add($"{keys.Shown}, with {TlsNames.Of(suite)}");
                else
                    strong.Add(keys.Shown);
            }
        }

        return weak.Count > 0 ? Finding.Fail(Text(weak))
            : unclear.Count > 0 ? Finding.NotChecked(Text(unclear))
            : Finding.Pass(strong.Count > 0 ? Text(strong) : "finite fields and weak curves are refused");
    }

    private static string Text(IEnumerable<string> words) => string.Join("; ", words.Distinct());
}
