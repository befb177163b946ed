using Infra.Certificates;
using Infra.Common;
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
        var settings = Given.Settings(("domainName", name), ("hostedZoneId", Zone));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(settings.Certificate.SiteName, Is.EqualTo(new SiteName(name, Zone)));
            Assert.That((settings.CertificateSource as CertificateSource.Issued)?.DomainName, Is.EqualTo(name));
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

    [Test]
    public void DomainName_WithoutItsZone_IsRefused() =>
        Assert.That(Given.Problem(("domainName", "www.example.com")).ToString(), Is.EqualTo(
            "infra:hostedZoneId is required with infra:domainName (www.example.com): "
            + "set it to the id of the zone that holds the name, or remove infra:domainName"));

    [Test]
    public void HostedZoneId_WithoutItsDomainName_IsRefused() =>
        Assert.That(Given.Problem(("hostedZoneId", "Z1")).ToString(), Is.EqualTo(
            "infra:domainName is required with infra:hostedZoneId (Z1): set it to the site's name, or remove infra:hostedZoneId"));

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
    [TestCase("eusc-de-east-1", "arn:aws-eusc:acm:eusc-de-east-1:111122223333:certificate/11111111-2222-3333-4444-555555555555")]
    public void Accepts_CertificateArn(string region, string arn)
    {
        var config = Given.Config(("certificateArn", arn), ("zones", $"""["{region}a","{region}b"]"""));

        var settings = Infra.Settings.StackSettings.Read(config, region);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(settings.Certificate.CertificateArn?.Value, Is.EqualTo(arn));
            Assert.That(settings.CertificateSource, Is.TypeOf<CertificateSource.Imported>());
        }
    }

    [TestCase("eu-west-1", "aws", "aws-eusc")]
    [TestCase("us-gov-west-1", "aws-us-gov", "aws")]
    [TestCase("cn-north-1", "aws-cn", "aws-us-gov")]
    [TestCase("eusc-de-east-1", "aws-eusc", "aws")]
    public void CertificateArn_OfAnotherPartitionThanItsRegions_IsRefused(string region, string partition, string other)
    {
        var arn = $"arn:{other}:acm:{region}:111122223333:certificate/11111111-2222-3333-4444-555555555555";
        var config = Given.Config(("certificateArn", arn), ("zones", $"""["{region}a","{region}b"]"""));

        Assert.That(Given.Invalid(config, region).Problems.Single().ToString(), Is.EqualTo(
            $"infra:certificateArn must be in the partition of aws:region ({partition}), got {arn}: copy it from ACM in {region}"));
    }

    [TestCase("eu-west-1", "*.eu-west-1.elb.amazonaws.com")]
    [TestCase("us-gov-east-1", "*.us-gov-east-1.elb.amazonaws.com")]
    [TestCase("cn-northwest-1", "*.cn-northwest-1.elb.amazonaws.com.cn")]
    [TestCase("eusc-de-east-1", "*.eusc-de-east-1.elb.amazonaws.eu")]
    public void SelfSigned_InEachPartition_IsForTheLoadBalancersName(string region, string name)
    {
        var settings = Infra.Settings.StackSettings.Read(Given.Config(("zones", $"""["{region}a","{region}b"]""")), region);

        Assert.That(settings.CertificateSource, Is.EqualTo(new CertificateSource.SelfSigned(name, "1")));
    }

    [Test]
    public void CertificateArn_OfAnotherRegion_IsRefused()
    {
        var arn = Given.CertificateArn.Replace("eu-west-1", "us-east-1", StringComparison.Ordinal);

        Assert.That(Given.Problem(("certificateArn", arn)).ToString(), Is.EqualTo(
            $"infra:certificateArn must be in the region of aws:region (eu-west-1), got {arn}: "
            + "issue or import the certificate there; a load balancer takes no other region's"));
    }

    [Test]
    public void CertificateArn_WithANameAndItsZone_IsAccepted()
    {
        var settings = Given.Settings(("certificateArn", Given.CertificateArn), ("domainName", "a.b"), ("hostedZoneId", "Z1"));

        Assert.That(settings.CertificateSource, Is.TypeOf<CertificateSource.Imported>());
        Assert.That(settings.Certificate.SiteName, Is.EqualTo(new SiteName("a.b", "Z1")));
    }

    [Test]
    [Requirement("R3")]
    public void SelfSigned_StackIsProtected_IsRefused() =>
        Assert.That(Given.Problem(("deletionProtection", "true")).ToString(), Is.EqualTo(
            "infra:allowSelfSigned must be true when infra:deletionProtection is true and neither infra:domainName nor "
            + "infra:certificateArn is set, as browsers warn of self-signed ones, got false: "
            + "set infra:domainName or infra:certificateArn, or say out loud that warnings are fine by setting it to true"));

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

    [TestCase("aü")]
    [TestCase("a\tb")]
    public void CertificateRotation_OfOtherCharacters_IsRefused(string rotation) =>
        Assert.That(Given.Problem(("certificateRotation", rotation)).Key, Is.EqualTo("infra:certificateRotation"));

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
