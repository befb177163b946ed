using System.Text.Json;
using Infra.Cli.Shell;

namespace Infra.Cli.Live.Aws;

/// <summary>What AWS says of a roll, and all that a roll changes.</summary>
internal sealed class RollCloud(AwsTool aws, RollOutputs outputs)
{
    private const string Group = "--auto-scaling-group-name";

    private readonly StackCloud _stack = new(aws, outputs);

    /// <summary>The group.</summary>
    /// <exception cref="InvalidUsageException">There is none in this account and region.</exception>
    public Task<GroupAnswer> GroupAsync(CancellationToken cancellation) => _stack.GroupAsync(cancellation);

    /// <summary>The health of each target, by the server's id.</summary>
    public Task<IReadOnlyDictionary<string, string>> TargetHealthAsync(CancellationToken cancellation) =>
        _stack.TargetHealthAsync(cancellation);

    /// <summary>The instance refreshes of the last six weeks.</summary>
    public Task<IReadOnlyList<RefreshAnswer>> RefreshesAsync(CancellationToken cancellation) => _stack.RefreshesAsync(cancellation);

    /// <summary>The one that is under way; none if there is none.</summary>
    public async Task<RefreshAnswer?> UnderWayAsync(CancellationToken cancellation) =>
        RefreshStatus.Latest(await RefreshesAsync(cancellation)) is { } latest && RefreshStatus.IsUnderWay(latest) ? latest : null;

    /// <summary>One of them.</summary>
    public async Task<RefreshAnswer> RefreshAsync(string id, CancellationToken cancellation)
    {
        var answer = await aws.AskAsync<RefreshesAnswer>(
            cancellation, "autoscaling", "describe-instance-refreshes", Group, outputs.GroupName, "--instance-refresh-ids", id);
        return answer.InstanceRefreshes is [var refresh]
            ? refresh
            : throw new AwsException(AwsFault.Malformed, $"'aws autoscaling describe-instance-refreshes' answered without {id}");
    }

    /// <summary>Which of these alarms ring.</summary>
    public async Task<IReadOnlyList<string>> RingingAsync(IReadOnlyList<string> alarms, CancellationToken cancellation) =>
        [.. (await _stack.RingingAsync(alarms, cancellation)).Select(alarm => alarm.AlarmName)];

    /// <summary>Starts a roll to a version, and says its id.</summary>
    /// <exception cref="AwsException">
    /// It was not started; <see cref="AwsFault.RefreshInProgress"/> where another one is under way.
    /// </exception>
    public async Task<string> StartAsync(string version, RollPreferences preferences, CancellationToken cancellation)
    {
        var desired = JsonSerializer.Serialize(new DesiredConfiguration { LaunchTemplate = Template(version) });
        var answer = await aws.AskAsync<RefreshStarted>(
            cancellation,
            "autoscaling", "start-instance-refresh", Group, outputs.GroupName, "--strategy", "Rolling",
            "--desired-configuration", desired, "--preferences", preferences.ToJson());
        return answer.InstanceRefreshId;
    }

    /// <summary>Has the roll that is under way, if there is one, end where it is. A server that is being replaced still is.</summary>
    public async Task CancelAsync(CancellationToken cancellation)
    {
        try
        {
            await aws.TellAsync(cancellation, "autoscaling", "cancel-instance-refresh", Group, outputs.GroupName);
        }
        catch (AwsException failure) when (failure.Fault == AwsFault.NoRefresh)
        {
            // It ended by itself meanwhile.
        }
    }

    /// <summary>Has the group launch from a version from now on.</summary>
    public Task SetVersionAsync(string version, CancellationToken cancellation) => aws.TellAsync(
        cancellation,
        "autoscaling", "update-auto-scaling-group", Group, outputs.GroupName,
        "--launch-template", $"LaunchTemplateId={outputs.LaunchTemplateId},Version={version}");

    public Task SuspendAsync(IEnumerable<string> processes, CancellationToken cancellation) => aws.TellAsync(
        cancellation, ["autoscaling", "suspend-processes", Group, outputs.GroupName, "--scaling-processes", .. processes]);

    public Task ResumeAsync(IEnumerable<string> processes, CancellationToken cancellation) => aws.TellAsync(
        cancellation, ["autoscaling", "resume-processes", Group, outputs.GroupName, "--scaling-processes", .. processes]);

    /// <summary>Puts a tag on the group alone.</summary>
    public Task TagAsync(string key, string value, CancellationToken cancellation) => aws.TellAsync(
        cancellation, "autoscaling", "create-or-update-tags", "--tags", $"{TagOf(key)},Value={value},PropagateAtLaunch=false");

    public Task UntagAsync(string key, CancellationToken cancellation) =>
        aws.TellAsync(cancellation, "autoscaling", "delete-tags", "--tags", TagOf(key));

    private string TagOf(string key) => $"ResourceId={outputs.GroupName},ResourceType=auto-scaling-group,Key={key}";

    private TemplateVersion Template(string version) => new() { LaunchTemplateId = outputs.LaunchTemplateId, Version = version };
}
