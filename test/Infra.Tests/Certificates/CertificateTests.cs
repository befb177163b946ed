using Infra.Certificates;
using Infra.Tests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Certificates;

public sealed class CertificateTests
{
    private const string CertificateType = "aws:acm/certificate:Certificate";
    private const string ImportedArn = "arn:aws:acm:eu-west-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef";

    private static readonly CertificateSource.Issued Issued = new("www.example.com", "Z0123456789");
    private static readonly CertificateSource.SelfSigned SelfSigned =
        new("*.eu-west-1.elb.amazonaws.com", "1");

    [Test]
    public async Task Issued_Always_IsValidatedByDns()
    {
        var certificate = (await Run(Issued)).Single(CertificateType);

        Assert.That(Json.Of(certificate), Is.EqualTo("""
            {
              "domainName": "www.example.com",
              "keyAlgorithm": "RSA_2048",
              "options": {
                "certificateTransparencyLoggingPreference": "ENABLED"
              },
              "validationMethod": "DNS"
            }
            """));
    }

    [Test]
    public async Task Issued_Always_AnswersTheOneChallengeInTheHostedZone()
    {
        var record = (await Run(Issued)).Single("aws:route53/record:Record");

        Assert.That(Json.Of(record), Is.EqualTo("""
            {
              "allowOverwrite": true,
              "name": "_challenge.www.example.com",
              "records": [
                "_answer.acm-validations.aws"
              ],
              "ttl": 300,
              "type": "CNAME",
              "zoneId": "Z0123456789"
            }
            """));
        // Another certificate for the name, which the account may have, has the same challenge.
        Assert.That(record.Options.RetainOnDelete, Is.True);
    }

    [Test]
    public async Task Issued_Always_IsWaitedForNoLongerThanAQuarterOfAnHour()
    {
        var validation = (await Run(Issued)).Single("aws:acm/certificateValidation:CertificateValidation");

        Assert.That(Json.Of(validation), Is.EqualTo("""
            {
              "certificateArn": "arn:aws:acm:eu-west-1:123456789012:cert-issued",
              "validationRecordFqdns": [
                "_challenge.www.example.com"
              ]
            }
            """));
        Assert.That(validation.Options.CustomTimeouts?.Create, Is.EqualTo(TimeSpan.FromMinutes(15)));
    }

    [Test]
    public async Task Arn_Issued_IsKnownOnlyWhenValidated()
    {
        var arn = Output.Create("");
        await Deployment.TestAsync(new FakeAws(), Cloud.Options, () => { arn = new Certificate("cert", new() { Source = Issued }).Arn; });

        var dependencies = await OutputUtilities.GetDependenciesAsync(arn);
        Assert.That(dependencies.Select(resource => resource.GetResourceName()), Is.EqualTo(new[] { "cert-validated" }));
    }

    [Test]
    public async Task Imported_Always_IsTakenAsItIs()
    {
        var recorded = await Run(new CertificateSource.Imported(ImportedArn));

        Assert.That(recorded.Resources.Select(resource => resource.Type), Is.EqualTo(new[] { "infra:certificates:Certificate" }));
        Assert.That(await ArnOf(new CertificateSource.Imported(ImportedArn)), Is.EqualTo(ImportedArn));
    }

    [Test]
    public async Task Pem_OfASelfSignedOne_IsTheCertificateForAllToRead()
    {
        var pem = await PemOf(SelfSigned);

        Assert.That(await Output.IsSecretAsync(pem), Is.False);
        Assert.That(await OutputUtilities.GetValueAsync(pem), Does.StartWith("-----BEGIN CERTIFICATE-----\n"));
    }

    [Test]
    public async Task Pem_OfOneThatOthersVouchFor_IsNone()
    {
        Assert.That(await OutputUtilities.GetValueAsync(await PemOf(Issued)), Is.Null);
        Assert.That(await OutputUtilities.GetValueAsync(await PemOf(new CertificateSource.Imported(ImportedArn))), Is.Null);
    }

    [Test]
    public async Task SelfSigned_Always_IsForServersAndForTheNamesOnly()
    {
        var signed = (await Run(SelfSigned)).Single("tls:index/selfSignedCert:SelfSignedCert");

        Assert.That(Json.Of(signed), Is.EqualTo("""
            {
              "allowedUses": [
                "digital_signature",
                "server_auth"
              ],
              "dnsNames": [
                "*.eu-west-1.elb.amazonaws.com"
              ],
              "privateKeyPem": "-----BEGIN RSA PRIVATE KEY-----\ncert-self-signed-key-id\n",
              "subject": {
                "commonName": "*.eu-west-1.elb.amazonaws.com"
              },
              "validityPeriodHours": 8760
            }
            """));
    }

    [Test]
    public async Task SelfSigned_Always_HasAnRsaKeyOf2048Bits()
    {
        var key = (await Run(SelfSigned)).Single("tls:index/privateKey:PrivateKey");

        Assert.That(Json.Of(key), Is.EqualTo("""
            {
              "algorithm": "RSA",
              "rsaBits": 2048
            }
            """));
    }

    [Test]
    public async Task SelfSigned_Always_IsImportedWithItsKey()
    {
        var imported = (await Run(SelfSigned)).Single(CertificateType);

        Assert.That(Json.Of(imported), Is.EqualTo("""
            {
              "certificateBody": "-----BEGIN CERTIFICATE-----\ncert-self-signed-cert-id\n",
              "privateKey": "-----BEGIN RSA PRIVATE KEY-----\ncert-self-signed-key-id\n"
            }
            """));
        Assert.That(await ArnOf(SelfSigned), Is.EqualTo("arn:aws:acm:eu-west-1:123456789012:cert-self-signed-import"));
    }

    [TestCase("1")]
    [TestCase("2027-01")]
    public async Task SelfSigned_Rotation_ReplacesKeyAndCertificateButNotTheImport(string rotation)
    {
        var recorded = await Run(SelfSigned with { Rotation = rotation });

        Assert.That(await TriggerOf(recorded.Named("cert-self-signed-key")), Is.EqualTo(rotation));
        Assert.That(await TriggerOf(recorded.Named("cert-self-signed-cert")), Is.EqualTo(rotation));
        Assert.That(await TriggerOf(recorded.Named("cert-self-signed-import")), Is.Null);
    }

    [Test]
    public async Task SelfSigned_PrivateKey_IsSecretFromTheStart()
    {
        var key = (await Run(SelfSigned)).Named("cert-self-signed-key");

        Assert.That(((CustomResourceOptions)key.Options).AdditionalSecretOutputs, Does.Contain("privateKeyPem"));
    }

    [TestCaseSource(nameof(Sources))]
    public async Task Certificate_Always_CanBeReplacedWhileInUse(CertificateSource source)
    {
        foreach (var resource in (await Run(source)).Resources.Where(resource => resource.Options is CustomResourceOptions))
        {
            Assert.That(((CustomResourceOptions)resource.Options).DeleteBeforeReplace, Is.Not.True, resource.ToString());
            Assert.That(resource.Parent, Is.Not.Null, resource.ToString());
        }
    }

    private static IEnumerable<TestCaseData> Sources =>
        new CertificateSource[] { Issued, new CertificateSource.Imported(ImportedArn), SelfSigned }
            .Select(source => new TestCaseData(source).SetArgDisplayNames(source.GetType().Name));

    private static Task<Recorded> Run(CertificateSource source) =>
        Cloud.Run(options => _ = new Certificate("cert", new() { Source = source }, options));

    private static Task<string> ArnOf(CertificateSource source) =>
        Cloud.OutputOf(() => new Certificate("cert", new() { Source = source }).Arn);

    private static async Task<Output<string?>> PemOf(CertificateSource source)
    {
        var pem = Output.Create((string?)null);
        await Deployment.TestAsync(new FakeAws(), Cloud.Options, () => { pem = new Certificate("cert", new() { Source = source }).Pem; });
        return pem;
    }

    private static async Task<object?> TriggerOf(RecordedResource resource) =>
        resource.Options.ReplacementTrigger is { } trigger ? await OutputUtilities.GetValueAsync((Output<object>)trigger) : null;
}
