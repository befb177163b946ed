using System.Globalization;

namespace Infra.Cli.Verification.Http;

/// <summary>A wait that ends when the site has had its time, or the user breaks off.</summary>
internal static class Patience
{
    public static CancellationTokenSource Of(LiveSite site, CancellationToken cancellation)
    {
        var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(site.Patience);
        return patience;
    }

    /// <summary>How long that is, for a report.</summary>
    public static string Text(LiveSite site) => string.Create(CultureInfo.InvariantCulture, $"{site.Patience.TotalSeconds} s");
}
