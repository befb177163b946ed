using Infra.Cli.Shell;

namespace Infra.Cli.Live.Aws;

/// <summary>What AWS says of a stack's parts, and the two ways in which a drill breaks a server. It changes nothing else.</summary>
internal sealed class StackCloud(AwsTool aws, GroupOutputs outputs)
{
    private TargetGroupAnswer? _targetGroup;

    /// <summary>Who asks, in which account.</summary>
    public Task<Identity> IdentityAsync(CancellationToken cancellation) =>
        aws.AskAsync<Identity>(cancellation, "sts", "get-caller-identity");

    /// <summary>The group.</summary>
    /// <exception cref="InvalidUsageException">There is none in this account and region.</exception>
    public async Task<GroupAnswer> GroupAsync(CancellationToken cancellation)
    {
        var answer = await aws.AskAsync<GroupsAnswer>(
            cancellation, "autoscaling", "describe-auto-scaling-groups", "--auto-scaling-group-names", outputs.GroupName);
        return answer.AutoScalingGroups is [var group]
            ? group
            : throw new InvalidUsageException(
                $"there is no group {outputs.GroupName} in this account in {outputs.Region}: "
                + "take the profile of the account that holds the stack");
    }

    /// <summary>The health of each target, by the server's id.</summary>
    public async Task<IReadOnlyDictionary<string, string>> TargetHealthAsync(CancellationToken cancellation)
    {
        var targetGroup = await TargetGroupAsync(cancellation);
        var answer = await aws.AskAsync<TargetHealthAnswer>(
            cancellation, "elbv2", "describe-target-health", "--target-group-arn", targetGroup.TargetGroupArn);

        // A target is registered once, since the stack's servers have one port.
        return answer.TargetHealthDescriptions
            .GroupBy(target => target.Target.Id)
            .ToDictionary(same => same.Key, same => same.Last().TargetHealth.State);
    }

    /// <summary>The machines that were launched for the group and run, whether or not the group still counts them.</summary>
    public async Task<IReadOnlyList<Machine>> MachinesAsync(CancellationToken cancellation)
    {
        var answer = await aws.AskAsync<MachinesAnswer>(
            cancellation,
            "ec2", "describe-instances",
            "--filters",
            $"Name=tag:aws:autoscaling:groupName,Values={outputs.GroupName}", "Name=instance-state-name,Values=pending,running");
        return [.. answer.Reservations.SelectMany(reservation => reservation.Instances)];
    }

    /// <summary>The security groups of these ids.</summary>
    public async Task<IReadOnlyList<SecurityGroupAnswer>> SecurityGroupsAsync(IEnumerable<string> ids, CancellationToken cancellation) =>
        (await aws.AskAsync<SecurityGroupsAnswer>(cancellation, ["ec2", "describe-security-groups", "--group-ids", .. ids])).SecurityGroups;

    /// <summary>The ids of the load balancer's security groups.</summary>
    public async Task<IReadOnlyList<string>> LoadBalancerGroupsAsync(CancellationToken cancellation)
    {
        var arns = (await TargetGroupAsync(cancellation)).LoadBalancerArns;
        var answer = await aws.AskAsync<LoadBalancersAnswer>(
            cancellation, ["elbv2", "describe-load-balancers", "--load-balancer-arns", .. arns]);
        return [.. answer.LoadBalancers.SelectMany(balancer => balancer.SecurityGroups)];
    }

    /// <summary>Whether the load balancer can't be deleted, by which a stack says that it matters.</summary>
    public async Task<bool> IsProtectedAsync(CancellationToken cancellation)
    {
        foreach (var arn in (await TargetGroupAsync(cancellation)).LoadBalancerArns)
        {
            var answer = await aws.AskAsync<AttributesAnswer>(
                cancellation, "elbv2", "describe-load-balancer-attributes", "--load-balancer-arn", arn);
            if (answer.Attributes.Any(attribute => attribute is { Key: "deletion_protection.enabled", Value: "true" }))
                return true;
        }

        return false;
    }

    /// <summary>The instance refreshes of the last six weeks; AWS keeps them no longer.</summary>
    public async Task<IReadOnlyList<RefreshAnswer>> RefreshesAsync(CancellationToken cancellation) =>
        (await aws.AskAsync<RefreshesAnswer>(
            cancellation, "autoscaling", "describe-instance-refreshes", "--auto-scaling-group-name", outputs.GroupName)).InstanceRefreshes;

    /// <summary>The target tracking policies that are enabled.</summary>
    public async Task<IReadOnlyList<PolicyAnswer>> TrackingPoliciesAsync(CancellationToken cancellation)
    {
        var answer = await aws.AskAsync<PoliciesAnswer>(
            cancellation, "autoscaling", "describe-policies", "--auto-scaling-group-name", outputs.GroupName);
        return [.. answer.ScalingPolicies.Where(policy => policy is { Enabled: true, TargetTrackingConfiguration: not null })];
    }

    /// <summary>Whether an alarm of these policies that adds servers is raised.</summary>
    public async Task<bool> IsOverTargetAsync(IReadOnlyList<PolicyAnswer> policies, CancellationToken cancellation)
    {
        var names = policies.SelectMany(policy => policy.Alarms).Select(alarm => alarm.AlarmName).ToList();
        return (await RingingAsync(names, cancellation)).Any(alarm =>
            alarm.ComparisonOperator?.StartsWith("GreaterThan", StringComparison.Ordinal) == true);
    }

    /// <summary>Those of these alarms that ring.</summary>
    public async Task<IReadOnlyList<AlarmAnswer>> RingingAsync(IReadOnlyList<string> names, CancellationToken cancellation)
    {
        // Asked for no names, CloudWatch would answer with all alarms of the account.
        if (names.Count == 0)
            return [];

        var answer = await aws.AskAsync<AlarmsAnswer>(cancellation, ["cloudwatch", "describe-alarms", "--alarm-names", .. names]);
        return [.. answer.MetricAlarms.Where(alarm => alarm.StateValue == "ALARM")];
    }

    /// <summary>
    /// Has the group think that a server is unhealthy, even one that is too young for the group to mind. See
    /// https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_SetInstanceHealth.html.
    /// </summary>
    public Task MarkUnhealthyAsync(string serverId, CancellationToken cancellation) => aws.TellAsync(
        cancellation,
        "autoscaling", "set-instance-health",
        "--instance-id", serverId, "--health-status", "Unhealthy", "--no-should-respect-grace-period");

    /// <summary>
    /// Terminates a server, which the group then lacks. See
    /// https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_TerminateInstanceInAutoScalingGroup.html.
    /// </summary>
    public Task TerminateAsync(string serverId, CancellationToken cancellation) => aws.TellAsync(
        cancellation,
        "autoscaling", "terminate-instance-in-auto-scaling-group", "--instance-id", serverId, "--no-should-decrement-desired-capacity");

    private async Task<TargetGroupAnswer> TargetGroupAsync(CancellationToken cancellation)
    {
        if (_targetGroup is not null)
            return _targetGroup;

        var answer = await aws.AskAsync<TargetGroupsAnswer>(
            cancellation, "elbv2", "describe-target-groups", "--names", outputs.TargetGroupName);
        return _targetGroup = answer.TargetGroups is [var targetGroup]
            ? targetGroup
            : throw new AwsException(AwsFault.Malformed, $"'aws elbv2 describe-target-groups' answered without {outputs.TargetGroupName}");
    }
}
