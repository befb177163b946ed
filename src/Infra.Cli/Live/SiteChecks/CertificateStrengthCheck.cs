using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infra.Cli.Live.Claims;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>R3: whoever can compute a key or forge a signature on the way is trusted as well.</summary>
internal sealed class CertificateStrengthCheck : ISiteCheck
{
    private const int FewestRsaBits = 2048;
    private const int FewestCurveBits = 256;

    private const string Rsa = "1.2.840.113549.1.1.1";
    private const string RsaPss = "1.2.840.113549.1.1.10";
    private const string Sha1 = "1.3.14.3.2.26";
    private const string Curve = "1.2.840.10045.2.1";

    public Claim Claim { get; } = new(
        "R3",
        "no key on the certificate's way is RSA below 2048 bits or EC below 256 bits, and no signature is by MD5 or SHA-1",
        "that nobody else has the keys; the last one's signature counts nothing, since it signs itself");

    public async Task<Finding> RunAsync(LiveSite site, CancellationToken cancellation)
    {
        using var path = await CertificatePath.OfAsync(site, cancellation);
        var certificates = path.Certificates;
        var weak = certificates.SelectMany(certificate => WeaknessesOf(certificate, isLast: ReferenceEquals(certificate, certificates[^1])))
            .ToList();
        return weak.Count > 0
            ? Finding.Fail(string.Join("; ", weak))
            : Finding.Pass(string.Join(", signed by ", certificates.Select(certificate => KeyOf(certificate).Shown)));
    }

    private static IEnumerable<string> WeaknessesOf(X509Certificate2 certificate, bool isLast)
    {
        var key = KeyOf(certificate);
        if (!key.IsStrong)
            yield return $"{CertificatePath.NameOf(certificate)}: its key is {key.Shown}";

        var signature = SignatureOf(certificate);
        var signsItself = isLast && certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);
        if (!signsItself && !StrongAlgorithms.Signs(signature))
            yield return $"{CertificatePath.NameOf(certificate)}: signed by {new Oid(signature).FriendlyName ?? signature}";
    }

    private static (bool IsStrong, string Shown) KeyOf(X509Certificate2 certificate)
    {
        var name = certificate.PublicKey.Oid;
        switch (name.Value)
        {
            case Rsa or RsaPss:
                using (var rsa = RSA.Create())
                {
                    rsa.ImportRSAPublicKey(certificate.PublicKey.EncodedKeyValue.RawData, out _);
                    return (rsa.KeySize >= FewestRsaBits, Text("RSA", rsa.KeySize));
                }

            case Curve:
                using (var curve = certificate.GetECDsaPublicKey())
                    return (curve?.KeySize >= FewestCurveBits, Text("EC", curve?.KeySize ?? 0));
            default:
                return (StrongAlgorithms.IsSizedKey(name.Value), name.FriendlyName ?? name.Value ?? "of no kind");
        }
    }

    private static string Text(string kind, int bits) => string.Create(CultureInfo.InvariantCulture, $"{kind} of {bits} bits");

    // RSA-PSS has its hash among its parameters, and SHA-1 if it names none: RFC 4055, 3.1.
    private static string SignatureOf(X509Certificate2 certificate)
    {
        if (certificate.SignatureAlgorithm.Value != RsaPss)
            return certificate.SignatureAlgorithm.Value ?? "";

        try
        {
            var signed = new AsnReader(certificate.RawData, AsnEncodingRules.DER).ReadSequence();
            signed.ReadEncodedValue();
            var algorithm = signed.ReadSequence();
            algorithm.ReadObjectIdentifier();
            var parameters = algorithm.ReadSequence();
            var hash = new Asn1Tag(TagClass.ContextSpecific, 0, isConstructed: true);
            return parameters.ReadSequence(hash).ReadSequence().ReadObjectIdentifier();
        }
        catch (AsnContentException)
        {
            return Sha1;
        }
    }
}
