using System.Runtime.Versioning;
using Infra.Cli.Live.Aws;
using Infra.Cli.Shell.Tools;
using Infra.Cli.Tests.Live.Drill;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.Aws;

/// <summary>How the aws tool is asked, and what its answers have to be.</summary>
internal sealed class AwsToolTests
{
    private const string Known = """{"Account": "123456789012", "Arn": "arn:aws:iam::123456789012:user/me"}""";
    private const string NotRead = "'aws sts get-caller-identity' answered what can't be read as its JSON: ";

    private JumpingClock _clock = null!;

    [SetUp]
    public void AClock() => _clock = new();

    [Test]
    public async Task Question_NamesTheStacksRegion_AndEndsInGoodTime()
    {
        var tool = new AnsweringTool(Known);

        var identity = await AskAsync(tool);

        Assert.That(identity, Is.EqualTo(new Identity("123456789012", "arn:aws:iam::123456789012:user/me")));
        Assert.That(tool.Calls, Is.EqualTo([$"sts get-caller-identity{AnsweringTool.Always}"]));
    }

    [Test]
    public async Task Order_IsGivenInTheSameWay_WhateverTheAnswer()
    {
        var tool = new AnsweringTool("<html>");

        await new AwsTool(tool, "eu-west-1", _clock).TellAsync(CancellationToken.None, "autoscaling", "resume-processes", "a", "b");

        Assert.That(tool.Calls, Is.EqualTo([$"autoscaling resume-processes a b{AnsweringTool.Always}"]));
    }

    [TestCase(0, 1)]
    [TestCase(1, 2)]
    [TestCase(5, 6)]
    [TestCase(6, 6)]
    public async Task Throttling_IsWaitedFor_ThroughFiveTriesMore(int times, int asked)
    {
        var tool = Failing(times, "Throttling");

        if (times < 6)
            await AskAsync(tool);
        else
            await Assert.ThatAsync(() => AskAsync(tool), Throws.TypeOf<AwsException>().With.Property("Fault").EqualTo(AwsFault.Throttled));

        Assert.That(tool.Calls, Has.Count.EqualTo(asked));
    }

    // Or commands that are throttled together would come back together.
    [Test]
    public async Task Throttling_IsWaitedFor_LongerEachTime_AndForNoRoundTime()
    {
        var begin = _clock.GetUtcNow();

        await AskAsync(Failing(5, "Throttling"));

        var waited = _clock.GetUtcNow() - begin;
        Assert.That(waited, Is.GreaterThan(TimeSpan.FromSeconds(10)));
        Assert.That(waited, Is.Not.EqualTo(TimeSpan.FromSeconds(2 + 4 + 8 + 16 + 32)));
    }

    [TestCase("AccessDenied", AwsFault.Denied)]
    [TestCase("ExpiredToken", AwsFault.ExpiredCredentials)]
    [TestCase("InvalidClientTokenId", AwsFault.UnknownCredentials)]
    [TestCase("InstanceRefreshInProgress", AwsFault.RefreshInProgress)]
    [TestCase("ValidationError", AwsFault.Other)]
    public async Task OtherFault_IsSaidAtOnce_WithItsCommand(string code, AwsFault fault)
    {
        var tool = Failing(9, code);

        await Assert.ThatAsync(
            () => AskAsync(tool),
            Throws.TypeOf<AwsException>().With.Property("Fault").EqualTo(fault)
                .And.Message.StartsWith($"'aws sts get-caller-identity' failed: An error occurred ({code}) when"));
        Assert.That(tool.Calls, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Order_ThatFails_IsAFaultToo() => await Assert.ThatAsync(
        () => new AwsTool(Failing(9, "AccessDenied"), "eu-west-1", _clock).TellAsync(CancellationToken.None, "ec2", "stop", "more"),
        Throws.TypeOf<AwsException>().With.Message.StartsWith("'aws ec2 stop' failed: "));

    [PlainCase("null", NotRead + "it is null")]
    [PlainCase("", NotRead)]
    [PlainCase("<html>", NotRead)]
    [PlainCase("[]", NotRead)]
    [PlainCase("""{"Account": "1"}""", NotRead)]
    [PlainCase("""{"Account": "1", "Arn": null}""", NotRead)]
    [PlainCase("""{"Account": 1, "Arn": "a"}""", NotRead + "The JSON value could not be converted to ")]
    [PlainCase("""{"Account": "1", "Arn": {}}""", NotRead + "The JSON value could not be converted to ")]
    public async Task Answer_OfAnotherForm_IsMalformed(string answer, string message) => await Assert.ThatAsync(
        () => AskAsync(new(answer)),
        Throws.TypeOf<AwsException>().With.Message.StartsWith(message).And.Property("Fault").EqualTo(AwsFault.Malformed));

    [Test]
    public async Task List_WithAnItemThatIsNull_IsMalformed() => await Assert.ThatAsync(
        () => new AwsTool(new AnsweringTool("""{"Reservations": [null]}"""), "eu-west-1", _clock)
            .AskAsync<MachinesAnswer>(CancellationToken.None, "ec2", "describe-instances"),
        Throws.TypeOf<AwsException>().With.Message.EqualTo(
            "'aws ec2 describe-instances' answered what can't be read as its JSON: An item is null."));

    [Test]
    public async Task Text_ThatWouldSteerATerminal_IsWrittenOut_OnOneLine() => Assert.That(
        await AskAsync(new("""{"Account": "1\n2", "Arn": "\u001b[2J"}""")), Is.EqualTo(new Identity(@"1\u000a2", @"\u001b[2J")));

    [Test]
    public async Task Tool_ThatHangs_IsUnreachable() => await Assert.ThatAsync(
        () => AskAsync(new(_ => throw new ToolHangsException("aws", TimeSpan.FromMinutes(2)))),
        Throws.TypeOf<AwsException>().With.Property("Fault").EqualTo(AwsFault.Unreachable).And.Message.StartsWith(
            "'aws sts get-caller-identity' failed: 'aws' gave no answer within 2 min, and was ended\nIt waits for something: "));

    [Test]
    public async Task Tool_ThatFloods_IsMalformed() => await Assert.ThatAsync(
        () => AskAsync(new(_ => throw new ToolFloodsException("aws", 16 * 1024 * 1024))),
        Throws.TypeOf<AwsException>().With.Property("Fault").EqualTo(AwsFault.Malformed).And.Message.EqualTo(
            "'aws sts get-caller-identity' failed: 'aws' printed more than 16 MiB, and was ended: no answer is as long"));

    [Test]
    public void Fault_MayPass_WhereAwsIsBusy_OrCanNotBeReached([Values] AwsFault fault)
    {
        var failure = new AwsException(fault, "why");

        Assert.That(
            (failure.Fault, failure.Message, failure.MayPass),
            Is.EqualTo((fault, "why", fault is AwsFault.Throttled or AwsFault.Unreachable)));
    }

    [Test]
    [Platform("Unix", Reason = "Runs a shell script.")]
    [UnsupportedOSPlatform("windows")]
    public async Task ToolOnPath_NeitherPages_NorAsks_AndTriesAgain()
    {
        using var tools = new ScriptedTools();
        tools.Add("aws", """echo "${AWS_PAGER-unset},$AWS_CLI_AUTO_PROMPT,$AWS_RETRY_MODE,$AWS_MAX_ATTEMPTS" """);
        var path = Environment.GetEnvironmentVariable("PATH");
        try
        {
            Environment.SetEnvironmentVariable("PATH", tools.Folder);

            Assert.That(await AwsTool.OnPath.RunAsync([], CancellationToken.None), Is.EqualTo(new ToolRun(0, ",off,standard,5\n", "")));
        }
        finally
        {
            Environment.SetEnvironmentVariable("PATH", path);
        }
    }

    private Task<Identity> AskAsync(AnsweringTool tool) =>
        new AwsTool(tool, "eu-west-1", _clock).AskAsync<Identity>(CancellationToken.None, "sts", "get-caller-identity");

    private static AnsweringTool Failing(int times, string code) => new(_ => times-- > 0
        ? new(254, "", $"\nAn error occurred ({code}) when calling the GetCallerIdentity operation: no\n")
        : new(0, Known, ""));
}
