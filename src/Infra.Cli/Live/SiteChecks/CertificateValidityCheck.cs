using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using Infra.Cli.Live.Claims;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>R3: the certificate and all that it leads through are valid, and for long enough to be renewed in time.</summary>
internal sealed class CertificateValidityCheck : ISiteCheck
{
    // What has not been renewed by then needs a person, since ACM has been trying for weeks:
    // https://docs.aws.amazon.com/acm/latest/userguide/managed-renewal.html.
    private const int FewestDays = 14;

    public Claim Claim { get; } = new(
        "R3",
        string.Create(
            CultureInfo.InvariantCulture,
            $"the certificate is valid for {FewestDays} more days, and so is every one that it leads through"),
        "that it will be renewed");

    public async Task<Finding> RunAsync(LiveSite site, CancellationToken cancellation)
    {
        using var path = await CertificatePath.OfAsync(site, cancellation);
        var now = site.Time.GetUtcNow().UtcDateTime;
        var own = path.Certificates[0];
        var latest = path.Certificates.MaxBy(BeginOf)!;
        if (BeginOf(latest) > now)
        {
            return Finding.Fail(
                string.Create(CultureInfo.InvariantCulture, $"{Whose(latest)}valid only from {BeginOf(latest):yyyy-MM-dd HH:mm} UTC"));
        }

        var first = path.Certificates.MinBy(EndOf)!;
        var days = (int)Math.Floor((EndOf(first) - now).TotalDays);
        return Finding.Of(
            days >= FewestDays,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Whose(first)}{(days < 0 ? "expired on" : $"{days} days, until")} {EndOf(first):yyyy-MM-dd HH:mm} UTC"));

        string Whose(X509Certificate2 certificate) =>
            ReferenceEquals(certificate, own) ? "" : $"{CertificatePath.NameOf(certificate)}: ";
    }

    private static DateTime BeginOf(X509Certificate2 certificate) => certificate.NotBefore.ToUniversalTime();

    private static DateTime EndOf(X509Certificate2 certificate) => certificate.NotAfter.ToUniversalTime();
}
