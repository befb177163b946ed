using Infra.Servers;
using Infra.Tests.Support;
using Pulumi.Aws.Ec2;

namespace Infra.Tests.Servers;

public sealed class ServerFleetTests
{
    private static async Task<RecordedResource> Group(ServerFleetArgs? args = null) =>
        (await Fleet.Run(args ?? Fleet.Args)).Single("aws:autoscaling/group:Group");

    [Test]
    [Requirement("R7")]
    [Requirement("R8")]
    public async Task Group_Always_SaysNothingButThis() =>
        // Above all no desiredCapacity, which would undo a scale-out at each deployment, and nothing that exceeds the
        // maximum: no capacityRebalance, mixedInstancesPolicy or warmPool.
        Assert.That((await Group()).Inputs.Keys, Is.EquivalentTo(new[]
        {
            "defaultInstanceWarmup", "enabledMetrics", "forceDelete", "healthCheckGracePeriod", "healthCheckType",
            "instanceMaintenancePolicy", "instanceRefresh", "launchTemplate", "maxSize", "minSize",
            "suspendedProcesses", "tags", "targetGroupArns", "terminationPolicies", "vpcZoneIdentifiers", "waitForCapacityTimeout",
        }));

    [Test]
    [Requirement("R1")]
    public async Task Group_Always_StartsServersInTheGivenSubnetsBehindTheTargetGroup()
    {
        var group = await Group();

        Assert.Multiple(() =>
        {
            Assert.That(group.Texts("vpcZoneIdentifiers"), Is.EqualTo(new[] { "subnet-a", "subnet-b" }));
            Assert.That(group.Texts("targetGroupArns"), Is.EqualTo(new[] { Fleet.TargetGroupArn }));
        });
    }

    [Test]
    [Requirement("R6")]
    public async Task Group_Always_ReplacesWhatTheLoadBalancerFindsSickOnceItHadTimeToBoot()
    {
        var group = await Group();

        Assert.Multiple(() =>
        {
            Assert.That(group.Text("healthCheckType"), Is.EqualTo("ELB"));
            Assert.That(group.Number("healthCheckGracePeriod"), Is.EqualTo(170));
            Assert.That(group.Number("defaultInstanceWarmup"), Is.EqualTo(150));
        });
    }

    [Test]
    [Requirement("R6")]
    public async Task Group_NewTemplateVersion_RollsAndRollsBack()
    {
        var group = await Group();

        Assert.Multiple(() =>
        {
            Assert.That(group.Text("launchTemplate.id"), Is.EqualTo("web-launch-template-id"));
            Assert.That(group.Text("launchTemplate.version"), Is.EqualTo("7"), "a number, since $Latest never rolls");
            Assert.That(group.Text("instanceRefresh.strategy"), Is.EqualTo("Rolling"));
            Assert.That(group.List("instanceRefresh.triggers"), Is.EqualTo(new[] { "vpc_zone_identifier" }), "or they stay");
            Assert.That(group.Flag("instanceRefresh.preferences.autoRollback"), Is.True);
            Assert.That(group.Text("instanceRefresh.preferences.instanceWarmup"), Is.EqualTo("20"));
            Assert.That(group.Texts("terminationPolicies"), Is.EqualTo(new[] { "OldestLaunchTemplate", "Default" }));
        });
    }

    [TestCase(Rollout.Up, new string[0])]
    [TestCase(Rollout.Promote, new[] { "launchTemplate" })]
    [Requirement("R6")]
    public async Task Group_NewTemplateVersion_StaysAwayFromTheGroupOnlyWhereARollPromotesIt(Rollout rollout, string[] ignored) =>
        Assert.That((await Group(Fleet.Args.With(it => it.Rollout = rollout))).IgnoreChanges, Is.EqualTo(ignored));

    // The load balancer answers 503 itself while the only server is replaced.
    [TestCase(1, new[] { "server-errors" })]
    [TestCase(2, new[] { "server-errors", "load-balancer-errors" })]
    [Requirement("R6")]
    public async Task Group_Roll_EndsWhenVisitorsGetErrorsThatNoLeavingServerExplains(int minServers, string[] alarms)
    {
        var group = await Group(Fleet.Args.With(it => it.MinServers = minServers));

        Assert.That(group.Texts("instanceRefresh.preferences.alarmSpecification.alarms"), Is.EqualTo(alarms));
    }

    [Test]
    [Requirement("R6")]
    public async Task Group_NewTemplateVersion_RollsOneServerAtATime()
    {
        var group = await Group();

        Assert.Multiple(() =>
        {
            Assert.That(group.List("instanceRefresh.preferences.checkpointPercentages"), Is.EqualTo(new object[] { 33d, 66d, 100d }));
            Assert.That(group.Text("instanceRefresh.preferences.checkpointDelay"), Is.EqualTo("0"));
        });
    }

    [TestCase(1, 0)]
    [TestCase(2, 50)]
    [TestCase(3, 66)]
    [Requirement("R6")]
    [Requirement("R8")]
    public async Task Group_EachMinimum_ReplacesServersWithoutExceedingItsSize(int minServers, int minHealthy)
    {
        var group = await Group(Fleet.Args.With(it => it.MinServers = minServers));

        Assert.Multiple(() =>
        {
            foreach (var policy in new[] { "instanceMaintenancePolicy", "instanceRefresh.preferences" })
            {
                Assert.That(group.Number($"{policy}.minHealthyPercentage"), Is.EqualTo(minHealthy));
                Assert.That(group.Number($"{policy}.maxHealthyPercentage"), Is.EqualTo(100));
            }
        });
    }

    [TestCase(1, 3)]
    [TestCase(2, 2)]
    [TestCase(3, 3)]
    [Requirement("R8")]
    public async Task Group_WithinTheCeiling_HasTheseBounds(int minServers, int maxServers)
    {
        var group = await Group(Fleet.Args.With(it => it.MinServers = minServers).With(it => it.MaxServers = maxServers));

        Assert.Multiple(() =>
        {
            Assert.That(group.Number("minSize"), Is.EqualTo(minServers));
            Assert.That(group.Number("maxSize"), Is.EqualTo(maxServers));
            Assert.That(group.Texts("suspendedProcesses"), Is.EqualTo(new[] { "AZRebalance" }));
        });
    }

    [TestCase(1, 4, "MaxServers must be at most 3, the customer's limit, got 4")]
    [TestCase(0, 3, "MinServers must be from 1 to MaxServers (3), got 0")]
    [TestCase(3, 2, "MinServers must be from 1 to MaxServers (2), got 3")]
    [Requirement("R8")]
    public async Task Group_BeyondTheCeiling_IsRefusedBeforeAnyResource(int minServers, int maxServers, string message)
    {
        Exception? refusal = null;
        var recorded = await Cloud.Run(options => refusal = Assert.Catch(() =>
            _ = new ServerFleet("web", Fleet.Args.With(it => it.MinServers = minServers).With(it => it.MaxServers = maxServers), options)));

        Assert.That(refusal, Is.InstanceOf<ArgumentException>().With.Message.StartsWith(message));
        Assert.That(recorded.Resources, Is.Empty);
    }

    [Test]
    public async Task Group_Always_ReportsEverySizeThatAlarmsAndDashboardRead() =>
        Assert.That((await Group()).Texts("enabledMetrics"), Is.EqualTo(new[]
        {
            "GroupMinSize", "GroupMaxSize", "GroupDesiredCapacity", "GroupInServiceInstances", "GroupPendingInstances",
            "GroupStandbyInstances", "GroupTerminatingInstances", "GroupTotalInstances",
        }));

    [Test]
    public async Task Group_Always_LetsADeploymentEndWhateverScalingDoes() =>
        Assert.That((await Group()).Text("waitForCapacityTimeout"), Is.EqualTo("0"));

    [Test]
    public async Task Group_Tags_ReachItsServers()
    {
        var group = await Group();

        Assert.That(group.List("tags"), Has.Count.EqualTo(2));
        Assert.That(
            Enumerable.Range(0, 2).Select(Tag),
            Is.EquivalentTo(new[] { ("Environment", "test", true), ("Name", "infra-test-server", true) }));

        (string, string, bool) Tag(int index) =>
            (group.Text($"tags.{index}.key"), group.Text($"tags.{index}.value"), group.Flag($"tags.{index}.propagateAtLaunch"));
    }

    [TestCase(false, true)]
    [TestCase(true, false)]
    public async Task Group_DeletionProtection_DecidesWhetherItIsForcedAway(bool deletionProtection, bool forced) =>
        Assert.That(
            (await Group(Fleet.Args.With(it => it.DeletionProtection = deletionProtection))).Flag("forceDelete"), Is.EqualTo(forced));

    [Test]
    public async Task Group_Always_StartsAfterWhatServersNeed()
    {
        var recorded = await Cloud.Run(options =>
        {
            var recording = new Pulumi.CustomResourceOptions { ResourceTransformations = options.ResourceTransformations };
            var needed = new Vpc("needed", new() { CidrBlock = "10.0.0.0/16" }, recording);
            _ = new ServerFleet("web", Fleet.Args.With(it => it.StartAfter = [needed]), options);
        });

        Assert.That(await recorded.Named("web-group").DependsOnAsync(), Is.EqualTo(new[] { "needed" }));
    }

    [Test]
    public async Task Children_Always_StandUnderTheFleet()
    {
        var recorded = await Fleet.Run(Fleet.Args.With(it => it.RequestsPerServer = 1000));

        Assert.That(recorded.Resources.Select(resource => $"{resource.Name} < {resource.Parent?.GetResourceName()}"), Is.EquivalentTo(new[]
        {
            "web < ",
            "web-identity < web",
            "web-identity-role < web-identity",
            "web-identity-policy < web-identity",
            "web-identity-policy-attachment < web-identity",
            "web-identity-profile < web-identity",
            "web-launch < web",
            "web-launch-template < web-launch",
            "web-group < web",
            "web-scaling < web",
            "web-scaling-cpu < web-scaling",
            "web-scaling-requests < web-scaling",
        }));
    }

    [Test]
    public async Task Outputs_Always_NameTheGroup() =>
        Assert.That(await Cloud.OutputOf(() => new ServerFleet("web", Fleet.Args).GroupName), Is.EqualTo("web-group"));

    [Test]
    public async Task Outputs_Always_SayWhatIsPreparedAndWhatTheGroupHas() =>
        Assert.That(
            await Cloud.OutputOf(() =>
            {
                var fleet = new ServerFleet("web", Fleet.Args);
                return Pulumi.Output.All(fleet.TemplateId, fleet.PreparedVersion, fleet.ProvenVersion);
            }),
            Is.EqualTo(new[] { "web-launch-template-id", "7", "7" }));
}
