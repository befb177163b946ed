using System.Diagnostics;
using System.Security.Cryptography;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Http;
using Infra.Cli.Live.Verify.Checks;

namespace Infra.Cli.Live.Verify;

/// <summary>Runs the checks one after another, so that none sees what another has done to the site.</summary>
internal static class Verifier
{
    public static IReadOnlyList<ISiteCheck> Checks { get; } =
    [
        new RedirectCheck(),
        new OldTlsCheck(),
        new NewTlsCheck(),
        new WeakCiphersCheck(),
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

    /// <summary>Runs them all, whatever fails on the way; none if the site can't be reached at all.</summary>
    /// <param name="site">The site.</param>
    /// <param name="progress">Is told what is about to be checked.</param>
    /// <param name="cancellation">Breaks it off.</param>
    public static async Task<VerifyReport> RunAsync(LiveSite site, IProgress<Claim> progress, CancellationToken cancellation)
    {
        if (await WhyUnreachableAsync(site, cancellation) is { } why)
            return new(site.Url, why, [.. ChecksOf(site).Select(check => new Verdict(check.Claim, Finding.NotChecked(why), TimeSpan.Zero))]);

        var verdicts = new List<Verdict>();
        foreach (var check in ChecksOf(site))
        {
            progress.Report(check.Claim);
            var startedAt = Stopwatch.GetTimestamp();
            verdicts.Add(new(check.Claim, await FindAsync(check, site, cancellation), Stopwatch.GetElapsedTime(startedAt)));
        }

        return new(site.Url, null, verdicts);
    }

    // As many for every site: one claim may stand for another.
    private static IEnumerable<ISiteCheck> ChecksOf(LiveSite site) =>
        site.IsTls13Only ? Checks.Select(check => check is NewTlsCheck ? new Tls13OnlyCheck() : check) : Checks;

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

    private static async Task<Finding> FindAsync(ISiteCheck check, LiveSite site, CancellationToken cancellation)
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
}
