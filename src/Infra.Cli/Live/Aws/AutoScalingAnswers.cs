using System.Text.Json.Serialization;

namespace Infra.Cli.Live.Aws;

// What Amazon EC2 Auto Scaling answers, as far as a drill or a roll reads it: https://docs.aws.amazon.com/autoscaling/ec2/APIReference/.

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

    public TemplateVersion? LaunchTemplate { get; init; }

    public IReadOnlyList<GroupTag> Tags { get; init; } = [];
}

internal sealed record GroupInstance(
    [property: AwsText(AwsText.Word)] string InstanceId, string LifecycleState, string HealthStatus)
{
    /// <summary>What it was launched from.</summary>
    public TemplateVersion? LaunchTemplate { get; init; }

    /// <summary>Whether it counts as a server: those that leave were told to, and their replacements are counted in their place.</summary>
    [JsonIgnore]
    public bool IsCounted => LifecycleState.StartsWith("Pending", StringComparison.Ordinal)
        || LifecycleState is "InService" or "Standby" or "EnteringStandby";
}

internal sealed record TemplateVersion
{
    [AwsText(AwsText.Word)]
    public string? LaunchTemplateId { get; init; }

    [AwsText(AwsText.Word)]
    public string? Version { get; init; }
}

internal sealed record GroupTag(string Key, string Value);

internal sealed record SuspendedProcess(string ProcessName);

internal sealed record RefreshesAnswer(IReadOnlyList<RefreshAnswer> InstanceRefreshes);

internal sealed record RefreshStarted([property: AwsText(AwsText.Word)] string InstanceRefreshId);

internal sealed record RefreshAnswer(string Status)
{
    [AwsText(AwsText.Word)]
    public string InstanceRefreshId { get; init; } = "";

    /// <summary>None before it has begun.</summary>
    public DateTimeOffset? StartTime { get; init; }

    public string? StatusReason { get; init; }

    public DesiredConfiguration? DesiredConfiguration { get; init; }

    public PreferencesAnswer? Preferences { get; init; }
}

internal sealed record DesiredConfiguration
{
    public TemplateVersion? LaunchTemplate { get; init; }
}

internal sealed record PreferencesAnswer
{
    public int? MaxHealthyPercentage { get; init; }
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

internal sealed record PolicyAlarm([property: AwsText(AwsText.Alarm)] string AlarmName);
