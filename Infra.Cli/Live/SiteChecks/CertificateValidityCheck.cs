using System.Globalization;
using Infra.Cli.Live.Claims;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>R3: the certificate is valid, and for long enough to be renewed in time.</summary>
internal sealed class CertificateValidityCheck : ISiteCheck
{
    // What has not been renewed by then needs a person, since ACM has been trying for weeks:
    // https://docs.aws.amazon.com/acm/latest/userguide/managed-renewal.html.
    private const int FewestDays = 14;

    public Claim Claim { get; } = new(
        "R3",
        string.Create(CultureInfo.InvariantCulture, $"the certificate is valid for {FewestDays} more days"),
        "that it will be renewed");

    public async Task<Finding> RunAsync(LiveSite site, CancellationToken cancellation)
    {
        using var shown = await ShownCertificate.OfAsync(site, cancellation);
        var now = site.Time.GetUtcNow();
        var (begin, end) = (shown.Certificate.NotBefore.ToUniversalTime(), shown.Certificate.NotAfter.ToUniversalTime());
        if (begin > now.UtcDateTime)
            return Finding.Fail(string.Create(CultureInfo.InvariantCulture, $"valid only from {begin:yyyy-MM-dd HH:mm} UTC"));

        var days = (int)Math.Floor((end - now.UtcDateTime).TotalDays);
        return Finding.Of(
            days >= FewestDays,
            string.Create(CultureInfo.InvariantCulture, $"{(days < 0 ? "expired on" : $"{days} days, until")} {end:yyyy-MM-dd HH:mm} UTC"));
    }
}
