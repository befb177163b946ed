using System.Text;
using Infra.Tests.Support;

namespace Infra.Tests.Stack;

/// <summary>Where settings arrive, exactly. That each arrives somewhere is what <see cref="EverySettingTests"/> guards.</summary>
public sealed class SettingsReachResourcesTests
{
    private const string Balancer = "aws:lb/loadBalancer:LoadBalancer";
    private const string Targets = "aws:lb/targetGroup:TargetGroup";
    private const string Group = "aws:autoscaling/group:Group";
    private const string Template = "aws:ec2/launchTemplate:LaunchTemplate";

    [TestCase("vpcCidr", "10.20.0.0/20", "aws:ec2/vpc:Vpc", "cidrBlock", "10.20.0.0/20")]
    [TestCase("healthCheckPath", "/alive", Targets, "healthCheck.path", "/alive")]
    [TestCase("healthCheckInterval", "20s", Targets, "healthCheck.interval", 20d)]
    [TestCase("healthCheckTimeout", "7s", Targets, "healthCheck.timeout", 7d)]
    [TestCase("healthyThreshold", "4", Targets, "healthCheck.healthyThreshold", 4d)]
    [TestCase("unhealthyThreshold", "6", Targets, "healthCheck.unhealthyThreshold", 6d)]
    [TestCase("deregistrationDelay", "45s", Targets, "deregistrationDelay", 45d)]
    [TestCase("bootBudget", "2m", Group, "healthCheckGracePeriod", 140d)]
    [TestCase("bootBudget", "2m", Group, "defaultInstanceWarmup", 120d)]
    [TestCase("minServers", "2", Group, "minSize", 2d)]
    [TestCase("maxServers", "2", Group, "maxSize", 2d)]
    [TestCase("cpuTarget", "35", "aws:autoscaling/policy:Policy", "targetTrackingConfiguration.targetValue", 35d)]
    [TestCase("instanceType", "m7g.large", Template, "instanceType", "m7g.large")]
    [TestCase("deletionProtection", "true", Balancer, "enableDeletionProtection", true)]
    [Requirement("R1"), Requirement("R5"), Requirement("R6"), Requirement("R7"), Requirement("R8")]
    public async Task Setting_Changed_ChangesItsResource(string key, string value, string type, string path, object expected)
    {
        var cloud = (await Stacks.With((key, value), ("allowSelfSigned", "true"))).Recorded;

        Assert.That(cloud.Single(type).Value(path), Is.EqualTo(expected));
    }

    [TestCase("infra-dev-boundary", "arn:aws:iam::123456789012:policy/infra-dev-boundary")]
    [TestCase("web/team/limits", "arn:aws:iam::123456789012:policy/web/team/limits")]
    public async Task PermissionsBoundary_Set_IsOfEveryRole(string name, string arn)
    {
        var cloud = (await Stacks.With(("permissionsBoundary", name))).Recorded;

        var roles = cloud.All("aws:iam/role:Role").ToList();
        Assert.That(roles, Has.Count.EqualTo(2));
        Assert.That(roles.Select(role => role.Text("permissionsBoundary")), Has.All.EqualTo(arn));
    }

    [Test]
    public async Task PermissionsBoundary_NotSet_IsOfNoRole() =>
        Assert.That((await Stacks.With()).Recorded.All("aws:iam/role:Role").Select(role => role.Has("permissionsBoundary")), Has.All.False);

    // An image of another size brings it along: a disk that is smaller than the image's does not start.
    [TestCase("", 8)]
    [TestCase("resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-minimal-kernel-default-arm64", 8)]
    [TestCase("resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id", null)]
    [TestCase("resolve:ssm:/golden/web", null)]
    [TestCase("resolve:ssm:/golden/web:3", null)]
    [TestCase("ami-0fedcba9876543210", null)]
    public async Task ImageId_Changed_DecidesTheSizeOfTheDisk(string image, double? gib)
    {
        var template = (await Stacks.With(("imageId", image))).Recorded.Single(Template);

        const string Size = "blockDeviceMappings.0.ebs.volumeSize";
        Assert.That(template.Has(Size) ? template.Number(Size) : (double?)null, Is.EqualTo(gib));
        Assert.That(template.Text("blockDeviceMappings.0.ebs.encrypted"), Is.EqualTo("true"));
    }

    [Test, Requirement("R3")]
    public async Task TlsPolicy_Changed_IsTheListeners()
    {
        var cloud = (await Stacks.With(("tlsPolicy", "ELBSecurityPolicy-TLS13-1-3-2021-06"))).Recorded;

        Assert.That(Https(cloud).Text("sslPolicy"), Is.EqualTo("ELBSecurityPolicy-TLS13-1-3-2021-06"));
    }

    [Test, Requirement("R4")]
    public async Task TlsMode_Changed_ReachesTheLoadBalancer_AndServersThatAnswerInBothModesStay()
    {
        var offload = (await Stacks.With(("tlsMode", "offload"))).Recorded;
        var endToEnd = (await Stacks.With(("tlsMode", "end-to-end"))).Recorded;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(offload.Single(Targets).Text("protocol"), Is.EqualTo("HTTP"));
            Assert.That(endToEnd.Single(Targets).Text("protocol"), Is.EqualTo("HTTPS"));
            Assert.That(UserData(endToEnd), Is.EqualTo(UserData(offload)));
        }
    }

    [Test, Requirement("R5")]
    public async Task HealthCheckPath_Changed_IsAnsweredByTheServers()
    {
        var cloud = (await Stacks.With(("healthCheckPath", "/alive"))).Recorded;

        Assert.That(UserData(cloud), Does.Contain("""location = "/alive" {""").And.Contain("health_check_path='/alive'"));
    }

    [Test, Requirement("R7")]
    public async Task RequestsPerServer_Set_AddsAPolicyOnRequests()
    {
        var cloud = (await Stacks.With(("requestsPerServer", "1234"))).Recorded;

        Assert.That(
            cloud.All("aws:autoscaling/policy:Policy").Select(policy => policy.Number("targetTrackingConfiguration.targetValue")),
            Is.EquivalentTo([50d, 1234d]));
    }

    [Test, Requirement("R1")]
    public async Task AllowedCidrs_Changed_AreTheOnlyOnesAdmitted()
    {
        var cloud = (await Stacks.With(("allowedCidrs", """["203.0.113.0/24"]"""))).Recorded;
        var admitted = cloud.All("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").Where(rule => rule.Has("cidrIpv4"));

        Assert.That(admitted.Select(rule => rule.Text("cidrIpv4")).Distinct(), Is.EqualTo(["203.0.113.0/24"]));
    }

    [Test, Requirement("R1")]
    public async Task AllowedPrefixLists_Set_AreAdmittedByHttpsAlone()
    {
        var cloud = (await Stacks.With(
            ("allowedCidrs", "[]"),
            ("allowedPrefixLists", """["com.amazonaws.global.cloudfront.origin-facing","pl-0123456789abcdef0"]"""))).Recorded;
        var admitted = cloud.All("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")
            .Where(rule => rule.Text("securityGroupId") == "access-load-balancer-id");

        Assert.That(
            admitted.Select(rule => (rule.Name, rule.Number("fromPort"))),
            Is.EquivalentTo([
                ("access-load-balancer-https-from-com.amazonaws.global.cloudfront.origin-facing", 443d),
                ("access-load-balancer-https-from-pl-0123456789abcdef0", 443d),
            ]));
        Assert.That(admitted.Select(rule => rule.Text("prefixListId")), Is.EqualTo(["pl-of-a-name", "pl-0123456789abcdef0"]));
    }

    [Test]
    public async Task Retention_Changed_ReachesLogsAndArchive()
    {
        var cloud = (await Stacks.With(("logRetentionDays", "14"), ("waf", "true"))).Recorded;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                cloud.All("aws:cloudwatch/logGroup:LogGroup").Select(group => group.Number("retentionInDays")),
                Is.EqualTo([14d, 14d]));
            Assert.That(cloud.Named("logs-storage-lifecycle").Number("rules.0.expiration.days"), Is.EqualTo(14));
        }
    }

    [Test]
    public async Task Firewall_WithARateLimit_BlocksAboveIt()
    {
        var acl = (await Stacks.With(("waf", "true"), ("wafRateLimit", "777"))).Recorded.Single("aws:wafv2/webAcl:WebAcl");

        Assert.That(acl.List("rules").Count, Is.EqualTo(4));
        Assert.That(
            Enumerable.Range(0, 4).Where(rule => acl.Has($"rules.{rule}.statement.rateBasedStatement"))
                .Select(rule => acl.Number($"rules.{rule}.statement.rateBasedStatement.limit")),
            Is.EqualTo([777d]));
    }

    [Test]
    public async Task Alarms_OfTheSettings_HaveTheirAddressAndThreshold()
    {
        var cloud = (await Stacks.With(("alarmEmail", "ops@example.org"), ("slowResponse", "3s"))).Recorded;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(cloud.Single("aws:sns/topicSubscription:TopicSubscription").Text("endpoint"), Is.EqualTo("ops@example.org"));
            Assert.That(
                cloud.All("aws:cloudwatch/metricAlarm:MetricAlarm").Single(alarm => alarm.Has("extendedStatistic")).Number("threshold"),
                Is.EqualTo(3));
        }
    }

    [Test, Requirement("R3")]
    public async Task CertificateArn_Given_IsUsedAsItIs()
    {
        var cloud = (await Stacks.With(("certificateArn", Settings.Given.CertificateArn))).Recorded;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Https(cloud).Text("certificateArn"), Is.EqualTo(Settings.Given.CertificateArn));
            Assert.That(cloud.All("aws:acm/certificate:Certificate"), Is.Empty);
        }
    }

    [Test]
    public async Task CertificateRotation_Changed_IsTheKeysReplacementTrigger()
    {
        var cloud = (await Stacks.With(("certificateRotation", "2026-12"))).Recorded;
        Pulumi.Output<object> trigger = cloud.Single("tls:index/privateKey:PrivateKey").Options.ReplacementTrigger!;

        Assert.That(await Pulumi.Utilities.OutputUtilities.GetValueAsync(trigger), Is.EqualTo("2026-12"));
    }

    private static RecordedResource Https(Recorded cloud) =>
        cloud.All("aws:lb/listener:Listener").Single(listener => listener.Text("protocol") == "HTTPS");

    private static string UserData(Recorded cloud) =>
        Encoding.UTF8.GetString(Convert.FromBase64String(cloud.Single(Template).Text("userData")));
}
