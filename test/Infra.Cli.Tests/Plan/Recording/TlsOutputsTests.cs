using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infra.Cli.Plan.Recording;

namespace Infra.Cli.Tests.Plan.Recording;

internal sealed class TlsOutputsTests
{
    private static readonly ResourceRequest Key =
        new("tls:index/privateKey:PrivateKey", "key", ImmutableDictionary<string, object>.Empty, "eu-west-1");

    private static readonly ResourceRequest Certificate = new(
        "tls:index/selfSignedCert:SelfSignedCert", "cert", ImmutableDictionary<string, object>.Empty
            .Add("subject", ImmutableDictionary<string, object>.Empty.Add("commonName", "*.eu-west-1.elb.amazonaws.com"))
            .Add("dnsNames", ImmutableArray.Create<object>("*.eu-west-1.elb.amazonaws.com", "www.example.com"))
            .Add("validityPeriodHours", 48d), "eu-west-1");

    [Test]
    public void PrivateKey_InAllItsForms_IsOneKey()
    {
        var outputs = ComputedOutputs.Of(Key)!.Value.Outputs;

        using var pkcs1 = Imported(outputs["privateKeyPem"]);
        using var pkcs8 = Imported(outputs["privateKeyPemPkcs8"]);
        using var publicKey = Imported(outputs["publicKeyPem"]);
        byte[] data = [1, 2, 3];
        var signature = pkcs1.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
        Assert.Multiple(() =>
        {
            Assert.That(
                outputs["privateKeyPem"],
                Does.StartWith("-----BEGIN RSA PRIVATE KEY-----\n").And.EndsWith("-----END RSA PRIVATE KEY-----\n"));
            Assert.That(outputs["privateKeyPemPkcs8"], Does.EndWith("-----END PRIVATE KEY-----\n"));
            Assert.That(outputs["publicKeyPem"], Does.EndWith("-----END PUBLIC KEY-----\n"));
            Assert.That(pkcs1.KeySize, Is.EqualTo(2048));
            Assert.That(publicKey.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss), Is.True);
            Assert.That(pkcs8.ExportRSAPrivateKey(), Is.EqualTo(pkcs1.ExportRSAPrivateKey()));
        });
    }

    [Test]
    public void Certificate_OfARequest_IsSignedByItsKeyAndSaysWhatIsAskedFor()
    {
        using var certificate = Loaded();
        using var key = PreviewKey.Create();

        Assert.Multiple(() =>
        {
            Assert.That(
                ComputedOutputs.Of(Certificate)!.Value.Outputs["certPem"], Does.EndWith("-----END CERTIFICATE-----\n"));
            Assert.That(certificate.Subject, Is.EqualTo("CN=*.eu-west-1.elb.amazonaws.com"));
            Assert.That(certificate.Issuer, Is.EqualTo(certificate.Subject));
            Assert.That(certificate.GetRSAPublicKey()!.ExportRSAPublicKey(), Is.EqualTo(key.ExportRSAPublicKey()));
            Assert.That(certificate.MatchesHostname("www.example.com"), Is.True);
            Assert.That(certificate.MatchesHostname("web-1.eu-west-1.elb.amazonaws.com"), Is.True);
            Assert.That(certificate.NotAfter - certificate.NotBefore, Is.EqualTo(TimeSpan.FromHours(48)));
        });
    }

    [Test]
    public void Certificate_OfARequest_VerifiesAgainstItself()
    {
        using var certificate = Loaded();
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(certificate);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = certificate.NotBefore.AddHours(1);

        Assert.That(chain.Build(certificate), Is.True, string.Join(", ", chain.ChainStatus.Select(status => status.StatusInformation)));
    }

    [Test]
    public void Outputs_OfTwoRuns_AreTheSame()
    {
        foreach (var request in new[] { Key, Certificate })
        {
            var (first, second) = (ComputedOutputs.Of(request)!.Value, ComputedOutputs.Of(request)!.Value);

            Assert.That(second.Id, Is.EqualTo(first.Id));
            Assert.That(second.Outputs, Is.EquivalentTo(first.Outputs));
        }
    }

    [Test]
    public void Certificate_OfARequestThatLeavesOut_IsNamedAsTheResource()
    {
        using var certificate = Loaded(Certificate with { Inputs = ImmutableDictionary<string, object>.Empty });
        using var noNames = Loaded(Certificate with { Inputs = Certificate.Inputs.SetItem("dnsNames", ImmutableArray<object>.Empty) });

        Assert.Multiple(() =>
        {
            Assert.That(certificate.Subject, Is.EqualTo("CN=cert"));
            Assert.That(certificate.Extensions.Count + noNames.Extensions.Count, Is.Zero);
            Assert.That(certificate.NotAfter, Is.EqualTo(certificate.NotBefore));
            Assert.That(certificate.NotBefore.ToUniversalTime(), Is.EqualTo(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc)));
        });
    }

    private static X509Certificate2 Loaded() => Loaded(Certificate);

    private static X509Certificate2 Loaded(ResourceRequest request) =>
        X509Certificate2.CreateFromPem((string)ComputedOutputs.Of(request)!.Value.Outputs["certPem"]);

    private static RSA Imported(object pem)
    {
        var key = RSA.Create();
        key.ImportFromPem((string)pem);
        return key;
    }
}
