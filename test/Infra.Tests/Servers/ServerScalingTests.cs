using Infra.Tests.Support;

namespace Infra.Tests.Servers;

[Requirement("R7")]
public sealed class ServerScalingTests
{
    private const string PolicyType = "aws:autoscaling/policy:Policy";
    private const string Metric = "targetTrackingConfiguration.predefinedMetricSpecification";

    [Test]
    public async Task Policy_Always_TracksTheProcessorLoadInBothDirections()
    {
        var policy = (await Fleet.Run(Fleet.Args.With(it => it.CpuTarget = 40))).Single(PolicyType);

        Assert.Multiple(() =>
        {
            Assert.That(policy.Inputs.Keys, Is.EquivalentTo(new[] { "autoscalingGroupName", "policyType", "targetTrackingConfiguration" }));
            Assert.That(policy.Text("autoscalingGroupName"), Is.EqualTo("web-group"));
            Assert.That(policy.Text("policyType"), Is.EqualTo("TargetTrackingScaling"));
            Assert.That(policy.Text($"{Metric}.predefinedMetricType"), Is.EqualTo("ASGAverageCPUUtilization"));
            Assert.That(policy.Has($"{Metric}.resourceLabel"), Is.False);
            Assert.That(policy.Number("targetTrackingConfiguration.targetValue"), Is.EqualTo(40));
            Assert.That(policy.Flag("targetTrackingConfiguration.disableScaleIn"), Is.False);
        });
    }

    [Test]
    public async Task Policies_RequestsPerServer_TrackTheRequestsToo()
    {
        var recorded = await Fleet.Run(Fleet.Args.With(it => it.RequestsPerServer = 1000));
        var policy = recorded.Named("web-scaling-requests");

        Assert.Multiple(() =>
        {
            Assert.That(
                recorded.All(PolicyType).Select(one => one.Name),
                Is.EquivalentTo(new[] { "web-scaling-cpu", "web-scaling-requests" }));
            Assert.That(policy.Text($"{Metric}.predefinedMetricType"), Is.EqualTo("ALBRequestCountPerTarget"));
            Assert.That(policy.Text($"{Metric}.resourceLabel"), Is.EqualTo("app/web/0123456789abcdef/targetgroup/web/fedcba9876543210"));
            Assert.That(policy.Number("targetTrackingConfiguration.targetValue"), Is.EqualTo(1000));
            Assert.That(policy.Flag("targetTrackingConfiguration.disableScaleIn"), Is.False);
        });
    }
}
