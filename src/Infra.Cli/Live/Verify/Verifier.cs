using System.Diagnostics;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Http;
using Infra.Cli.Live.SiteChecks;

namespace Infra.Cli.Live.Verify;

/// <summary>Runs the checks one after another, so that none sees what another has done to the site.</summary>
internal static class Verifier
{
    /// <summary>All of them; as many for every site, since one claim may stand for another.</summary>
    public static IReadOnlyList<ISiteCheck> Checks(bool isTls13Only) =>
    [
        .. SiteCheck.OfListeners(isTls13Only),
        new KeyGroupsCheck(),
        new HandshakeFlawsCheck(),
        new KeyExchangeCheck(),
        new CertificateChainCheck(),
        new CertificateStrengthCheck(),
        new CertificateHostCheck(),
        new CertificateValidityCheck(),
        new FrontPageCheck(),
        new ResponseHeadersCheck(),
        new ServerVersionCheck(),
        new CookieCheck(),
        new TraceCheck(),
        new InjectionCheck(),
        new HealthPathCheck(),
        .. OddRequestCheck.All,
        new SlowConnectionsCheck(),
    ];

    /// <summary>Runs them all, whatever fails on the way; none if the site can't be reached at all.</summary>
    /// <param name="site">The site.</param>
    /// <param name="progress">Is told what is about to be checked.</param>
    /// <param name="cancellation">Breaks it off.</param>
    public static async Task<VerifyReport> RunAsync(LiveSite site, IProgress<Claim> progress, CancellationToken cancellation)
    {
        if (await WhyUnreachableAsync(site, cancellation) is { } why)
            return new(site.Url, why, [.. Checks(site.IsTls13Only).Select(check => new Verdict(check.Claim, Finding.NotChecked(why)))]);

        var verdicts = new List<Verdict>();
        foreach (var check in Checks(site.IsTls13Only))
        {
            progress.Report(check.Claim);
            var startedAt = Stopwatch.GetTimestamp();
            verdicts.Add(new(check.Claim, await SiteCheck.FindAsync(check, site, cancellation), Stopwatch.GetElapsedTime(startedAt)));
        }

        return new(site.Url, null, verdicts);
    }

    private static async Task<string?> WhyUnreachableAsync(LiveSite site, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await SiteConnection.OpenAsync(site, site.Url.Port, cancellation);
            return null;
        }
        catch (SiteUnreachableException unreachable)
        {
            return unreachable.Message;
        }
    }
}
