using System.Diagnostics;
using System.Security.Cryptography;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Http;
using Infra.Cli.Live.Verify.Checks;

namespace Infra.Cli.Live.Verify;

/// <summary>Runs the checks one after another, so that none sees what another has done to the site.</summary>
internal static class Verifier
{
    /// <summary>All of them; as many for every site, since one claim may stand for another.</summary>
    public static IReadOnlyList<ISiteCheck> Checks(bool isTls13Only) =>
    [
        .. ListenerChecks(isTls13Only),
        new KeyExchangeCheck(),
        new CertificateChainCheck(),
        new CertificateHostCheck(),
        new CertificateValidityCheck(),
        new ResponseHeadersCheck(),
        new ServerVersionCheck(),
        new HealthPathCheck(),
        .. OddRequestCheck.All,
        new SlowConnectionsCheck(),
    ];

    /// <summary>Those of the redirect and of TLS, which hold or not whosever the certificate is.</summary>
    public static IReadOnlyList<ISiteCheck> ListenerChecks(bool isTls13Only) =>
        [new RedirectCheck(), new OldTlsCheck(), isTls13Only ? new Tls13OnlyCheck() : new NewTlsCheck(), new WeakCiphersCheck()];

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
            verdicts.Add(new(check.Claim, await FindAsync(check, site, cancellation), Stopwatch.GetElapsedTime(startedAt)));
        }

        return new(site.Url, null, verdicts);
    }

    /// <summary>Runs one, also where the site can't be asked.</summary>
    public static async Task<Finding> FindAsync(ISiteCheck check, LiveSite site, CancellationToken cancellation)
    {
        try
        {
            return await check.RunAsync(site, cancellation);
        }
        catch (SiteUnreachableException unreachable)
        {
            return Finding.NotChecked(unreachable.Message);
        }
        catch (CryptographicException strange)
        {
            return Finding.NotChecked($"the certificate can't be read: {strange.Message}");
        }
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
