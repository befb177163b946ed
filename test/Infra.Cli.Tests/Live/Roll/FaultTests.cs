using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Roll;
using Infra.Cli.Shell;
using Infra.Cli.Shell.Tools;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.Roll;

/// <summary>What becomes of a roll when AWS can't be asked.</summary>
internal sealed class FaultTests
{
    private const string Group = "autoscaling describe-auto-scaling-groups";
    private const string Refreshes = "autoscaling describe-instance-refreshes";

    [PlainCase("\nAn error occurred (Throttling) when calling the DescribeAutoScalingGroups operation: Rate exceeded\n")]
    [PlainCase("\nCould not connect to the endpoint URL: \"https://autoscaling.eu-west-1.amazonaws.com/\"\n")]
    public async Task Fault_ThatPasses_WhileARollIsWatched_IsNotNoticed(string error)
    {
        var played = new PlayedRoll();
        var isDone = false;
        played.Aws.OnCall = _ =>
        {
            if (played.Shown.Count == 0 || isDone)
                return;

            isDone = true;
            played.Aws.Next[Refreshes] = new(Enumerable.Repeat(new ToolRun(254, "", error), 9));
        };

        Assert.That((await played.RunAsync()).ExitCode, Is.Zero);
        Assert.That(isDone, Is.True);
    }

    [PlainCase(254, "", "An error occurred (ExpiredToken) when calling the operation: expired", "The credentials have expired")]
    [PlainCase(0, "<html>", "", "answered what can't be read as its JSON")]
    [PlainCase(0, """{"AutoScalingGroups": []}""", "", "there is no group fleet-group in this account in eu-west-1")]
    public async Task Fault_BeforeAnything_IsOneMessage(int exitCode, string output, string error, string message)
    {
        var played = new PlayedRoll();
        played.Aws.Next[Group] = new([new(exitCode, output, error)]);

        await Assert.ThatAsync(() => played.RunAsync(), Throws.TypeOf<InvalidUsageException>().With.Message.Contain(message));
    }

    [Test]
    public async Task Credentials_ThatExpireWhileARollIsWatched_AreSaid_AndHowToRelease()
    {
        var played = new PlayedRoll(2);
        played.Aws.Coming.Enqueue(["InProgress"]);
        var expired = new ToolRun(254, "", "An error occurred (ExpiredToken) when calling the operation: expired");
        played.Aws.OnCall = _ =>
        {
            if (played.Shown.Count == 2)
                (played.Aws.Next[Refreshes], played.Aws.Next[Group]) = (new([expired]), new([expired]));
        };

        var report = await played.Roll.RunAsync(new Progress<Claim>(), view => played.Shown.Add(view.Shown), CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(report.ExitCode, Is.EqualTo(2));
            Assert.That(PlayedRoll.Of(report, RollClaims.Rolled).Outcome, Is.EqualTo(Outcome.NotChecked));
            Assert.That(PlayedRoll.Of(report, RollClaims.Released).Seen, Does.Contain("Run 'infra roll dev' again, which releases it."));
        });
    }

    [Test]
    public async Task Answer_ThatIsNoneWhileARollLaunchesFirst_CancelsIt_AndReleases()
    {
        var played = new PlayedRoll(2);
        played.Aws.Coming.Enqueue(["InProgress"]);
        played.Aws.OnCall = _ =>
        {
            if (played.Shown.Count == 2 && played.Aws.Refreshes[0].Status == "InProgress")
                played.Aws.Next["cloudwatch describe-alarms"] = new([new(0, "{}", "")]);
        };

        var report = await played.RunAsync();

        Assert.That(report.ExitCode, Is.EqualTo(2));
        Assert.That(played.Aws.Refreshes[0].Status, Is.EqualTo("Cancelling"));
    }

    [Test]
    public async Task Group_ThatIsGoneInTheMiddle_IsSaid()
    {
        var played = new PlayedRoll(3);
        played.Aws.OnCall = _ =>
        {
            if (played.Shown.Count == 1)
                played.Aws.Next[Group] = new(Enumerable.Repeat(new ToolRun(0, """{"AutoScalingGroups": []}""", ""), 3));
        };

        var report = await played.RunAsync();

        Assert.That(PlayedRoll.Of(report, RollClaims.Rolled).Seen, Does.StartWith("there is no group fleet-group"));
        Assert.That(report.ExitCode, Is.EqualTo(2));
    }

    [Test]
    public async Task Start_ThatAwsRefuses_IsSaid_AndNothingIsHeld()
    {
        var played = new PlayedRoll();
        played.Aws.Next["autoscaling start-instance-refresh"] = new(
            [new(254, "", "An error occurred (AccessDenied) when calling the StartInstanceRefresh operation: no")]);

        var report = await played.RunAsync();

        Assert.That(report.ExitCode, Is.EqualTo(2));
        Assert.That(PlayedRoll.Of(report, RollClaims.Rolled).Seen, Does.Contain(": no The credentials may not do this"));
    }

    [Test]
    public async Task Rolls_OfOthersThatNeverEnd_EndTheTries()
    {
        var played = new PlayedRoll();
        played.Aws.Next["autoscaling start-instance-refresh"] = new(Enumerable.Repeat(
            new ToolRun(254, "", "An error occurred (InstanceRefreshInProgress) when calling the StartInstanceRefresh operation: no"), 99));

        var report = await played.RunAsync();

        Assert.That(report.ExitCode, Is.EqualTo(2));
        Assert.That(played.Aws.Calls, Has.None.Contain("cancel-instance-refresh").And.None.Contain("update-auto-scaling-group"));
    }

    [Test]
    public async Task Cancellation_OfARollThatHasJustEnded_IsDone()
    {
        var played = new PlayedRoll();
        played.Aws.Coming.Enqueue(["Pending", "InProgress", "InProgress"]);
        using var broken = new CancellationTokenSource();
        played.Aws.Next["autoscaling cancel-instance-refresh"] = new([
            new(254, "", "An error occurred (ActiveInstanceRefreshNotFound) when calling the CancelInstanceRefresh operation: none")]);
        played.Aws.OnCall = command =>
        {
            if (command == "elbv2 describe-target-health" || played.Aws.Calls.Count > 12)
                broken.Cancel();
        };

        Assert.That(() => played.RunAsync(broken.Token), Throws.InstanceOf<OperationCanceledException>());
        played.Aws.OnCall = command =>
        {
            if (command == "autoscaling cancel-instance-refresh")
                played.Aws.Refreshes.ForEach(refresh => refresh.Cancel());
        };
        var sentences = await played.Roll.AftermathAsync();

        Assert.That(sentences[^1], Does.StartWith("Scaling: released"));
        Assert.That(played.Aws.Suspended, Is.EqualTo(["AZRebalance"]));
    }
}
