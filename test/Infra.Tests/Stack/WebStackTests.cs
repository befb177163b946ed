using Infra.Tests.Support;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Infra.Tests.Stack;

public sealed class WebStackTests
{
    [Test]
    public async Task Dev_AsCommitted_HasTheseComponents()
    {
        var run = await Stacks.Committed("dev");

        Assert.That(TopLevelComponents(run), Is.EqualTo(
        [
            "infra:certificates:Certificate cert",
            "infra:loadbalancing:HttpsLoadBalancer web",
            "infra:logging:LogArchive logs",
            "infra:networking:Network net",
            "infra:networking:SecurityGroups access",
            "infra:observability:AlertTopic alerts",
            "infra:observability:Monitoring watch",
            "infra:servers:ServerFleet fleet",
            "infra:site:SiteBundle site",
        ]));
    }

    [Test]
    public async Task Prod_AsCommitted_HasFirewallAliasAndEndpointsBesides()
    {
        var dev = await Stacks.Committed("dev");
        var prod = await Stacks.Committed("prod");

        Assert.That(TopLevelComponents(prod).Except(TopLevelComponents(dev)), Is.EqualTo(
        [
            "infra:loadbalancing:SiteAlias alias",
            "infra:loadbalancing:WebFirewall waf",
            "infra:networking:VpcEndpoints endpoints",
        ]));
    }

    [TestCase("up", new string[0], new[] { "watch-server-errors-name" })]
    [TestCase("promote", new[] { "launchTemplate" }, new[] { "watch-server-errors-name", "watch-load-balancer-errors-name" })]
    public async Task Rollout_EachWay_IsAnOutputAndDecidesWhetherTheGroupFollowsTheTemplate(
        string rollout, string[] ignored, string[] alarms)
    {
        var run = await Stacks.With(("rollout", rollout));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Value(run.Stack.Rollout), Is.EqualTo(rollout));
            Assert.That(await Value(run.Stack.LaunchTemplateId), Is.EqualTo("fleet-launch-template-id"));
            Assert.That(await Value(run.Stack.PreparedVersion), Is.EqualTo("7"));
            Assert.That(await Value(run.Stack.ProvenVersion), Is.EqualTo("7"));
            Assert.That(await Value(run.Stack.RollAlarmNames), Is.EqualTo(alarms));
            Assert.That(run.Recorded.Single("aws:autoscaling/group:Group").IgnoreChanges, Is.EqualTo(ignored));
        }
    }

    [TestCase("dev")]
    [TestCase("prod")]
    public async Task Stack_AsCommitted_RollsByPromotion(string stack) =>
        Assert.That(await Value((await Stacks.Committed(stack)).Stack.Rollout), Is.EqualTo("promote"));

    [TestCase("dev")]
    [TestCase("prod")]
    public async Task Stack_AsCommitted_HasNoResourceOfItsOwn(string stack)
    {
        var run = await Stacks.Committed(stack);

        Assert.That(
            run.Recorded.Resources.Where(
                resource => resource.Parent is Pulumi.Stack or null && !resource.Type.StartsWith("infra:", StringComparison.Ordinal)),
            Is.Empty);
    }

    /// <summary>AWS refuses an empty description, and EC2 one with other characters than these.</summary>
    [TestCase("dev")]
    [TestCase("prod")]
    public async Task Descriptions_Always_AreSuchAsAwsTakes(string stack)
    {
        var described = (await Stacks.Committed(stack)).Recorded.Resources.Where(resource => resource.Has("description")).ToList();

        Assert.That(described, Has.Count.GreaterThan(3));
        using (Assert.EnterMultipleScope())
        {
            foreach (var resource in described)
            {
                Assert.That(
                    resource.Text("description"),
                    Does.Match(@"^[A-Za-z0-9 ._\-:/()#,@\[\]+=&;{}!$*']{1,255}\z"),
                    resource.ToString());
            }
        }
    }

    [Test]
    public async Task SelfSignedCertificate_WithoutADomain_IsForTheLoadBalancersOwnName()
    {
        var certificate = (await Stacks.With()).Recorded.Single("tls:index/selfSignedCert:SelfSignedCert");

        Assert.That(certificate.Text("subject.commonName"), Is.EqualTo("*.eu-west-1.elb.amazonaws.com"));
        Assert.That(certificate.Texts("dnsNames"), Is.EqualTo(["*.eu-west-1.elb.amazonaws.com"]));
    }

    [TestCase("dev")]
    [TestCase("prod")]
    public async Task Tags_OfTheStack_AreOnItsServersTemplateToo(string stack) =>
        Assert.That(
            (await Stacks.Committed(stack)).Recorded.Single("aws:ec2/launchTemplate:LaunchTemplate").Text("tags.Environment"),
            Is.EqualTo(stack));

    [Test, Requirement("R1")]
    public async Task LoadBalancer_InAnyStack_StandsInPublicSubnetsAndServersInPrivateOnes()
    {
        var cloud = (await Stacks.Committed("prod")).Recorded;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                cloud.Single("aws:lb/loadBalancer:LoadBalancer").Texts("subnets"),
                Is.EqualTo(IdsOf("net-public-a", "net-public-b", "net-public-c")));
            Assert.That(
                cloud.Single("aws:autoscaling/group:Group").Texts("vpcZoneIdentifiers"),
                Is.EqualTo(IdsOf("net-private-a", "net-private-b", "net-private-c")));
        }
    }

    [Test, Requirement("R1")]
    public async Task SecurityGroups_OfLoadBalancerAndServers_AreNotMixedUp()
    {
        var cloud = (await Stacks.Committed("dev")).Recorded;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                cloud.Single("aws:lb/loadBalancer:LoadBalancer").Texts("securityGroups"),
                Is.EqualTo(IdsOf("access-load-balancer")));
            Assert.That(
                cloud.Single("aws:ec2/launchTemplate:LaunchTemplate").Texts("networkInterfaces.0.securityGroups"),
                Is.EqualTo(IdsOf("access-server")));
        }
    }

    [TestCase("offload", 80d), TestCase("end-to-end", 443d), Requirement("R4")]
    public async Task ServerPort_InEachTlsMode_IsTheSameInTargetGroupSecurityGroupsAndAcls(string tlsMode, double port)
    {
        var cloud = (await Stacks.With(("tlsMode", tlsMode))).Recorded;
        var fromLoadBalancer = cloud.Resources.Single(
            resource => resource.Type == "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"
                && resource.Has("referencedSecurityGroupId"));
        var toServers = cloud.Resources.Single(
            resource => resource.Type == "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"
                && resource.Has("referencedSecurityGroupId"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(cloud.Single("aws:lb/targetGroup:TargetGroup").Number("port"), Is.EqualTo(port));
            Assert.That(fromLoadBalancer.Number("fromPort"), Is.EqualTo(port));
            Assert.That(toServers.Number("fromPort"), Is.EqualTo(port));
            Assert.That(
                cloud.All("aws:ec2/networkAclRule:NetworkAclRule").Count(rule =>
                    rule.Name.StartsWith("net-acls-private-in", StringComparison.Ordinal)
                    && rule.Has("fromPort") && rule.Number("fromPort") == port),
                Is.EqualTo(1));
        }
    }

    [Test, Requirement("R3")]
    public async Task HttpsListener_OfAnIssuedCertificate_TakesTheValidatedArn()
    {
        var cloud = (await Stacks.Committed("prod")).Recorded;

        Assert.That(await cloud.Resources.Single(IsHttpsListener).DependsOnAsync(), Is.Empty);
        Assert.That(
            cloud.Resources.Single(IsHttpsListener).Text("certificateArn"),
            Is.EqualTo(cloud.Single("aws:acm/certificateValidation:CertificateValidation").Text("certificateArn")));
    }

    [Test, Requirement("R6")]
    public async Task Group_InAnyStack_WaitsForListenerAndNetwork()
    {
        var cloud = (await Stacks.Committed("dev")).Recorded;

        Assert.That(await cloud.Single("aws:autoscaling/group:Group").DependsOnAsync(), Is.EqualTo(["web-https", "net"]));
    }

    [Test]
    public async Task Site_OfTheRepository_IsWhatServersFetchByVersion()
    {
        var cloud = (await Stacks.Committed("dev")).Recorded;
        var userData = System.Text.Encoding.UTF8.GetString(
            Convert.FromBase64String(cloud.Single("aws:ec2/launchTemplate:LaunchTemplate").Text("userData")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(userData, Does.Contain("site-bundle-version"));
            Assert.That(userData, Does.Contain(cloud.Single("aws:s3/bucketObjectv2:BucketObjectv2").Text("sourceHash")));
        }
    }

    [TestCase("dev", "https://web-alb.eu-west-1.elb.amazonaws.com")]
    [TestCase("prod", "https://www.example.com")]
    public async Task Outputs_AsCommitted_SayWhereToGo(string stack, string url)
    {
        var outputs = (await Stacks.Committed(stack)).Stack;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Value(outputs.Url), Is.EqualTo(url));
            Assert.That(await Value(outputs.LoadBalancerDnsName), Is.EqualTo("web-alb.eu-west-1.elb.amazonaws.com"));
            Assert.That(await Value(outputs.AutoScalingGroupName), Is.EqualTo("fleet-group"));
            Assert.That(await Value(outputs.TargetGroupName), Is.EqualTo("web-servers"));
            Assert.That(await Value(outputs.Region), Is.EqualTo("eu-west-1"));
            Assert.That(await Value(outputs.VpcId), Is.EqualTo("net-vpc-id"));
            Assert.That(await Value(outputs.HealthCheckPath), Is.EqualTo("/health"));
            Assert.That(await Value(outputs.TlsPolicy), Is.EqualTo("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"));
            Assert.That(await Value(outputs.CertificatePem), stack == "dev" ? Does.StartWith("-----BEGIN CERTIFICATE-----\n") : Is.Null);
            Assert.That(await Value(outputs.DashboardUrl), Does.StartWith("https://eu-west-1.console.aws.amazon.com/cloudwatch/"));
        }
    }

    [Test]
    public async Task Outputs_OfDefaults_GiveTheExpectedTimes()
    {
        var outputs = (await Stacks.With()).Stack;

        using (Assert.EnterMultipleScope())
        {
            // Two checks 10 s apart, the last of which times out after 5 s.
            Assert.That(await Value(outputs.SecondsToNoticeSickServer), Is.EqualTo(25));
            // Noticed, 60 s until the group reacts, 150 s of boot, two passed checks.
            Assert.That(await Value(outputs.SecondsToReplaceSickServer), Is.EqualTo(25 + 60 + 150 + 20));
            // A partial minute and three whole ones above the target, 60 s until the group reacts, boot, two passed checks.
            Assert.That(await Value(outputs.SecondsToAddServer), Is.EqualTo(60 + 180 + 60 + 150 + 20));
        }
    }

    [Test]
    public async Task ImageId_ByDefault_IsWhatThePublicParameterNames()
    {
        var cloud = (await Stacks.With()).Recorded;

        Assert.That(cloud.Single("aws:ec2/launchTemplate:LaunchTemplate").Text("imageId"), Is.EqualTo(FakeAws.ImageId));
    }

    [Test]
    public async Task ImageId_Pinned_IsTakenAsItIs()
    {
        var cloud = (await Stacks.With(("imageId", "ami-0fedcba9876543210"))).Recorded;

        Assert.That(cloud.Single("aws:ec2/launchTemplate:LaunchTemplate").Text("imageId"), Is.EqualTo("ami-0fedcba9876543210"));
    }

    [Test]
    public async Task Protection_InProd_CoversLoadBalancerAndLogs()
    {
        var prod = (await Stacks.Committed("prod")).Recorded;
        var dev = (await Stacks.Committed("dev")).Recorded;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                prod.Resources.Where(resource => resource.Protect).Select(resource => resource.Name),
                Is.EquivalentTo(["web-alb", "logs-storage-bucket"]));
            Assert.That(prod.Single("aws:lb/loadBalancer:LoadBalancer").Flag("enableDeletionProtection"), Is.True);
            Assert.That(dev.Resources.Where(resource => resource.Protect), Is.Empty);
            Assert.That(dev.Single("aws:lb/loadBalancer:LoadBalancer").Flag("enableDeletionProtection"), Is.False);
            Assert.That(dev.All("aws:s3/bucket:Bucket").All(bucket => bucket.Flag("forceDestroy")), Is.True);
            Assert.That(dev.Single("aws:autoscaling/group:Group").Flag("forceDelete"), Is.True);
        }
    }

    [Test]
    public async Task Names_WithTheLongestStackName_StayWithinTheirLimits()
    {
        // Pulumi's limit; see https://www.pulumi.com/docs/iac/concepts/stacks/.
        var config = Infra.Tests.Settings.Given.Config() with { StackName = new string('s', 100) };
        var cloud = (await Stacks.Run(config, FakeAws.Region)).Recorded;
        const int AutonameSuffix = 8;

        foreach (var type in new[] { "aws:lb/loadBalancer:LoadBalancer", "aws:lb/targetGroup:TargetGroup" })
            Assert.That(cloud.Single(type).Name.Length + AutonameSuffix, Is.LessThanOrEqualTo(32), type);
    }

    [Test]
    public async Task Program_WithBadSettings_SaysAllOfItAndRegistersNothing()
    {
        var config = new Dictionary<string, string>
        {
            ["aws:region"] = "eu-west-1",
            ["infra:zones"] = """["eu-west-1a","eu-west-1b"]""",
            ["infra:maxServers"] = "4",
            ["infra:tlsPolicy"] = "ELBSecurityPolicy-2016-08",
            ["infra:siteDirectory"] = "nowhere",
            ["infra:minSevers"] = "2",
        };
        var options = new TestOptions { ProjectName = "infra", StackName = "test", RootDirectory = Reference.Root };

        var failure = (await Assert.ThrowsAsync<ProgramFailed>(() => Stacks.RunProgram(config, options)))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.Message, Does.StartWith("Pulumi.test.yaml is not valid (4 problems):\n"));
            foreach (var key in new[] { "infra:maxServers", "infra:tlsPolicy", "infra:siteDirectory", "infra:minSevers" })
                Assert.That(failure.Message, Does.Contain($"\n  {key} "));
            Assert.That(failure.Aws.Registered, Is.Empty);
        }
    }

    [Test]
    public async Task Program_ForTheExamplesAccount_SaysSoAndRegistersNothing()
    {
        var config = new Dictionary<string, string>
        {
            ["aws:region"] = "eu-west-1",
            ["aws:allowedAccountIds"] = """["123456789012"]""",
            ["infra:zones"] = """["eu-west-1a","eu-west-1b"]""",
        };
        var options = new TestOptions { ProjectName = "infra", StackName = "test", RootDirectory = Reference.Root };

        var failure = (await Assert.ThrowsAsync<ProgramFailed>(() => Stacks.RunProgram(config, options)))!;

        Assert.That(failure.Message, Does.EndWith(
            "aws:allowedAccountIds must be your own account, and still is the example, got 123456789012: "
            + "set it by the command `pulumi config set --path 'aws:allowedAccountIds[0]' <account>`"));
        Assert.That(failure.Aws.Registered, Is.Empty);
    }

    [Test]
    public async Task Program_WithGoodSettings_RunsAsPulumiRunsIt()
    {
        var config = new Dictionary<string, string>
        {
            ["aws:region"] = "eu-west-1",
            ["aws:allowedAccountIds"] = """["111122223333"]""",
            ["infra:zones"] = """["eu-west-1a","eu-west-1b"]""",
        };
        var options = new TestOptions { ProjectName = "infra", StackName = "test", RootDirectory = Reference.Root };

        var aws = await Stacks.RunProgram(config, options);

        Assert.That(aws.Registered.Select(resource => resource.Type), Does.Contain("aws:autoscaling/group:Group"));
    }

    private static bool IsHttpsListener(RecordedResource resource) =>
        resource.Type == "aws:lb/listener:Listener" && resource.Text("protocol") == "HTTPS";

    private static IEnumerable<string> TopLevelComponents(StackRun run) =>
        run.Recorded.Resources.Where(resource => resource.Parent is Pulumi.Stack or null)
            .Select(resource => resource.ToString()).Order(StringComparer.Ordinal);

    private static string[] IdsOf(params string[] names) => [.. names.Select(name => $"{name}-id")];

    private static Task<T> Value<T>(Output<T> output) => OutputUtilities.GetValueAsync(output);
}
