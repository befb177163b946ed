using System.Runtime.Versioning;
using Infra.Cli.Tests.Live.Drill;

namespace Infra.Cli.Tests.Live.Roll;

/// <summary>How <c>infra roll</c> ends when it is broken off, as a process.</summary>
[Category("Live")]
[Platform("Linux", Reason = "Sends signals.")]
[UnsupportedOSPlatform("windows")]
internal sealed class SignalTests
{
    // A group of one server that launches from version 0, whose roll to version 1 never ends. A hold's mark shows as soon as it is set.
    private const string Aws =
        """
        echo "$*" >>{folder}/calls
        case $2 in
        describe-auto-scaling-groups)
            /bin/cat <<END
        {"AutoScalingGroups": [{"AutoScalingGroupName": "fleet-group", "MinSize": 1, "MaxSize": 3, "DesiredCapacity": 1,
          "LaunchTemplate": {"Version": "0"}, "SuspendedProcesses": [{"ProcessName": "AZRebalance"}],
          "Instances": [{"InstanceId": "i-1", "LifecycleState": "InService", "HealthStatus": "Healthy",
            "LaunchTemplate": {"Version": "0"}}], "Tags": [$(/bin/cat {folder}/mark)]}]}
        END
            ;;
        describe-instance-refreshes)
            echo '{"InstanceRefreshes": ['
            [ ! -e {folder}/started ] || echo '{"InstanceRefreshId": "refresh-1", "Status": "InProgress"}'
            echo ']}'
            ;;
        create-or-update-tags)
            echo '{"Key": "infra:roll-holds", "Value": "AlarmNotification+ScheduledActions@20261122T120000Z"}' >{folder}/mark
            ;;
        start-instance-refresh) echo >{folder}/started && echo '{"InstanceRefreshId": "refresh-1"}' ;;
        describe-alarms) echo '{"MetricAlarms": []}' ;;
        esac
        """;

    [TestCase("INT", true)]
    [TestCase("TERM", false)]
    public async Task Signal_WhileANewServerComesFirst_CancelsTheRoll_AndReleasesScaling(string signal, bool toAll)
    {
        using var tools = new ScriptedTools();
        tools.Pulumi();
        await File.WriteAllTextAsync(Path.Combine(tools.Folder, "mark"), "");
        tools.Add("aws", Aws.Replace("{folder}", tools.Folder, StringComparison.Ordinal));
        await using var program = InfraProcess.Start(
            $"{tools.Folder}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}", ["roll", "dev"]);
        Assert.That(
            () => tools.Calls.Count(call => call.Contains("describe-alarms", StringComparison.Ordinal)),
            Is.AtLeast(2).After(60).Seconds.PollEvery(20).MilliSeconds);

        await program.SignalAsync(signal, toAll);

        var end = await program.EndAsync();
        Assert.That((end.ExitCode, end.Out), Is.EqualTo((2, "")), end.Error);
        Assert.That(end.Error, Does.EndWith(
            "The roll was broken off, and is cancelled: scaling can't be held without it. Servers that are new stay so; "
            + "'infra roll dev' goes on with the others.\n"
            + "Scaling: released: AlarmNotification and ScheduledActions, after the roll was cancelled.\n"));
        Assert.That(tools.Calls.TakeLast(3).Select(call => call.Split(' ')[1]), Is.EqualTo(
            ["cancel-instance-refresh", "resume-processes", "delete-tags"]));
        Assert.That(program.Children(), Is.Empty);
    }
}
