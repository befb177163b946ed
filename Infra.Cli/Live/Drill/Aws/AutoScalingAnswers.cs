namespace Infra.Cli.Live.Drill.Aws;

// What Amazon EC2 Auto Scaling answers, as far as a drill reads it: https://docs.aws.amazon.com/autoscaling/ec2/APIReference/.

internal sealed record GroupsAnswer(IReadOnlyList<GroupAnswer> AutoScalingGroups);

internal sealed record GroupAnswer(
    string AutoScalingGroupName,
    int MinSize,
    int MaxSize,
    int DesiredCapacity,
    IReadOnlyList<GroupInstance> Instances,
    IReadOnlyList<SuspendedProcess> SuspendedProcesses)
{
    /// <summary>In seconds; none where the group has no default.</summary>
    public int? DefaultInstanceWarmup { get; init; }
}

internal sealed record GroupInstance(string InstanceId, string LifecycleState, string HealthStatus);

internal sealed record SuspendedProcess(string ProcessName);

internal sealed record RefreshesAnswer(IReadOnlyList<RefreshAnswer> InstanceRefreshes);

internal sealed record RefreshAnswer(string Status)
{
    /// <summary>None before it has begun.</summary>
    public DateTimeOffset? StartTime { get; init; }

    public string? StatusReason { get; init; }
}

internal sealed record PoliciesAnswer(IReadOnlyList<PolicyAnswer> ScalingPolicies);

internal sealed record PolicyAnswer(string PolicyType)
{
    /// <summary>One that is not does nothing until somebody enables it again.</summary>
    public bool Enabled { get; init; } = true;

    public TrackingAnswer? TargetTrackingConfiguration { get; init; }

    public IReadOnlyList<PolicyAlarm> Alarms { get; init; } = [];
}

internal sealed record TrackingAnswer(double TargetValue)
{
    public PredefinedMetric? PredefinedMetricSpecification { get; init; }
}

internal sealed record PredefinedMetric(string PredefinedMetricType);

internal sealed record PolicyAlarm(string AlarmName);
