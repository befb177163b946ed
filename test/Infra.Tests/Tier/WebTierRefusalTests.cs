using Infra.LoadBalancing;
using Infra.Tests.Support;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Tests.Tier;

/// <summary>What is wrong with a tier is told at once, in one message, and by the names of its inputs.</summary>
public sealed class WebTierRefusalTests
{
    [Test, Requirement("R8")]
    public async Task MaxServers_BeyondTheCeiling_AreRefused() =>
        Assert.That(await Tiers.Refusal(Tiers.Args.With(it => it.MaxServers = 4)), Is.EqualTo("""
            WebTier shop is not valid (1 problem):
              maxServers must be a whole number from 1 to 3 (the customer's limit of three servers), got 4: set it to 3
            """));

    [Test, Requirement("R3")]
    public async Task TlsPolicy_BelowTls12_IsRefused() =>
        Assert.That(await Tiers.Refusal(Tiers.ArgsInVpc.With(it => it.TlsPolicy = "ELBSecurityPolicy-2016-08")), Does.StartWith($"""
            WebTier shop is not valid (1 problem):
              tlsPolicy must be {TlsPolicies.Default},
            """));

    [Test]
    public async Task Inputs_WithSeveralFaults_AreRefusedInOneMessage()
    {
        var refusal = await Tiers.Refusal(new WebTierArgs { Region = "Ireland", MinServers = 0, DomainName = "shop.example.com" });

        Assert.That(refusal.Split('\n'), Has.Length.EqualTo(5).And.ItemAt(0).EqualTo("WebTier shop is not valid (4 problems):"));
        Assert.That(refusal, Does.Contain("hostedZoneId is required with domainName (shop.example.com)"));
        Assert.That(refusal, Does.Contain("zones is required"));
    }

    [Test]
    public async Task Region_ThatNobodyNames_IsRefused() =>
        Assert.That(await Tiers.Refusal(Tiers.Args.With(it => it.Region = null)), Does.Contain("aws:region is required"));

    [Test]
    public async Task Zones_BesideAVpc_AreRefused() =>
        Assert.That(
            await Tiers.Refusal(Tiers.ArgsInVpc.With(it => it.Zones = ["eu-west-1a", "eu-west-1b"])),
            Is.EqualTo("WebTier shop has a vpcId: zones and vpcCidr are for a network of its own; take them out"));

    [Test]
    public async Task Subnets_WithoutAVpc_AreRefused() =>
        Assert.That(
            await Tiers.Refusal(Tiers.Args.With(it => it.PublicSubnetIds = ["subnet-a", "subnet-b"])),
            Is.EqualTo("WebTier shop has subnets and no vpcId: set it to the id of their VPC"));

    [TestCase("subnet-a", "subnet-a")]
    [TestCase("subnet-a")]
    [TestCase]
    public async Task Subnets_FewerThanALoadBalancerTakes_AreRefused(params string[] ids) =>
        Assert.That(
            await Tiers.Refusal(Tiers.ArgsInVpc.With(it => it.PublicSubnetIds = ids)),
            Does.Contain("publicSubnetIds must name at least 2 subnets of vpcId, in different zones: a load balancer takes no fewer"));

    [Test]
    public async Task CertificateArn_OfAnotherRegion_IsRefused() =>
        Assert.That(
            await Tiers.Refusal(Tiers.Args.With(it => it.CertificateArn =
                "arn:aws:acm:us-east-1:111122223333:certificate/11111111-2222-3333-4444-555555555555")),
            Does.Contain("certificateArn must be in the region of aws:region (eu-west-1)"));

    [Test]
    public async Task CertificateArn_ThatIsKnownLater_CountsAsThere()
    {
        var args = Tiers.Args.With(it => it.CertificateArn = Later(
            "arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555"));

        var recorded = await Tiers.Run(args.With(it => it.DeletionProtection = true));

        Assert.That(recorded.All("tls:index/privateKey:PrivateKey"), Is.Empty);
    }

    [Test]
    public async Task AlarmEmail_ThatIsSecret_IsNotShown()
    {
        var refusal = await Tiers.Refusal(() =>
            _ = new WebTier("shop", Tiers.Args.With(it => it.AlarmEmail = Output.CreateSecret("nobody at all"))));

        Assert.That(refusal, Does.Contain("alarmEmail must be one e-mail address").And.Not.Contain("nobody at all"));
    }

    [Test]
    public async Task ImageId_ThatIsNone_IsRefused() =>
        Assert.That(
            await Tiers.Refusal(Tiers.Args.With(it => it.ImageId = "al2023")),
            Does.Contain("imageId must be the id of an Amazon Linux 2023 image"));

    [Test]
    public async Task Name_AtItsLongest_FitsIntoTargetGroupsNames()
    {
        var recorded = await Tiers.Run(options => _ = new WebTier(new string('s', 12), Tiers.Args, options));

        var suffix = "-1234567".Length;
        Assert.That(recorded.Single("aws:lb/targetGroup:TargetGroup").Name.Length + suffix, Is.LessThanOrEqualTo(32));
        Assert.That(recorded.Single("aws:lb/loadBalancer:LoadBalancer").Name.Length + suffix, Is.LessThanOrEqualTo(32));
    }

    [Test]
    public async Task Name_ThatIsLonger_IsRefusedBeforeAnythingIsMade()
    {
        var aws = new FakeAws();
        ArgumentException? refusal = null;
        await Deployment.TestAsync(aws, Tiers.Options, () =>
            refusal = Assert.Throws<ArgumentException>(() => _ = new WebTier("checkout-front", Tiers.Args)));

        Assert.That(refusal!.Message, Does.StartWith("name must have at most 12 characters"));
        Assert.That(aws.Registered, Is.Empty);
    }

    private static Output<string> Later(string value) => Output.Create(Task.Run(async () =>
    {
        await Task.Delay(50);
        return value;
    }));
}
