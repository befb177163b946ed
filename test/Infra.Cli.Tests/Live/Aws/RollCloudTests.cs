using Infra.Cli.Live.Aws;
using Infra.Cli.Tests.Live.Drill;
using Infra.Cli.Tests.Live.Roll;

namespace Infra.Cli.Tests.Live.Aws;

/// <summary>What a roll asks of AWS and changes there, by the words of the commands.</summary>
internal sealed class RollCloudTests
{
    private const string ByGroup = "--auto-scaling-group-name fleet-group";

    [TestCase("Successful@2 InProgress@1", null)]
    [TestCase("InProgress@2 Successful@1", "InProgress")]
    [TestCase("Successful@1 Pending@", "Pending")]
    [TestCase("Cancelled@", null)]
    [TestCase("", null)]
    public async Task Refresh_ThatIsTheLatestAndNotOver_IsUnderWay(string refreshes, string? status)
    {
        var each = refreshes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(told => told.Split('@')).Select(told => told[1] == ""
            ? $$"""{"Status": "{{told[0]}}"}"""
            : $$"""{"Status": "{{told[0]}}", "StartTime": "2026-11-22T0{{told[1]}}:00:00+00:00"}""");
        var tool = new AnsweringTool($$"""{"InstanceRefreshes": [{{string.Join(',', each)}}]}""");

        Assert.That((await Cloud(tool).UnderWayAsync(CancellationToken.None))?.Status, Is.EqualTo(status));
        Assert.That(tool.Asked, Is.EqualTo([$"autoscaling describe-instance-refreshes {ByGroup}"]));
    }

    [Test]
    public async Task Refresh_IsAskedForById()
    {
        var tool = new AnsweringTool("""{"InstanceRefreshes": [{"Status": "Baking", "InstanceRefreshId": "r-1"}]}""");

        Assert.That((await Cloud(tool).RefreshAsync("r-1", CancellationToken.None)).Status, Is.EqualTo("Baking"));
        Assert.That(tool.Asked, Is.EqualTo([$"autoscaling describe-instance-refreshes {ByGroup} --instance-refresh-ids r-1"]));
    }

    [TestCase(0)]
    [TestCase(2)]
    public async Task Refresh_ThatIsNotTheOnlyOne_IsMalformed(int refreshes)
    {
        var each = Enumerable.Repeat("""{"Status": "Baking"}""", refreshes);
        var tool = new AnsweringTool($$"""{"InstanceRefreshes": [{{string.Join(',', each)}}]}""");

        await Assert.ThatAsync(
            () => Cloud(tool).RefreshAsync("r-1", CancellationToken.None),
            Throws.TypeOf<AwsException>().With.Property("Fault").EqualTo(AwsFault.Malformed)
                .And.Message.EqualTo("'aws autoscaling describe-instance-refreshes' answered without r-1"));
    }

    [Test]
    public async Task Alarms_ThatRing_AreNamed()
    {
        var tool = new AnsweringTool(
            """
            {"MetricAlarms": [{"AlarmName": "a", "StateValue": "ALARM"}, {"AlarmName": "b", "StateValue": "OK"},
            {"AlarmName": "c", "StateValue": "ALARM"}, {"AlarmName": "d", "StateValue": "INSUFFICIENT_DATA"}]}
            """);

        Assert.That(await Cloud(tool).RingingAsync(["a", "b", "c", "d"], CancellationToken.None), Is.EqualTo(["a", "c"]));
        Assert.That(tool.Asked, Is.EqualTo(["cloudwatch describe-alarms --alarm-names a b c d"]));
    }

    [Test]
    public async Task Roll_IsStarted_ToAVersion_WithItsPreferences()
    {
        var tool = new AnsweringTool("""{"InstanceRefreshId": "r-1"}""");
        var preferences = RollPreferences.For(1, 1, 3);

        Assert.That(await Cloud(tool).StartAsync("7", preferences, CancellationToken.None), Is.EqualTo("r-1"));
        Assert.That(tool.Asked, Is.EqualTo(
        [
            $"autoscaling start-instance-refresh {ByGroup} --strategy Rolling --desired-configuration "
                + """{"LaunchTemplate":{"LaunchTemplateId":"lt-1","Version":"7"}}""" + $" --preferences {preferences.ToJson()}",
        ]));
    }

    // It may have ended by itself meanwhile.
    [TestCase("ActiveInstanceRefreshNotFound", null)]
    [TestCase("AccessDenied", AwsFault.Denied)]
    [TestCase("InstanceRefreshInProgress", AwsFault.RefreshInProgress)]
    public async Task Cancellation_OfNothing_IsDone(string code, AwsFault? fault)
    {
        var tool = new AnsweringTool(_ => new(254, "", $"An error occurred ({code}) when calling the operation: no"));
        AwsFault? seen = null;
        try
        {
            await Cloud(tool).CancelAsync(CancellationToken.None);
        }
        catch (AwsException failure)
        {
            seen = failure.Fault;
        }

        Assert.That(seen, Is.EqualTo(fault));
        Assert.That(tool.Asked, Is.EqualTo([$"autoscaling cancel-instance-refresh {ByGroup}"]));
    }

    [Test]
    public async Task Changes_OfTheGroup_AreAsTheToolWantsThem()
    {
        var tool = new AnsweringTool("");
        var cloud = Cloud(tool);

        await cloud.SetVersionAsync("6", CancellationToken.None);
        await cloud.SuspendAsync(["a", "b"], CancellationToken.None);
        await cloud.ResumeAsync(["c", "d"], CancellationToken.None);
        await cloud.TagAsync("key", "value", CancellationToken.None);
        await cloud.UntagAsync("key", CancellationToken.None);

        const string Tag = "ResourceId=fleet-group,ResourceType=auto-scaling-group,Key=key";
        Assert.That(tool.Asked, Is.EqualTo(
        [
            $"autoscaling update-auto-scaling-group {ByGroup} --launch-template LaunchTemplateId=lt-1,Version=6",
            $"autoscaling suspend-processes {ByGroup} --scaling-processes a b",
            $"autoscaling resume-processes {ByGroup} --scaling-processes c d",
            $"autoscaling create-or-update-tags --tags {Tag},Value=value,PropagateAtLaunch=false",
            $"autoscaling delete-tags --tags {Tag}",
        ]));
    }

    private static RollCloud Cloud(AnsweringTool tool) => new(new(tool, "eu-west-1", new JumpingClock()), new PlayedRoll().Outputs);
}
