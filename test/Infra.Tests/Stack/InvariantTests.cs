using System.Text;
using Infra.LoadBalancing;
using Infra.Settings.Reading;
using Infra.Tests.Support;
using Pulumi;

namespace Infra.Tests.Stack;

/// <summary>What must hold for every resource of every kind of stack, so that a new resource or setting can't slip past it.</summary>
[TestFixtureSource(typeof(Variants), nameof(Variants.All))]
public sealed partial class InvariantTests(ConfigSource config, string region)
{
    private const string IngressRule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private const string EgressRule = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
    private const string Template = "aws:ec2/launchTemplate:LaunchTemplate";

    private static readonly string[] Everyone = ["0.0.0.0/0", "::/0"];
    private static readonly HashSet<string> Taggable = new(TypesWithTags(), StringComparer.OrdinalIgnoreCase);

    private Recorded _cloud = null!;

    [OneTimeSetUp]
    public async Task RunTheStack() => _cloud = (await Stacks.Run(config, region)).Recorded;

    [Test]
    public void Tags_OnEverythingThatTakesThem_NameProjectAndEnvironment()
    {
        var taggable = _cloud.Resources.Where(resource => HasTagMap(resource.Type)).ToList();

        Assert.That(taggable, Has.Count.GreaterThan(20));
        foreach (var resource in taggable)
        {
            using (Assert.EnterMultipleScope())
            {
                Assert.That(
                    resource.Has("tags.Project") && resource.Text("tags.Project") == config.ProjectName,
                    Is.True,
                    resource.ToString());
                Assert.That(
                    resource.Has("tags.Environment") && resource.Text("tags.Environment") == config.StackName,
                    Is.True,
                    resource.ToString());
                Assert.That(resource.Has("tags.Name") && resource.Text("tags.Name") == resource.Name, Is.True, resource.ToString());
            }
        }
    }

    [Test]
    public void Names_OfEverything_AreUniqueAndLeftToAutonaming()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_cloud.Resources.Select(resource => resource.ToString()), Is.Unique);
            foreach (var resource in _cloud.Resources.Where(resource => resource.Type is not "aws:route53/record:Record"))
            {
                Assert.That(
                    resource.Has("name") || resource.Has("namePrefix") || resource.Has("bucket") && resource.Type == "aws:s3/bucket:Bucket",
                    Is.False,
                    resource.ToString());
            }
        }
    }

    [Test]
    public void Parents_OfAllAwsResources_AreComponents()
    {
        foreach (var resource in _cloud.Resources.Where(resource => !resource.Type.StartsWith("infra:", StringComparison.Ordinal)))
            Assert.That(resource.Parent, Is.InstanceOf<ComponentResource>().And.Not.InstanceOf<Pulumi.Stack>(), resource.ToString());
    }

    [Test, Requirement("R1")]
    public void PublicAddresses_OfServersAndSubnets_AreNeverGiven()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var subnet in _cloud.All("aws:ec2/subnet:Subnet"))
                Assert.That(subnet.Flag("mapPublicIpOnLaunch"), Is.False, subnet.ToString());

            var template = _cloud.Single(Template);
            Assert.That(template.List("networkInterfaces"), Has.Count.EqualTo(1));
            Assert.That(template.Text("networkInterfaces.0.associatePublicIpAddress"), Is.EqualTo("false"));
        }
    }

    [Test, Requirement("R1")]
    public void IngressFromAddresses_InAnySecurityGroup_IsOnlyWebToTheLoadBalancer()
    {
        var fromAddresses = _cloud.All(IngressRule)
            .Where(rule => rule.Has("cidrIpv4") || rule.Has("cidrIpv6") || rule.Has("prefixListId")).ToList();

        Assert.That(fromAddresses, Is.Not.Empty);
        foreach (var rule in fromAddresses)
        {
            using (Assert.EnterMultipleScope())
            {
                Assert.That(rule.Text("securityGroupId"), Is.EqualTo("access-load-balancer-id"), rule.ToString());
                Assert.That(rule.Text("ipProtocol"), Is.EqualTo("tcp"), rule.ToString());
                Assert.That(rule.Number("fromPort"), Is.AnyOf(80d, 443d), rule.ToString());
                Assert.That(rule.Number("toPort"), Is.EqualTo(rule.Number("fromPort")), rule.ToString());
            }
        }
    }

    [Test, Requirement("R1")]
    public void EgressToEveryone_InAnySecurityGroup_IsOnlyTheServersHttpsThroughNat()
    {
        var expected = config.Values.GetValueOrDefault("egress") is "nat" or "nat-per-zone" ? 1 : 0;
        var open = _cloud.All(EgressRule)
            .Where(rule => rule.Has("cidrIpv4") && Everyone.Contains(rule.Text("cidrIpv4")) || rule.Has("cidrIpv6")).ToList();

        Assert.That(open, Has.Count.EqualTo(expected));
        foreach (var rule in open)
        {
            Assert.That(
                (rule.Text("securityGroupId"), rule.Number("fromPort"), rule.Number("toPort")),
                Is.EqualTo(("access-server-id", 443d, 443d)));
        }
    }

    [Test, Requirement("R1")]
    public void SecurityGroups_OfAnyKind_HaveNoInlineRules()
    {
        foreach (var group in _cloud.Resources.Where(resource =>
            resource.Type is "aws:ec2/securityGroup:SecurityGroup" or "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"))
        {
            Assert.That(group.Has("ingress") || group.Has("egress"), Is.False, group.ToString());
        }
    }

    [Test, Requirement("R2")]
    public void Port80_OfTheLoadBalancer_RedirectsAndNothingForwards()
    {
        var http = _cloud.All("aws:lb/listener:Listener").Where(listener => listener.Text("protocol") != "HTTPS").ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(http, Has.Count.EqualTo(1));
            Assert.That(http[0].Number("port"), Is.EqualTo(80));
            Assert.That(http[0].List("defaultActions"), Has.Count.EqualTo(1));
            Assert.That(http[0].Text("defaultActions.0.type"), Is.EqualTo("redirect"));
            Assert.That(http[0].Text("defaultActions.0.redirect.statusCode"), Is.EqualTo("HTTP_301"));
            Assert.That(_cloud.All("aws:lb/listenerRule:ListenerRule"), Is.Empty);
        }
    }

    [Test, Requirement("R3")]
    public void Policy_OfTheHttpsListener_IsOnTheAllowList()
    {
        var https = _cloud.All("aws:lb/listener:Listener").Single(listener => listener.Text("protocol") == "HTTPS");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(https.Number("port"), Is.EqualTo(443));
            Assert.That(TlsPolicies.IsAllowed(https.Text("sslPolicy")), Is.True);
            Assert.That(https.Text("certificateArn"), Does.StartWith("arn:aws:acm:eu-west-1:"));
        }
    }

    [Test, Requirement("R4")]
    public void Encryption_BehindTheLoadBalancer_IsTheTlsModes()
    {
        var (protocol, port) = config.Values.GetValueOrDefault("tlsMode") == "end-to-end" ? ("HTTPS", 443) : ("HTTP", 80);
        var targets = _cloud.Single("aws:lb/targetGroup:TargetGroup");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((targets.Text("protocol"), targets.Number("port")), Is.EqualTo((protocol, (double)port)));
            Assert.That(UserData, Does.Contain("listen 80 ").And.Contain("listen 443 ssl "), "servers answer in either mode");
        }
    }

    [Test, Requirement("R5")]
    public void HealthCheck_OfTheTargetGroup_SpeaksAsTheServersDo()
    {
        var targets = _cloud.Single("aws:lb/targetGroup:TargetGroup");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(targets.Text("healthCheck.protocol"), Is.EqualTo(targets.Text("protocol")));
            Assert.That(targets.Text("healthCheck.matcher"), Is.EqualTo("200"));
            Assert.That(targets.Number("healthCheck.timeout"), Is.LessThan(targets.Number("healthCheck.interval")));
        }
    }

    [Test, Requirement("R6")]
    public void Group_OfServers_HealsByTheLoadBalancersCheckAndRollsBack()
    {
        var group = _cloud.Single("aws:autoscaling/group:Group");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(group.Text("healthCheckType"), Is.EqualTo("ELB"));
            Assert.That(group.Text("launchTemplate.version"), Is.EqualTo("7"));
            Assert.That(group.Flag("instanceRefresh.preferences.autoRollback"), Is.True);
        }
    }

    [Test, Requirement("R7")]
    public void Desired_OfTheGroup_IsLeftToScaling()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_cloud.Single("aws:autoscaling/group:Group").Has("desiredCapacity"), Is.False);
            Assert.That(_cloud.All("aws:autoscaling/policy:Policy"), Is.Not.Empty);
            Assert.That(
                _cloud.All("aws:autoscaling/policy:Policy").All(policy => policy.Text("policyType") == "TargetTrackingScaling"),
                Is.True);
        }
    }

    [Test, Requirement("R8")]
    public void Ceiling_OfTheGroup_HoldsInEveryEvent()
    {
        var group = _cloud.Single("aws:autoscaling/group:Group");
        var minimum = group.Number("minSize");
        var keptHealthy = group.Number("instanceMaintenancePolicy.minHealthyPercentage");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(group.Number("maxSize"), Is.LessThanOrEqualTo(3));
            Assert.That(group.Texts("suspendedProcesses"), Is.EqualTo(["AZRebalance"]));
            Assert.That(group.Number("instanceMaintenancePolicy.maxHealthyPercentage"), Is.EqualTo(100));
            Assert.That(minimum * keptHealthy / 100, Is.LessThanOrEqualTo(minimum - 1), "one server can leave before another comes");
            Assert.That(group.Number("instanceRefresh.preferences.minHealthyPercentage"), Is.EqualTo(keptHealthy));
            Assert.That(group.Number("instanceRefresh.preferences.maxHealthyPercentage"), Is.EqualTo(100));
            foreach (var absent in new[] { "warmPool", "mixedInstancesPolicy", "capacityRebalance", "launchConfiguration" })
                Assert.That(group.Has(absent), Is.False, absent);
        }
    }

    [Test]
    public void Encryption_OfEverythingStored_IsOn()
    {
        var template = _cloud.Single(Template);
        var encrypted = _cloud.All("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration")
            .Select(configuration => configuration.Text("bucket"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(template.Text("blockDeviceMappings.0.ebs.encrypted"), Is.EqualTo("true"));
            Assert.That(_cloud.All("aws:s3/bucket:Bucket").Select(bucket => bucket.Name), Is.EquivalentTo(encrypted));
            Assert.That(_cloud.Single("aws:sns/topic:Topic").Has("kmsMasterKeyId"), Is.True);
        }
    }

    [Test]
    public void Secrets_OfAnyKind_AreNotInUserData() =>
        Assert.That(UserData, Does.Not.Contain("PRIVATE KEY").And.Not.Match("(?i)password|aws_secret|AKIA"));

    // A type token without what only it has: aws:lb/listener:Listener is Pulumi.Aws.Lb.ListenerArgs.
    private static bool HasTagMap(string type) =>
        type.Split(':', '/') is ["aws", var module, _, var name] && Taggable.Contains($"Pulumi.Aws.{module}.{name}Args");

    private static IEnumerable<string> TypesWithTags() =>
        from type in typeof(Pulumi.Aws.Ec2.Vpc).Assembly.GetTypes()
        where type.GetProperty("Tags")?.PropertyType == typeof(InputMap<string>)
        select type.FullName!;

    private string UserData => Encoding.UTF8.GetString(Convert.FromBase64String(_cloud.Single(Template).Text("userData")));
}
