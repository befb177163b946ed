using System.Text;
using Infra.Tests.Support;

namespace Infra.Tests.Servers;

public sealed class ServerTemplateTests
{
    private static async Task<RecordedResource> Template() =>
        (await Fleet.Run(Fleet.Args)).Single("aws:ec2/launchTemplate:LaunchTemplate");

    [Test]
    public async Task Template_Always_SaysNothingButThis() =>
        Assert.That((await Template()).Inputs.Keys, Is.EquivalentTo(new[]
        {
            "blockDeviceMappings", "creditSpecification", "description", "ebsOptimized", "iamInstanceProfile", "imageId", "instanceType",
            "metadataOptions", "monitoring", "networkInterfaces", "tagSpecifications", "updateDefaultVersion", "userData",
        }));

    [Test]
    [Requirement("R1")]
    public async Task NetworkInterface_Always_IsTheOnlyOneAndHasNoPublicAddress()
    {
        var template = await Template();

        Assert.Multiple(() =>
        {
            Assert.That(template.List("networkInterfaces"), Has.Count.EqualTo(1));
            Assert.That(template.Text("networkInterfaces.0.associatePublicIpAddress"), Is.EqualTo("false"));
            Assert.That(template.Texts("networkInterfaces.0.securityGroups"), Is.EqualTo(new[] { "sg-servers" }));
            Assert.That(template.Number("networkInterfaces.0.deviceIndex"), Is.EqualTo(0));
            Assert.That(template.Text("networkInterfaces.0.deleteOnTermination"), Is.EqualTo("true"));
            Assert.That(template.Has("networkInterfaces.0.ipv6AddressCount"), Is.False);
            Assert.That(template.Has("vpcSecurityGroupIds"), Is.False);
            Assert.That(template.Has("keyName"), Is.False);
        });
    }

    [TestCase("t4g.small", "unlimited"), TestCase("t3.micro", "unlimited"), TestCase("m7g.large", null), TestCase("trn1.2xlarge", null)]
    [Requirement("R7")]
    public async Task Credits_OfABurstableType_NeverHoldItBelowTheTarget(string instanceType, string? expected)
    {
        var template = (await Fleet.Run(Fleet.Args.With(it => it.InstanceType = instanceType)))
            .Single("aws:ec2/launchTemplate:LaunchTemplate");

        Assert.That(template.Has("creditSpecification") ? template.Text("creditSpecification.cpuCredits") : null, Is.EqualTo(expected));
    }

    [TestCase("t4g.small", "true")]
    [TestCase("m7i-flex.large", "true")]
    [TestCase("c4.large", "true")]
    [TestCase("i3.large", "true")]
    [TestCase("m3.xlarge", "true")]
    [TestCase("r3.4xlarge", "true")]
    [TestCase("g2.2xlarge", "true")]
    [TestCase("t2.micro", null)]
    [TestCase("t2.2xlarge", null)]
    [TestCase("m3.medium", null)]
    [TestCase("c3.large", null)]
    [TestCase("c3.8xlarge", null)]
    [TestCase("g2.8xlarge", null)]
    [TestCase("i2.8xlarge", null)]
    [TestCase("r3.large", null)]
    public async Task EbsOptimized_OfATypeThatRefusesIt_IsNotSaid(string instanceType, string? expected)
    {
        var template = (await Fleet.Run(Fleet.Args.With(it => it.InstanceType = instanceType)))
            .Single("aws:ec2/launchTemplate:LaunchTemplate");

        Assert.That(template.Has("ebsOptimized") ? template.Text("ebsOptimized") : null, Is.EqualTo(expected));
    }

    [Test]
    public async Task Metadata_Always_NeedsATokenAndStaysOnTheServer()
    {
        var template = await Template();

        Assert.Multiple(() =>
        {
            Assert.That(template.Text("metadataOptions.httpTokens"), Is.EqualTo("required"));
            Assert.That(template.Text("metadataOptions.httpEndpoint"), Is.EqualTo("enabled"));
            Assert.That(template.Number("metadataOptions.httpPutResponseHopLimit"), Is.EqualTo(1));
            Assert.That(template.Text("metadataOptions.httpProtocolIpv6"), Is.EqualTo("disabled"));
        });
    }

    [TestCase(8), TestCase(null)]
    public async Task Disk_Always_IsTheRootDeviceAndEncrypted(int? gib)
    {
        var template = (await Fleet.Run(Fleet.Args.With(it => it.RootVolumeGiB = gib))).Single("aws:ec2/launchTemplate:LaunchTemplate");

        Assert.Multiple(() =>
        {
            Assert.That(template.List("blockDeviceMappings"), Has.Count.EqualTo(1));
            Assert.That(template.Text("blockDeviceMappings.0.deviceName"), Is.EqualTo("/dev/xvda"));
            Assert.That(template.Text("blockDeviceMappings.0.ebs.encrypted"), Is.EqualTo("true"));
            Assert.That(template.Text("blockDeviceMappings.0.ebs.deleteOnTermination"), Is.EqualTo("true"));
            Assert.That(template.Text("blockDeviceMappings.0.ebs.volumeType"), Is.EqualTo("gp3"));
            Assert.That(template.Has("blockDeviceMappings.0.ebs.volumeSize"), Is.EqualTo(gib.HasValue));
        });
    }

    [Test]
    public async Task Template_Always_NamesImageTypeAndRole()
    {
        var template = await Template();

        Assert.Multiple(() =>
        {
            Assert.That(template.Text("imageId"), Is.EqualTo(FakeAws.ImageId));
            Assert.That(template.Text("instanceType"), Is.EqualTo("t4g.small"));
            Assert.That(template.Text("iamInstanceProfile.arn"), Is.EqualTo("arn:aws:iam:eu-west-1:123456789012:web-identity-profile"));
            Assert.That(template.Text("ebsOptimized"), Is.EqualTo("true"));
            Assert.That(template.Flag("updateDefaultVersion"), Is.True);
        });
    }

    [Test]
    [Requirement("R7")]
    public async Task Monitoring_Always_GivesAPointEachMinute() =>
        Assert.That((await Template()).Flag("monitoring.enabled"), Is.True);

    [Test]
    public async Task Tags_Always_ReachServersDisksAndNetworkInterfaces()
    {
        var template = await Template();

        Assert.That(template.List("tagSpecifications"), Has.Count.EqualTo(3));
        foreach (var (resourceType, index) in new[] { ("instance", 0), ("volume", 1), ("network-interface", 2) })
        {
            Assert.That(template.Text($"tagSpecifications.{index}.resourceType"), Is.EqualTo(resourceType));
            Assert.That(template.Value($"tagSpecifications.{index}.tags"), Is.EquivalentTo(new Dictionary<string, object>
            {
                ["Environment"] = "test",
                ["Name"] = "infra-test-server",
            }));
        }
    }

    [Test]
    [Requirement("R4")]
    public async Task UserData_Always_IsTheVerifiedScript() =>
        Golden.Verify("user-data", Encoding.UTF8.GetString(Convert.FromBase64String((await Template()).Text("userData"))));
}
