using Pulumi.Tls;

namespace Contract.Tests;

/// <summary>Facts 14: the parts of Pulumi.Tls that the program uses for a self-signed certificate.</summary>
internal sealed class TlsSdkShapeTests
{
    [Test]
    public async Task SelfSignedCert_OfPrivateKey_SendsItsInputsAndReadsItsPem()
    {
        var pem = new Dictionary<string, object> { ["privateKeyPem"] = "key", ["certPem"] = "certificate" };
        var mocks = new RecordingMocks { OnResource = args => (args.Name, pem) };
        var certificate = await Run.Update(mocks, () => new SelfSignedCert("cert", new()
        {
            PrivateKeyPem = new PrivateKey("key", new() { Algorithm = "ECDSA" }).PrivateKeyPem,
            ValidityPeriodHours = 24,
            AllowedUses = { "server_auth" },
        }));

        Assert.That(mocks["key"].Inputs, Is.EqualTo(new Dictionary<string, object> { ["algorithm"] = "ECDSA" }));
        Assert.That(mocks["cert"].Inputs["privateKeyPem"], Is.EqualTo("key"));
        Assert.That(mocks["cert"].Inputs["validityPeriodHours"], Is.EqualTo(24d));
        Assert.That(mocks["cert"].Inputs["allowedUses"], Is.EqualTo(new object[] { "server_auth" }));
        Assert.That(await certificate.CertPem.Value(), Is.EqualTo("certificate"));
    }
}
