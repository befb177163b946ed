using System.Globalization;
using System.Security.Cryptography;
using Infra.Cli.Live.Claims;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>What verify and a rehearsal both do with checks of a site.</summary>
internal static class SiteCheck
{
    /// <summary>Those of the redirect and of TLS, which hold or not whosever the certificate is.</summary>
    public static IReadOnlyList<ISiteCheck> OfListeners(bool isTls13Only) =>
    [
        new RedirectCheck(),
        new OldTlsCheck(),
        isTls13Only ? new Tls13OnlyCheck() : new NewTlsCheck(),
        new WeakCiphersCheck(),
    ];

    /// <summary>Runs one, also where the site can't be asked, and for no longer than a claim may take.</summary>
    public static async Task<Finding> FindAsync(ISiteCheck check, LiveSite site, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(site.Most, site.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return await check.RunAsync(site, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Finding.NotChecked(string.Create(CultureInfo.InvariantCulture, $"not over within {site.Most.TotalSeconds} s"));
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
