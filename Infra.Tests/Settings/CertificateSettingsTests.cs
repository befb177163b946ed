using Infra.Tests.Support;

namespace Infra.Tests.Settings;

public sealed class CertificateSettingsTests
{
    private const string Zone = "Z0123456789ABCDEFGHIJ";

    // 63 + 1 + 63 + 1 + 63 + 1 + 61 = 253, the longest that DNS can hold.
    private static readonly string LongestName =
        string.Join('.', new string('a', 63), new string('b', 63), new string('c', 63), new string('d', 61));

    [TestCase("www.example.com")]
    [TestCase("example.com")]
    [TestCase("a.b")]
    [TestCase("1.2.3.example")]
    [TestCase("xn--bcher-kva.example")]
    public void Accepts_DomainName(string name)
    {
        var certificate = Given.Settings(("domainName", name), ("hostedZoneId", Zone)).Certificate;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(certificate.DomainName, Is.EqualTo(name));
            Assert.That(certificate.HostedZoneId, Is.EqualTo(Zone));
            Assert.That(certificate.IsSelfSigned, Is.False);
        }
    }

    [Test]
    public void DomainName_LabelOrNameIsAtItsLimit_IsAcceptedAndOneMoreIsNot()
    {
        (string, string)[] rest = [("hostedZoneId", Zone), ("certificateArn", Given.CertificateArn)];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(LongestName, Has.Length.EqualTo(253));
            Assert.That(Given.Settings([("domainName", LongestName), .. rest]).Certificate.DomainName, Is.EqualTo(LongestName));
            Assert.That(Given.Problem([("domainName", $"{LongestName}e"), .. rest]).Key, Is.EqualTo("infra:domainName"));
            Assert.That(Given.Problem([("domainName", $"{new string('a', 64)}.example"), .. rest]).Key, Is.EqualTo("infra:domainName"));
        }
    }

    [Test]
    public void DomainName_AcmIsToIssue_HasAtMost64Characters()
    {
        var accepted = $"{new string('a', 56)}.example";
        var rejected = $"a{accepted}";

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Given.Settings(("domainName", accepted), ("hostedZoneId", Zone)).Certificate.DomainName, Has.Length.EqualTo(64));
            Assert.That(Given.Problem(("domainName", rejected), ("hostedZoneId", Zone)).ToString(), Is.EqualTo(
                $"infra:domainName must have at most 64 characters for ACM to issue its certificate, got {rejected}: "
                + "choose a shorter name, or set infra:certificateArn"));
        }
    }

    [TestCase("Z1")]
    [TestCase("Z0123456789ABCDEFGHIJ")]
    [TestCase("ZABCDEFGHIJKLMNOPQRSTUVWXYZ01234")]
    public void Accepts_HostedZoneId(string zone) =>
        Assert.That(Given.Settings(("domainName", "a.b"), ("hostedZoneId", zone)).Certificate.HostedZoneId, Is.EqualTo(zone));

    [Test]
    public void DomainName_BesideAnUnreadableCertificate_IsNotJudged() =>
        Assert.That(
            Given.Problem(("domainName", "www.example.com"), ("certificateArn", "mine")).Key, Is.EqualTo("infra:certificateArn"));

    [TestCase("eu-west-1", Given.CertificateArn)]
    [TestCase("cn-north-1", "arn:aws-cn:acm:cn-north-1:111122223333:certificate/11111111-2222-3333-4444-555555555555")]
    [TestCase("us-gov-west-1", "arn:aws-us-gov:acm:us-gov-west-1:111122223333:certificate/abcdefab-2222-3333-4444-555555555555")]
    public void Accepts_CertificateArn(string region, string arn)
    {
        var config = Given.Config(("certificateArn", arn), ("zones", $"""["{region}a","{region}b"]"""));

        var certificate = Infra.Settings.StackSettings.Read(config, region).Certificate;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(certificate.CertificateArn?.Value, Is.EqualTo(arn));
            Assert.That(certificate.IsSelfSigned, Is.False);
        }
    }

    [Test]
    public void CertificateArn_WithANameAndItsZone_IsAccepted()
    {
        var settings = Given.Settings(("certificateArn", Given.CertificateArn), ("domainName", "a.b"), ("hostedZoneId", "Z1"));

        var certificate = settings.Certificate;
        Assert.That(
            (certificate.CertificateArn?.Value, certificate.DomainName, certificate.HostedZoneId),
            Is.EqualTo((Given.CertificateArn, "a.b", "Z1")));
    }

    [Test]
    public void SelfSigned_StackIsProtectedAndItIsSaidOutLoud_IsAccepted() =>
        Assert.That(Given.Settings(("deletionProtection", "true"), ("allowSelfSigned", "true")).Certificate.AllowSelfSigned, Is.True);

    [TestCase("certificateArn", Given.CertificateArn)]
    [TestCase("allowSelfSigned", "true")]
    public void DeletionProtection_CertificateIsTrustedOrAllowed_IsAccepted(string key, string value) =>
        Assert.That(Given.Settings(("deletionProtection", "true"), (key, value)).DeletionProtection, Is.True);

    [TestCase("2")]
    [TestCase("rotated 2026-11-22 (~!)")]
    public void Accepts_CertificateRotation(string rotation) =>
        Assert.That(Given.Settings(("certificateRotation", rotation)).Certificate.Rotation, Is.EqualTo(rotation));

    [Test]
    public void CertificateRotation_64Characters_IsAcceptedAnd65AreNot()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Given.Settings(("certificateRotation", new string('x', 64))).Certificate.Rotation, Has.Length.EqualTo(64));
            Assert.That(Given.Problem(("certificateRotation", new string('x', 65))).Key, Is.EqualTo("infra:certificateRotation"));
        }
    }

    [TestCase("true", true)]
    [TestCase("false", false)]
    public void Accepts_Boolean(string text, bool expected) =>
        Assert.That(Given.Settings(("allowSelfSigned", text)).Certificate.AllowSelfSigned, Is.EqualTo(expected));
}
