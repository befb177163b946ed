using System.Runtime.Versioning;
using Infra.Cli.Live.Claims;
using Infra.Cli.Shell;
using Infra.Cli.Shell.Tools;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.Drill;

/// <summary>What becomes of a drill when AWS can't be asked.</summary>
internal sealed class FaultTests
{
    private const string Group = "autoscaling describe-auto-scaling-groups";
    private const string Throttling =
        "\nAn error occurred (Throttling) when calling the DescribeAutoScalingGroups operation (reached max retries: 4): Rate exceeded\n";

    [Test]
    public async Task Throttling_ThatPasses_IsNotNoticed()
    {
        var played = new PlayedDrill();
        Fail(played, Group, Throttling, times: 3);

        Assert.That((await played.RunAsync()).Outcome, Is.EqualTo(Outcome.Pass));
    }

    [Test]
    public async Task Throttling_ThatGoesOn_IsSaid_AndNothingHasBeenBroken()
    {
        var played = new PlayedDrill();
        Fail(played, Group, Throttling, times: 100);

        await Assert.ThatAsync(
            () => played.RunAsync(),
            Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(
                "'aws autoscaling describe-auto-scaling-groups' failed: An error occurred (Throttling) when calling the "
                + "DescribeAutoScalingGroups operation (reached max retries: 4): Rate exceeded\n"
                + "AWS takes no more requests for now, even after many tries: try again later."));
        Assert.That(played.Aws.Calls, Has.Count.EqualTo(7), "one question, and one that is asked six times");
    }

    [PlainCase("")]
    [PlainCase("null")]
    [PlainCase("<html>")]
    [PlainCase("""{"AutoScalingGroups": null}""")]
    [PlainCase("""{"AutoScalingGroups": [{"AutoScalingGroupName": "fleet-group"}]}""")]
    [PlainCase("""{"Groups": []}""")]
    public async Task MalformedAnswer_BeforeTheDrill_IsOneMessage(string answer)
    {
        var played = new PlayedDrill();
        played.Aws.Next[Group] = new([new ToolRun(0, answer, "")]);

        await Assert.ThatAsync(
            () => played.RunAsync(),
            Throws.TypeOf<InvalidUsageException>().With.Message.StartsWith(
                "'aws autoscaling describe-auto-scaling-groups' answered what can't be read as its JSON: "));
    }

    [Test]
    public async Task Fault_DuringTheDrill_LeavesThatClaimOpen_AndTheOthersStand()
    {
        var played = new PlayedDrill();
        played.Aws.Next["elbv2 describe-load-balancers"] = new([new ToolRun(0, "{}", "")]);

        var report = await played.RunAsync();

        Assert.That(report.Verdicts.Count(verdict => verdict.Finding.Outcome == Outcome.NotChecked), Is.EqualTo(1));
        Assert.That(
            PlayedDrill.Of(report, "security groups").Seen,
            Does.StartWith("'aws elbv2 describe-load-balancers' answered what can't be read"));
        Assert.That(report.ExitCode, Is.EqualTo(2));
    }

    [PlainCase("\nCould not connect to the endpoint URL: \"https://ec2.eu-west-1.amazonaws.com/\"\n", 3)]
    [PlainCase("\nAn error occurred (502) when calling the DescribeInstances operation (reached max retries: 4): Bad Gateway\n", 9)]
    public async Task Look_ThatFailsInTheMiddle_IsPassedOver(string error, int times)
    {
        var played = new PlayedDrill();
        played.Aws.In(TimeSpan.FromMinutes(2), () => Fail(played, "ec2 describe-instances", error, times));

        var report = await played.RunAsync();

        Assert.That(report.Outcome, Is.EqualTo(Outcome.Pass));
        Assert.That(PlayedDrill.Of(report, "never more than 3").Seen, Does.Not.Contain("no more than 6 s apart"), "the gap is shown");
    }

    [Test]
    public async Task Looks_ThatAllFail_LeaveTheClaimOpen_InTheEnd()
    {
        var played = new PlayedDrill();
        played.Aws.In(
            TimeSpan.FromMinutes(2),
            () => Fail(played, "ec2 describe-instances", "Could not connect to the endpoint URL: \"https://a/\"", 10000));

        var report = await played.RunAsync();

        Assert.That(PlayedDrill.Of(report, "broken server is replaced").Seen, Does.Contain("Could not connect to the endpoint URL"));
        Assert.That(PlayedDrill.Of(report, "broken server is replaced").Outcome, Is.EqualTo(Outcome.NotChecked));
    }

    [Test]
    public async Task CredentialsThatExpireInTheMiddle_EndTheLoad()
    {
        var played = new PlayedDrill();
        played.Aws.OnCall = command =>
        {
            if (played.Load.Rate > 100 && !played.Aws.Next.ContainsKey(command))
            {
                const string Expired =
                    "\nAn error occurred (ExpiredToken) when calling the operation: "
                    + "The security token included in the request is expired\n";
                Fail(played, command, Expired, 1000);
            }
        };

        var report = await played.RunAsync();

        Assert.That(
            PlayedDrill.Of(report, "added under load").Seen,
            Does.EndWith("The credentials have expired: get new ones, for instance by 'aws sso login'."));
        Assert.That((report.ExitCode, played.Load.Rate), Is.EqualTo((2, 0d)));
    }

    [Test]
    public async Task GroupThatIsNotThere_IsTheWrongAccount()
    {
        var played = new PlayedDrill();
        played.Aws.Next[Group] = new([new ToolRun(0, """{"AutoScalingGroups": []}""", "")]);

        await Assert.ThatAsync(
            () => played.RunAsync(),
            Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(
                "there is no group fleet-group in this account in eu-west-1: take the profile of the account that holds the stack"));
    }

    [Test]
    [Platform("Unix", Reason = "Runs a shell script.")]
    [UnsupportedOSPlatform("windows")]
    public async Task Tool_ThatHangs_IsEnded_AndNamed()
    {
        using var tools = new ScriptedTools();
        tools.Add("hangs", "/bin/sleep 20");
        var tool = new Tool(Path.Combine(tools.Folder, "hangs"), longest: TimeSpan.FromMilliseconds(1));

        await Assert.ThatAsync(
            () => tool.RunAsync([], CancellationToken.None),
            Throws.TypeOf<ToolHangsException>().With.Message.EndsWith("hangs' gave no answer within 0 s, and was ended"));
    }

    [Test]
    public async Task AwsTool_ThatHangs_IsOneMessage()
    {
        var played = new PlayedDrill();
        played.Aws.OnCall = _ => throw new ToolHangsException("aws", TimeSpan.FromMinutes(2));

        await Assert.ThatAsync(
            () => played.RunAsync(),
            Throws.TypeOf<InvalidUsageException>().With.Message.StartsWith(
                "'aws sts get-caller-identity' failed: 'aws' gave no answer within 2 min, and was ended\n"));
    }

    [Test]
    public async Task AwsTool_ThatHangsOnce_InTheMiddle_IsPassedOver()
    {
        var played = new PlayedDrill();
        var hangs = false;
        played.Aws.In(TimeSpan.FromMinutes(2), () => hangs = true);
        played.Aws.OnCall = _ =>
        {
            if (hangs)
            {
                hangs = false;
                throw new ToolHangsException("aws", TimeSpan.FromMinutes(2));
            }
        };

        Assert.That((await played.RunAsync()).Outcome, Is.EqualTo(Outcome.Pass));
    }

    private static void Fail(PlayedDrill played, string command, string error, int times) =>
        played.Aws.Next[command] = new(Enumerable.Repeat(new ToolRun(255, "", error), times));
}
