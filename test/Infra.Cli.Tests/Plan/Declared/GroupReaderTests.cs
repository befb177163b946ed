using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Tests.Checks;
using Infra.Servers;

namespace Infra.Cli.Tests.Plan.Declared;

/// <summary>Groups that declare something other than this program's.</summary>
internal sealed class GroupReaderTests
{
    private const string Group = "fleet-group";
    private const string Cpu = "targetTrackingConfiguration";

    [Test]
    public async Task Tracking_ThatNeverScalesIn_IsThat()
    {
        var group = await ReadAsync("fleet-scaling-cpu", $"{Cpu}.disableScaleIn", true);

        Assert.That(
            group.Tracking.Select(tracking => (tracking.Metric, tracking.ScalesIn)),
            Is.EquivalentTo([(TrackedMetric.AverageCpu, false), (TrackedMetric.RequestsPerTarget, true)]));
    }

    [Test]
    public async Task Tracking_OfAnotherMetric_HasItsName()
    {
        var predefined = await ReadAsync(
            "fleet-scaling-cpu", $"{Cpu}.predefinedMetricSpecification.predefinedMetricType", "ASGAverageNetworkIn");
        var custom = await ReadAsync("fleet-scaling-cpu", $"{Cpu}.predefinedMetricSpecification", null);

        Assert.That(predefined.Tracking.Select(tracking => tracking.OtherMetric), Is.EquivalentTo(["ASGAverageNetworkIn", null]));
        Assert.That(custom.Tracking.Select(tracking => tracking.OtherMetric), Is.EquivalentTo(["fleet-scaling-cpu", null]));
    }

    [Test]
    public async Task Policy_WithoutTracking_IsNamed_AndAnotherGroupsIsNot()
    {
        var step = await ReadAsync("fleet-scaling-cpu", Cpu, null);
        var other = await ReadAsync("fleet-scaling-cpu", "autoscalingGroupName", "other");

        Assert.That(step.OtherPolicies, Is.EqualTo(["fleet-scaling-cpu"]));
        Assert.That((other.OtherPolicies.Count, other.Tracking.Count), Is.EqualTo((0, 1)));
    }

    // https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateAutoScalingGroup.html
    [Test]
    public async Task Group_ThatLeavesOut_HasAwssDefaults()
    {
        var stack = await RecordedStacks.Prod();
        foreach (var input in new[]
        {
            "desiredCapacity", "healthCheckGracePeriod", "healthCheckType", "defaultInstanceWarmup",
            "instanceRefresh.preferences.instanceWarmup", "instanceRefresh.preferences.checkpointPercentages",
        })
        {
            stack = stack.Set(Group, input, null);
        }

        var group = GroupReader.Read(stack).Single();

        Assert.Multiple(() =>
        {
            Assert.That(group.DesiredCapacity, Is.EqualTo(2), "the minimum");
            Assert.That(group.HealthCheckGracePeriod, Is.EqualTo(TimeSpan.Zero));
            Assert.That(group.FollowsLoadBalancerHealth, Is.False);
            Assert.That(group.InstanceWarmup, Is.EqualTo(TimeSpan.Zero));
            Assert.That(group.Refresh!.InstanceWarmup, Is.EqualTo(TimeSpan.Zero));
            Assert.That(group.Refresh.Checkpoints, Is.Empty);
        });
    }

    [Test]
    public async Task Refresh_WithoutAWarmup_HasTheGroups() => Assert.That(
        (await ReadAsync(Group, "instanceRefresh.preferences.instanceWarmup", null)).Refresh!.InstanceWarmup,
        Is.EqualTo(TimeSpan.FromSeconds(150)));

    [TestCase("minHealthyPercentage")]
    [TestCase("maxHealthyPercentage")]
    public async Task Percentages_OfWhichOneIsMissing_AreNone(string input)
    {
        Assert.That((await ReadAsync(Group, $"instanceMaintenancePolicy.{input}", null)).Maintenance, Is.Null);
        Assert.That((await ReadAsync(Group, $"instanceRefresh.preferences.{input}", null)).Refresh!.Percentages, Is.Null);
    }

    [Test]
    public async Task Group_WithoutARoll_HasNone() => Assert.That((await ReadAsync(Group, "instanceRefresh", null)).Refresh, Is.Null);

    [Test]
    public void Group_HasWhatIsOfItAlone()
    {
        const string Tracked = "'targetTrackingConfiguration': {'targetValue': 5}";
        var group = GroupReader.Read(SmallStack.Of(
            SmallStack.Node(TypeToken.Subnet, "subnet", "'availabilityZone': 'zone-a'"),
            SmallStack.Node(TypeToken.Subnet, "beside", "'availabilityZone': 'zone-a'"),
            SmallStack.Node(TypeToken.TargetGroup, "targets", "'port': 80"),
            SmallStack.Node(TypeToken.ScalingPolicy, "own", $"'autoscalingGroupName': 'group', {Tracked}"),
            SmallStack.Node(TypeToken.ScalingPolicy, "far", $"'autoscalingGroupName': 'other', {Tracked}"),
            SmallStack.Node(TypeToken.MetricAlarm, "rings", "'metricName': 'm', 'threshold': 3"),
            SmallStack.Node(TypeToken.MetricAlarm, "silent"),
            SmallStack.Node(TypeToken.MetricAlarm, "bare"),
            SmallStack.Node(
                TypeToken.AutoScalingGroup,
                "group",
                "'minSize': 1, 'maxSize': 4, 'desiredCapacity': 3, 'vpcZoneIdentifiers': ['subnet-id', 'elsewhere', 'beside-id'], "
                + "'targetGroupArns': ['arn:far', 'arn:targets'], 'launchTemplate': {'id': 'elsewhere'}, "
                + "'instanceRefresh': {'preferences': {'checkpointPercentages': [50, 100], "
                + "'alarmSpecification': {'alarms': ['rings', 'bare']}}}"))).Single();

        Assert.Multiple(() =>
        {
            Assert.That((group.Name, group.MinSize, group.MaxSize, group.DesiredCapacity), Is.EqualTo(("group", 1, 4, 3)));
            Assert.That(group.Zones, Is.EqualTo(["zone-a", "elsewhere"]), "of a subnet from outside the stack its id stands in");
            Assert.That(group.SubnetIds, Is.EqualTo(["subnet-id", "elsewhere", "beside-id"]));
            Assert.That(group.TargetGroups.Select(targets => targets.Name), Is.EqualTo(["targets"]));
            Assert.That(group.LaunchTemplate, Is.Null);
            Assert.That(group.Rollout, Is.EqualTo(Rollout.Up));
            Assert.That(group.SuspendedProcesses.Concat(group.OtherPolicies), Is.Empty);
            Assert.That(group.Tracking, Is.EqualTo([new DeclaredTracking(TrackedMetric.Other, 5, ScalesIn: true) { OtherMetric = "own" }]));
            Assert.That(group.Refresh?.Checkpoints, Is.EqualTo([50, 100]));
            Assert.That(
                group.Refresh?.Alarms, Is.EqualTo([new DeclaredAlarm("rings", "m", 3), new DeclaredAlarm("bare", Metric: null, 0)]));
        });
    }

    private static async Task<DeclaredGroup> ReadAsync(string node, string path, object? value) =>
        GroupReader.Read((await RecordedStacks.Prod()).Set(node, path, value)).Single();
}
