using Pulumi;
using Pulumi.Aws.AutoScaling;
using Pulumi.Aws.CloudWatch;

namespace Infra.Observability;

/// <summary>What tells people how the site is: alarms, the group's events, and a dashboard.</summary>
public sealed class Monitoring : ComponentResource
{
    /// <summary>Makes the alarms, the notification and the dashboard.</summary>
    public Monitoring(string name, MonitoringArgs args, ComponentResourceOptions? options = null)
        : base("infra:observability:Monitoring", name, options)
    {
        var child = new CustomResourceOptions { Parent = this };

        var alarms = FleetAlarms.Of(args).Concat(TrafficAlarms.Of(args))
            .Select(definition => Alarm.Create(name, definition, args.TopicArn, child))
            .ToList();

        _ = new Notification($"{name}-group-events", new()
        {
            TopicArn = args.TopicArn,
            GroupNames = args.GroupName,
            Notifications =
            {
                NotificationType.InstanceLaunch,
                NotificationType.InstanceLaunchError,
                NotificationType.InstanceTerminate,
                NotificationType.InstanceTerminateError,
            },
        }, child);

        // A dashboard's name is no autoname, and must be unique in the account: the group's is both.
        var dashboard = new Dashboard($"{name}-dashboard", new()
        {
            DashboardName = args.GroupName,
            DashboardBody = Body(args, alarms),
        }, child);

        DashboardUrl = Output.Tuple(args.Account.Partition.ToOutput(), dashboard.DashboardName)
            .Apply(values => ConsoleUrl.OfDashboard(values.Item1, args.Account.Region, values.Item2));
        RegisterOutputs(new Dictionary<string, object?> { ["dashboardUrl"] = DashboardUrl });
    }

    /// <summary>The dashboard's page in the AWS console.</summary>
    public Output<string> DashboardUrl { get; }

    private static Output<string> Body(MonitoringArgs args, List<MetricAlarm> alarms)
    {
        var names = Output.All(args.GroupName, args.LoadBalancerArnSuffix, args.TargetGroupArnSuffix);
        return Output.Tuple(names, Output.All(alarms.Select(alarm => alarm.Arn))).Apply(values => DashboardBody.Render(new()
        {
            Region = args.Account.Region,
            GroupName = values.Item1[0],
            LoadBalancer = values.Item1[1],
            TargetGroup = values.Item1[2],
            MinServers = args.MinServers,
            MaxServers = args.MaxServers,
            CpuTarget = args.CpuTarget,
            SlowResponse = args.SlowResponse,
            AlarmArns = values.Item2,
        }));
    }
}
