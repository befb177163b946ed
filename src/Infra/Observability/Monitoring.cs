using Pulumi;
using Pulumi.Aws.AutoScaling;
using Pulumi.Aws.CloudWatch;

namespace Infra.Observability;

/// <summary>What tells people how the site is: alarms, the group's events, and a dashboard.</summary>
/// <remarks>
/// In two parts: alarms on what visitors get end a roll of the group, so the group names them; everything else names the group.
/// </remarks>
public sealed class Monitoring : ComponentResource
{
    private readonly string _name;
    private readonly MonitoringArgs _args;
    private readonly List<MetricAlarm> _onTraffic;

    /// <summary>Makes the alarms on what visitors get.</summary>
    public Monitoring(string name, MonitoringArgs args, ComponentResourceOptions? options = null)
        : base("infra:observability:Monitoring", name, options)
    {
        (_name, _args) = (name, args);
        _onTraffic = Alarms(TrafficAlarms.Of(args));

        ServerErrorsAlarm = NameOf(TrafficAlarms.ServerErrors);
        LoadBalancerErrorsAlarm = NameOf(TrafficAlarms.LoadBalancerErrors);
    }

    /// <summary>The name of the alarm on errors that servers answer with.</summary>
    public Output<string> ServerErrorsAlarm { get; }

    /// <summary>The name of the alarm on errors of the load balancer itself.</summary>
    public Output<string> LoadBalancerErrorsAlarm { get; }

    private CustomResourceOptions Child => new() { Parent = this };

    /// <summary>Makes the alarms on the servers, the notification and the dashboard, and so completes it.</summary>
    /// <returns>The dashboard's page in the AWS console.</returns>
    public Output<string> WatchServers(Input<string> groupName)
    {
        var onServers = Alarms(FleetAlarms.Of(_args, groupName));

        _ = new Notification($"{_name}-group-events", new()
        {
            TopicArn = _args.TopicArn,
            GroupNames = groupName,
            Notifications =
            {
                NotificationType.InstanceLaunch,
                NotificationType.InstanceLaunchError,
                NotificationType.InstanceTerminate,
                NotificationType.InstanceTerminateError,
            },
        }, Child);

        // A dashboard's name is no autoname, and must be unique in the account: the group's is both.
        var dashboard = new Dashboard($"{_name}-dashboard", new()
        {
            DashboardName = groupName,
            DashboardBody = Body(_args, groupName, onServers.Concat(_onTraffic)),
        }, Child);

        var url = Output.Tuple(_args.Account.Partition.ToOutput(), dashboard.DashboardName)
            .Apply(values => ConsoleUrl.OfDashboard(values.Item1, _args.Account.Region, values.Item2));
        RegisterOutputs(new Dictionary<string, object?> { ["dashboardUrl"] = url });
        return url;
    }

    private List<MetricAlarm> Alarms(IEnumerable<AlarmDefinition> definitions) =>
        [.. definitions.Select(definition => Alarm.Create(_name, definition, _args.TopicArn, Child))];

    private Output<string> NameOf(string alarm) => _onTraffic.Single(each => each.GetResourceName() == $"{_name}-{alarm}").Name;

    private static Output<string> Body(MonitoringArgs args, Input<string> groupName, IEnumerable<MetricAlarm> alarms)
    {
        var names = Output.All(groupName, args.LoadBalancerArnSuffix, args.TargetGroupArnSuffix);
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
