using Pulumi.Tls;

namespace Contract.Tests;

/// <summary>The parts of Pulumi.Tls that the program uses for a self-signed certificate.</summary>
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
        Assert.That(mocks["cert"].Inputs, Is.EqualTo(new Dictionary<string, object>
        {
            ["privateKeyPem"] = "key",
            ["validityPeriodHours"] = 24d,
            ["allowedUses"] = ImmutableArray.Create<object>("server_auth"),
        }));
        Assert.That(await certificate.CertPem.Value(), Is.EqualTo("certificate"));
    }
}
