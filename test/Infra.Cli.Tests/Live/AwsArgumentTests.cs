using System.Runtime.Versioning;
using System.Text.Json.Nodes;
using Infra.Cli.Live.Aws;
using Infra.Cli.Shell;
using Infra.Cli.Tests.Live.Drill;
using Infra.Cli.Tests.Shell;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live;

/// <summary>What comes from a stack's outputs or from AWS, and goes back to the aws tool as an argument.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class AwsArgumentTests
{
    private static readonly string[] NoArguments =
    [
        "--cli-input-json", "--endpoint-url=http://127.0.0.1", "-h", "", " ", "a b", "a,Key=b", "a=b", "file:///etc/passwd",
        "fileb://key", "http://127.0.0.1/", "a\n", "a\0", "\e[2J", "a/../b", "{}", "*", "`id`", HostileText.All, new('a', 2049),
    ];

    // All that AWS answers, and with which it is asked again: a reviewer may add to these.
    private static readonly (string Command, string Path)[] Answers =
    [
        ("autoscaling describe-auto-scaling-groups", "AutoScalingGroups.0.Instances.0.InstanceId"),
        ("autoscaling describe-auto-scaling-groups", "AutoScalingGroups.0.LaunchTemplate.LaunchTemplateId"),
        ("autoscaling describe-auto-scaling-groups", "AutoScalingGroups.0.LaunchTemplate.Version"),
        ("ec2 describe-instances", "Reservations.0.Instances.0.SecurityGroups.0.GroupId"),
        ("elbv2 describe-load-balancers", "LoadBalancers.0.SecurityGroups.0"),
        ("elbv2 describe-target-groups", "TargetGroups.0.TargetGroupArn"),
        ("elbv2 describe-target-groups", "TargetGroups.0.LoadBalancerArns.0"),
    ];

    // For the names of tests, which are not to steer a terminal either.
    private static IEnumerable<int> Places => Enumerable.Range(0, NoArguments.Length);

    [Test]
    public void Output_ThatWouldBeSomethingElse_IsRefused(
        [Values(
            "region", "autoScalingGroupName", "targetGroupName", "rollout", "launchTemplateId", "preparedVersion", "provenVersion",
            "rollAlarmNames")] string output,
        [ValueSource(nameof(Places))] int place)
    {
        var text = NoArguments[place];
        var outputs = JsonNode.Parse(ScriptedTools.Outputs)!;
        outputs["url"] = "https://www.example.com";
        Assert.That(GroupOutputs.Read<RollOutputs>("dev", outputs.ToJsonString()).Region, Is.EqualTo("eu-west-1"));
        outputs[output] = output == "rollAlarmNames" ? new JsonArray("good", text) : text;

        Assert.That(
            () => GroupOutputs.Read<RollOutputs>("dev", outputs.ToJsonString()),
            Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(
                "the outputs of stack dev are not what this program writes: Nothing of AWS is called "
                + $"'{LegibleText.Of(text.Replace('\ud800', '\ufffd'))}'. Run 'pulumi up --stack dev' first."));
    }

    [Test]
    public async Task Answer_ThatWouldBeSomethingElse_GoesNowhere(
        [Range(0, 6)] int answered, [ValueSource(nameof(Places))] int place)
    {
        var (text, (command, path)) = (NoArguments[place], Answers[answered]);
        var played = new PlayedDrill();
        var isMet = false;
        played.Aws.Edits[command] = answer => isMet = Set(answer, path, text);

        try
        {
            var report = await played.RunAsync();
            Assert.That(report.ExitCode, Is.Not.Zero);
        }
        catch (InvalidUsageException refusal)
        {
            Assert.That(
                refusal.Message, Does.StartWith($"'aws {command}' answered what can't be read as its JSON: Nothing of AWS is called"));
        }

        Assert.That(isMet, Is.True);
        Assert.That(played.Aws.CalledWith, Has.None.EqualTo(text));
    }

    // Of another policy than the stack's, too, which anybody may have called anything.
    [PlainCase("--cli-input-json")]
    [PlainCase("-h")]
    [PlainCase("")]
    [PlainCase(" ")]
    [PlainCase("file:///etc/passwd")]
    [PlainCase("fileb://key")]
    [PlainCase("[\"a\"]")]
    [PlainCase("{}")]
    [PlainCase("a\n")]
    [PlainCase("\e[2J")]
    [PlainCase("a\u202e")]
    public async Task Alarm_OfAPolicy_IsNoOption_NoList_AndNoFile(string name)
    {
        var played = new PlayedDrill();
        played.Aws.Edits["autoscaling describe-policies"] = answer => Set(answer, "ScalingPolicies.0.Alarms.0.AlarmName", name);

        Assert.That((await played.RunAsync()).ExitCode, Is.Not.Zero);
        Assert.That(played.Aws.CalledWith, Has.None.EqualTo(name));
    }

    [PlainCase("High CPU, web=1 (prod/eu) 100%")]
    [PlainCase("Überlast")]
    public async Task Alarm_OfAPolicy_MayHaveAnyName(string name)
    {
        var played = new PlayedDrill();
        played.Aws.Edits["autoscaling describe-policies"] = answer => Set(answer, "ScalingPolicies.0.Alarms.0.AlarmName", name);

        Assert.That((await played.RunAsync()).ExitCode, Is.Zero);
    }

    [Test]
    public void Output_ThatIsNull_IsRefused([Values("region", "autoScalingGroupName", "launchTemplateId", "rollAlarmNames")] string output)
    {
        var outputs = JsonNode.Parse(ScriptedTools.Outputs)!;
        (outputs["url"], outputs[output]) = ("https://www.example.com", null);

        Assert.That(() => GroupOutputs.Read<RollOutputs>("dev", outputs.ToJsonString()), Throws.TypeOf<InvalidUsageException>());
    }

    [PlainCase("""{"AutoScalingGroups": [null]}""")]
    [PlainCase(
        """{"AutoScalingGroups": [{"AutoScalingGroupName": "g", "MinSize": 1, "MaxSize": 3, "DesiredCapacity": 1, "Instances": [null], """
        + """ "SuspendedProcesses": []}]}""")]
    public async Task Item_ThatIsNull_IsOneMessage(string answer)
    {
        var played = new PlayedDrill();
        played.Aws.Next["autoscaling describe-auto-scaling-groups"] = new([new(0, answer, "")]);

        await Assert.ThatAsync(
            () => played.RunAsync(),
            Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(
                "'aws autoscaling describe-auto-scaling-groups' answered what can't be read as its JSON: An item is null."));
    }

    // How the tool tells an option from a value.
    [Test]
    public async Task Arguments_ThatBeginWithADash_AreThisProgramsOwn()
    {
        var played = new PlayedDrill();
        await played.RunAsync();

        Assert.That(
            played.Aws.CalledWith.Where(argument => argument.StartsWith('-')).Distinct().Order(StringComparer.Ordinal),
            Is.SubsetOf(new[]
            {
                "--alarm-names", "--auto-scaling-group-name", "--auto-scaling-group-names", "--cli-connect-timeout", "--cli-read-timeout",
                "--filters", "--group-ids", "--health-status", "--instance-id", "--load-balancer-arn", "--load-balancer-arns", "--names",
                "--no-should-decrement-desired-capacity", "--no-should-respect-grace-period", "--output", "--region", "--target-group-arn",
            }));
    }

    [PlainCase("[1]")]
    [PlainCase("{}")]
    [PlainCase("\"a\"")]
    [PlainCase("[null]")]
    public void NamesThatAreNoList_AreRefused(string names)
    {
        var outputs = JsonNode.Parse(ScriptedTools.Outputs)!;
        (outputs["url"], outputs["rollAlarmNames"]) = ("https://www.example.com", JsonNode.Parse(names));

        Assert.That(() => GroupOutputs.Read<RollOutputs>("dev", outputs.ToJsonString()), Throws.TypeOf<InvalidUsageException>());
    }

    private static bool Set(JsonNode answer, string path, string text)
    {
        var steps = path.Split('.');
        foreach (var step in steps[..^1])
            answer = int.TryParse(step, out var index) ? answer[index]! : answer[step]!;
        if (int.TryParse(steps[^1], out var last))
            answer[last] = text;
        else
            answer[steps[^1]] = text;
        return true;
    }
}
