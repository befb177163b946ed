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
}
