using Infra.Observability;
using Infra.Tests.Servers;
using Infra.Tests.Support;

namespace Infra.Tests.Observability;

public sealed class AlarmTests
{
    private const string AlarmType = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private const string Group = "AutoScalingGroupName=web-group-1a2b3c4";
    private const string LoadBalancer = "LoadBalancer=app/web/0123456789abcdef";
    private const string TargetGroup = $"{LoadBalancer},TargetGroup=targetgroup/web/fedcba9876543210";
    private const string Certificate = "CertificateArn=arn:aws:acm:eu-west-1:123456789012:certificate/11111111-2222-3333-4444-555555555555";

    // The metric, its dimensions, then: statistic, comparison, bad points of points, period, what missing data counts as.
    [TestCase("no-healthy-server", "AWS/ApplicationELB HealthyHostCount", TargetGroup,
        "Maximum LessThanThreshold 1, 2/2 of 60 s, breaching")]
    [TestCase("server-unhealthy", "AWS/ApplicationELB UnHealthyHostCount", TargetGroup,
        "Maximum GreaterThanOrEqualToThreshold 1, 6/6 of 60 s, notBreaching")]
    [TestCase("servers-keep-being-replaced", "AWS/ApplicationELB UnHealthyHostCount", TargetGroup,
        "Maximum GreaterThanOrEqualToThreshold 1, 13/60 of 60 s, notBreaching")]
    [TestCase("server-errors", "AWS/ApplicationELB HTTPCode_Target_5XX_Count", TargetGroup,
        "Sum GreaterThanThreshold 10, 1/1 of 300 s, notBreaching")]
    [TestCase("load-balancer-errors", "AWS/ApplicationELB HTTPCode_ELB_5XX_Count", LoadBalancer,
        "Sum GreaterThanThreshold 10, 1/1 of 300 s, notBreaching")]
    [TestCase("slow-responses", "AWS/ApplicationELB TargetResponseTime", TargetGroup,
        "p95 GreaterThanThreshold 1, 5/5 of 60 s, notBreaching")]
    [TestCase("certificate-expires", "AWS/CertificateManager DaysToExpiry", Certificate,
        "Minimum LessThanThreshold 21, 1/1 of 86400 s, ignore")]
    [Requirement("R6")]
    public async Task Alarm_OnAMetric_WatchesIt(string name, string metric, string dimensions, string condition)
    {
        var alarm = await Alarm(name, MonitoringTests.Args);

        Assert.Multiple(() =>
        {
            Assert.That($"{alarm.Text("namespace")} {alarm.Text("metricName")}", Is.EqualTo(metric));
            Assert.That(Dimensions(alarm, "dimensions"), Is.EqualTo(dimensions));
            Assert.That($"{Statistic(alarm)} {Condition(alarm, $" of {alarm.Number("period")} s")}", Is.EqualTo(condition));
            Assert.That(alarm.Has("metricQueries"), Is.False);
        });
    }

    [Test]
    [Requirement("R7")]
    public async Task AtCeilingAndLoaded_Always_ComparesServersAndCpu()
    {
        var alarm = await Alarm("at-ceiling-and-loaded", MonitoringTests.Args.With(it => it.MaxServers = 2).With(it => it.CpuTarget = 40));

        Assert.That(Queries(alarm), Is.EqualTo(new[]
        {
            "alarm = IF(servers >= 2 AND cpu > 40, 1, 0)",
            $"servers = Maximum AWS/AutoScaling GroupInServiceInstances {Group} of 60 s",
            $"cpu = Average AWS/EC2 CPUUtilization {Group} of 60 s",
        }));
        Assert.That(Condition(alarm), Is.EqualTo("GreaterThanOrEqualToThreshold 1, 6/6, notBreaching"));
    }

    [Test]
    [Requirement("R7")]
    public async Task AtCeilingAndLoaded_RequestsPerServer_CountsAsLoadToo()
    {
        var alarm = await Alarm("at-ceiling-and-loaded", MonitoringTests.Args.With(it => it.RequestsPerServer = 1000));

        Assert.That(Queries(alarm), Is.EqualTo(new[]
        {
            "alarm = IF(servers >= 3 AND (cpu > 50 OR requests > 1000), 1, 0)",
            $"servers = Maximum AWS/AutoScaling GroupInServiceInstances {Group} of 60 s",
            $"cpu = Average AWS/EC2 CPUUtilization {Group} of 60 s",
            $"requests = Sum AWS/ApplicationELB RequestCountPerTarget {TargetGroup} of 60 s",
        }));
    }

    [TestCase(1)]
    [TestCase(3)]
    [Requirement("R8")]
    public async Task MoreThanThreeServers_AnyMaximum_CountsEveryRunningServerAgainstThree(int maxServers)
    {
        var alarm = await Alarm("more-than-three-servers", MonitoringTests.Args.With(it => it.MaxServers = maxServers));

        Assert.That(Queries(alarm), Is.EqualTo(new[]
        {
            "alarm = total + standby",
            $"total = Maximum AWS/AutoScaling GroupTotalInstances {Group} of 60 s",
            $"standby = Maximum AWS/AutoScaling GroupStandbyInstances {Group} of 60 s",
        }));
        Assert.That(Condition(alarm), Is.EqualTo("GreaterThanThreshold 3, 3/3, notBreaching"));
    }

    /// <summary>CloudWatch takes an alarm on an expression only if exactly one of its queries returns data.</summary>
    [TestCase("at-ceiling-and-loaded")]
    [TestCase("more-than-three-servers")]
    [Requirement("R8")]
    public async Task Alarm_OnAnExpression_WatchesTheExpressionAlone(string name)
    {
        var alarm = await Alarm(name, MonitoringTests.Args);

        Assert.That(
            Enumerable.Range(0, alarm.List("metricQueries").Count).Select(index => alarm.Has($"metricQueries.{index}.returnData")),
            Is.EqualTo([true, false, false]));
        Assert.That(alarm.Flag("metricQueries.0.returnData"), Is.True);
    }

    [Test]
    public async Task SlowResponses_Threshold_IsTheSetting()
    {
        var alarm = await Alarm("slow-responses", MonitoringTests.Args.With(it => it.SlowResponse = TimeSpan.FromSeconds(2.5)));

        Assert.That(alarm.Number("threshold"), Is.EqualTo(2.5));
        Assert.That(alarm.Text("evaluateLowSampleCountPercentiles"), Is.EqualTo("evaluate"));
    }

    [Test]
    public async Task Points_SlowTimings_FollowThem()
    {
        var recorded = await MonitoringTests.Run(MonitoringTests.Args.With(it => it.Timings = Timings.Slowest));

        Assert.That(Points(recorded.Named("watch-servers-keep-being-replaced")), Is.EqualTo("249/498"));
        Assert.That(Points(recorded.Named("watch-server-unhealthy")), Is.EqualTo("124/124"));
    }

    [Test]
    public async Task EveryAlarm_Always_TellsTheTopicOfTroubleAndOfItsEndAndSaysWhatToDo()
    {
        var alarms = (await MonitoringTests.Run()).All(AlarmType);

        Assert.That(alarms, Has.Count.EqualTo(9));
        foreach (var alarm in alarms)
        {
            Assert.That(alarm.Texts("alarmActions"), Is.EqualTo(new[] { MonitoringTests.TopicArn }), alarm.Name);
            Assert.That(alarm.Texts("okActions"), Is.EqualTo(new[] { MonitoringTests.TopicArn }), alarm.Name);
            Assert.That(alarm.Text("alarmDescription"), Has.Length.InRange(80, 1024), alarm.Name);
            Assert.That(alarm.Has("actionsEnabled"), Is.False, alarm.Name);
            Assert.That(alarm.Has("name"), Is.False, alarm.Name);
        }
    }

    [Test]
    public async Task Descriptions_OfAllAlarms_SayThis()
    {
        var alarms = (await MonitoringTests.Run()).All(AlarmType);

        Golden.Verify("alarms", string.Concat(alarms.OrderBy(alarm => alarm.Name, StringComparer.Ordinal)
            .Select(alarm => $"{alarm.Name}: {alarm.Text("alarmDescription")}\n")));
    }

    private static async Task<RecordedResource> Alarm(string name, MonitoringArgs args) =>
        (await MonitoringTests.Run(args)).Named($"watch-{name}");

    private static string Statistic(RecordedResource alarm) =>
        alarm.Has("extendedStatistic") ? alarm.Text("extendedStatistic") : alarm.Text("statistic");

    private static string Points(RecordedResource alarm) => $"{alarm.Number("datapointsToAlarm")}/{alarm.Number("evaluationPeriods")}";

    private static string Condition(RecordedResource alarm, string period = "") =>
        $"{alarm.Text("comparisonOperator")} {alarm.Number("threshold")}, {Points(alarm)}{period}, {alarm.Text("treatMissingData")}";

    private static string Dimensions(RecordedResource alarm, string path)
    {
        var dimensions = (IEnumerable<KeyValuePair<string, object>>)alarm.Value(path);
        return string.Join(",", dimensions.Select(dimension => $"{dimension.Key}={dimension.Value}").Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Queries(RecordedResource alarm)
    {
        for (var index = 0; index < alarm.List("metricQueries").Count; index++)
        {
            var query = $"metricQueries.{index}";
            var id = alarm.Text($"{query}.id");
            yield return alarm.Has($"{query}.expression")
                ? $"{id} = {alarm.Text($"{query}.expression")}"
                : $"{id} = {alarm.Text($"{query}.metric.stat")} {alarm.Text($"{query}.metric.namespace")} "
                    + $"{alarm.Text($"{query}.metric.metricName")} {Dimensions(alarm, $"{query}.metric.dimensions")} "
                    + $"of {alarm.Number($"{query}.metric.period")} s";
        }
    }
}
