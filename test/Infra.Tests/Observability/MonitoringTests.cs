using Infra.Observability;
using Infra.Tests.Servers;
using Infra.Tests.Support;

namespace Infra.Tests.Observability;

public sealed class MonitoringTests
{
    internal const string TopicArn = "arn:aws:sns:eu-west-1:123456789012:alerts";

    private const string GroupName = "web-group-1a2b3c4";

    internal static MonitoringArgs Args => new()
    {
        TopicArn = TopicArn,
        LoadBalancerArnSuffix = "app/web/0123456789abcdef",
        TargetGroupArnSuffix = "targetgroup/web/fedcba9876543210",
        CertificateArn = "arn:aws:acm:eu-west-1:123456789012:certificate/11111111-2222-3333-4444-555555555555",
        Timings = Timings.Default,
        MinServers = 1,
        MaxServers = 3,
        CpuTarget = 50,
        SlowResponse = TimeSpan.FromSeconds(1),
        Account = Cloud.Account,
    };

    internal static Task<Recorded> Run(MonitoringArgs? args = null) =>
        Cloud.Run(options => _ = new Monitoring("watch", args ?? Args, options).WatchServers(GroupName));

    [Test]
    public async Task Monitoring_Always_MakesTheseAndNothingElse() =>
        Assert.That((await Run()).Resources.Select(resource => resource.ToString()), Is.EquivalentTo(new[]
        {
            "infra:observability:Monitoring watch",
            "aws:cloudwatch/metricAlarm:MetricAlarm watch-no-healthy-server",
            "aws:cloudwatch/metricAlarm:MetricAlarm watch-server-unhealthy",
            "aws:cloudwatch/metricAlarm:MetricAlarm watch-servers-keep-being-replaced",
            "aws:cloudwatch/metricAlarm:MetricAlarm watch-at-ceiling-and-loaded",
            "aws:cloudwatch/metricAlarm:MetricAlarm watch-more-than-three-servers",
            "aws:cloudwatch/metricAlarm:MetricAlarm watch-server-errors",
            "aws:cloudwatch/metricAlarm:MetricAlarm watch-load-balancer-errors",
            "aws:cloudwatch/metricAlarm:MetricAlarm watch-slow-responses",
            "aws:cloudwatch/metricAlarm:MetricAlarm watch-certificate-expires",
            "aws:autoscaling/notification:Notification watch-group-events",
            "aws:cloudwatch/dashboard:Dashboard watch-dashboard",
        }));

    [Test]
    public async Task Children_Always_StandUnderTheMonitoring() =>
        Assert.That((await Run()).Resources.Skip(1).Select(resource => resource.Parent?.GetResourceName()), Is.All.EqualTo("watch"));

    [Test]
    public async Task Notification_Always_TellsOfEveryLaunchAndEveryEndAndEveryFailure()
    {
        var notification = (await Run()).Single("aws:autoscaling/notification:Notification");

        Assert.Multiple(() =>
        {
            Assert.That(notification.Text("topicArn"), Is.EqualTo(TopicArn));
            Assert.That(notification.Texts("groupNames"), Is.EqualTo(new[] { "web-group-1a2b3c4" }));
            Assert.That(notification.Texts("notifications"), Is.EquivalentTo(new[]
            {
                "autoscaling:EC2_INSTANCE_LAUNCH", "autoscaling:EC2_INSTANCE_LAUNCH_ERROR",
                "autoscaling:EC2_INSTANCE_TERMINATE", "autoscaling:EC2_INSTANCE_TERMINATE_ERROR",
            }));
        });
    }

    [Test]
    public async Task Dashboard_Always_ShowsEveryAlarm()
    {
        var recorded = await Run();
        var dashboard = recorded.Single("aws:cloudwatch/dashboard:Dashboard");

        Assert.That(dashboard.Text("dashboardName"), Is.EqualTo("web-group-1a2b3c4"));
        foreach (var alarm in recorded.All("aws:cloudwatch/metricAlarm:MetricAlarm"))
            Assert.That(dashboard.Text("dashboardBody"), Does.Contain($"\"arn:aws:cloudwatch:eu-west-1:123456789012:{alarm.Name}\""));
    }

    [Test]
    [Requirement("R6")]
    public async Task Alarms_OnErrorsOfVisitors_AreThereBeforeTheGroupIs()
    {
        string? server = null;
        string? balancer = null;
        var recorded = await Cloud.Run(options =>
        {
            var monitoring = new Monitoring("watch", Args, options);
            monitoring.ServerErrorsAlarm.Apply(name => server = name);
            monitoring.LoadBalancerErrorsAlarm.Apply(name => balancer = name);
        });

        Assert.Multiple(() =>
        {
            Assert.That(server, Is.EqualTo("watch-server-errors-name"));
            Assert.That(balancer, Is.EqualTo("watch-load-balancer-errors-name"));
            Assert.That(recorded.Resources.Select(resource => resource.Name), Does.Contain("watch-server-errors"));
        });
    }

    [Test]
    public async Task DashboardUrl_Always_LeadsToTheDashboard() =>
        Assert.That(
            await Cloud.OutputOf(() => new Monitoring("watch", Args).WatchServers(GroupName)),
            Is.EqualTo("https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#dashboards/dashboard/web-group-1a2b3c4"));
}
