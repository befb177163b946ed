using Infra.Cli.Plan.Declared;
using Infra.Cli.Tests.Checks;

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

    private static async Task<DeclaredGroup> ReadAsync(string node, string path, object? value) =>
        GroupReader.Read((await RecordedStacks.Prod()).Set(node, path, value)).Single();
}
