using System.Text.Json.Nodes;
using Infra.Cli.Live.Aws;
using Infra.Cli.Shell;
using Infra.Cli.Tests.Live.Drill;
using Infra.Cli.Tests.Live.Roll;

namespace Infra.Cli.Tests.Live.Aws;

/// <summary>What a drill asks of AWS, by the words of the commands; and what it makes of each answer.</summary>
internal sealed class StackCloudTests
{
    private const string Arn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:";
    private const string Balanced =
        $$"""{"TargetGroups": [{"TargetGroupArn": "{{Arn}}targetgroup/web-tg/1", "LoadBalancerArns": ["{{Arn}}a", "{{Arn}}b"]}]}""";

    private Dictionary<string, string> _answers = null!;
    private AnsweringTool _tool = null!;
    private StackCloud _cloud = null!;

    [SetUp]
    public void NothingAskedYet()
    {
        _answers = new() { ["elbv2 describe-target-groups"] = Balanced };
        _tool = new(command => new(0, _answers.GetValueOrDefault(command, ""), ""));
        _cloud = new(new(_tool, "eu-west-1", new JumpingClock()), new PlayedRoll().Outputs);
    }

    [Test]
    public async Task Identity_IsAskedOfSts()
    {
        _answers["sts get-caller-identity"] = """{"Account": "1", "Arn": "a"}""";

        Assert.That(await _cloud.IdentityAsync(CancellationToken.None), Is.EqualTo(new Identity("1", "a")));
        Assert.That(_tool.Asked, Is.EqualTo(["sts get-caller-identity"]));
    }

    [Test]
    public async Task Group_IsAskedForByName()
    {
        _answers["autoscaling describe-auto-scaling-groups"] = $$"""{"AutoScalingGroups": [{{Group("fleet-group")}}]}""";

        Assert.That((await _cloud.GroupAsync(CancellationToken.None)).AutoScalingGroupName, Is.EqualTo("fleet-group"));
        Assert.That(_tool.Asked, Is.EqualTo(["autoscaling describe-auto-scaling-groups --auto-scaling-group-names fleet-group"]));
    }

    [TestCase(0)]
    [TestCase(2)]
    public async Task Group_ThatIsNotTheOnlyOne_IsSaidToBeMissing(int groups)
    {
        _answers["autoscaling describe-auto-scaling-groups"] =
            $$"""{"AutoScalingGroups": [{{string.Join(',', Enumerable.Repeat(Group("fleet-group"), groups))}}]}""";

        await Assert.ThatAsync(
            () => _cloud.GroupAsync(CancellationToken.None),
            Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(
                "there is no group fleet-group in this account in eu-west-1: take the profile of the account that holds the stack"));
    }

    [Test]
    public async Task TargetHealth_IsByServer_AndTheTargetGroupAskedForOnce()
    {
        _answers["elbv2 describe-target-health"] = new JsonObject
        {
            ["TargetHealthDescriptions"] = new JsonArray(Target("i-1", "healthy"), Target("i-2", "initial"), Target("i-2", "draining")),
        }.ToJsonString();

        var health = await _cloud.TargetHealthAsync(CancellationToken.None);
        await _cloud.TargetHealthAsync(CancellationToken.None);

        Assert.That(health, Is.EquivalentTo(new Dictionary<string, string> { ["i-1"] = "healthy", ["i-2"] = "draining" }));
        var asked = $"elbv2 describe-target-health --target-group-arn {Arn}targetgroup/web-tg/1";
        Assert.That(_tool.Asked, Is.EqualTo(["elbv2 describe-target-groups --names web-tg", asked, asked]));
    }

    [TestCase(0)]
    [TestCase(2)]
    public async Task TargetGroup_ThatIsNotTheOnlyOne_IsMalformed(int groups)
    {
        var one = JsonNode.Parse(Balanced)!["TargetGroups"]![0]!.ToJsonString();
        _answers["elbv2 describe-target-groups"] = $$"""{"TargetGroups": [{{string.Join(',', Enumerable.Repeat(one, groups))}}]}""";

        await Assert.ThatAsync(
            () => _cloud.TargetHealthAsync(CancellationToken.None),
            Throws.TypeOf<AwsException>().With.Property("Fault").EqualTo(AwsFault.Malformed)
                .And.Message.EqualTo("'aws elbv2 describe-target-groups' answered without web-tg"));
    }

    [Test]
    public async Task Machines_OfEveryReservation_AreThoseOfTheGroupThatRun()
    {
        _answers["ec2 describe-instances"] =
            """{"Reservations": [{"Instances": [{"InstanceId": "i-1"}, {"InstanceId": "i-2"}]}, {"Instances": [{"InstanceId": "i-3"}]}]}""";

        Assert.That(
            (await _cloud.MachinesAsync(CancellationToken.None)).Select(machine => machine.InstanceId), Is.EqualTo(["i-1", "i-2", "i-3"]));
        Assert.That(_tool.Asked, Is.EqualTo(
        [
            "ec2 describe-instances --filters Name=tag:aws:autoscaling:groupName,Values=fleet-group "
                + "Name=instance-state-name,Values=pending,running",
        ]));
    }

    [Test]
    public async Task SecurityGroups_AreAskedForById()
    {
        _answers["ec2 describe-security-groups"] = """{"SecurityGroups": [{"GroupId": "sg-1", "IpPermissions": []}]}""";

        Assert.That(
            (await _cloud.SecurityGroupsAsync(["sg-1", "sg-2"], CancellationToken.None)).Select(group => group.GroupId),
            Is.EqualTo(["sg-1"]));
        Assert.That(_tool.Asked, Is.EqualTo(["ec2 describe-security-groups --group-ids sg-1 sg-2"]));
    }

    [Test]
    public async Task LoadBalancerGroups_AreThoseOfEveryLoadBalancer()
    {
        _answers["elbv2 describe-load-balancers"] =
            """{"LoadBalancers": [{"SecurityGroups": ["sg-1", "sg-2"]}, {"SecurityGroups": ["sg-3"]}]}""";

        Assert.That(await _cloud.LoadBalancerGroupsAsync(CancellationToken.None), Is.EqualTo(["sg-1", "sg-2", "sg-3"]));
        Assert.That(_tool.Asked.Last(), Is.EqualTo($"elbv2 describe-load-balancers --load-balancer-arns {Arn}a {Arn}b"));
    }

    [TestCase("deletion_protection.enabled", "true", true, 1)]
    [TestCase("deletion_protection.enabled", "false", false, 2)]
    [TestCase("access_logs.s3.enabled", "true", false, 2)]
    public async Task Stack_WithALoadBalancerThatCanNotBeDeleted_IsProtected(string key, string value, bool isProtected, int asked)
    {
        _answers["elbv2 describe-load-balancer-attributes"] =
            $$"""{"Attributes": [{"Key": "a", "Value": "b"}, {"Key": "{{key}}", "Value": "{{value}}"}]}""";

        Assert.That(await _cloud.IsProtectedAsync(CancellationToken.None), Is.EqualTo(isProtected));
        var each = new[] { "a", "b" }.Select(name => $"elbv2 describe-load-balancer-attributes --load-balancer-arn {Arn}{name}");
        Assert.That(_tool.Asked.Where(call => call.Contains("attributes", StringComparison.Ordinal)), Is.EqualTo(each.Take(asked)));
    }

    [Test]
    public async Task Refreshes_AreThoseOfTheGroup()
    {
        _answers["autoscaling describe-instance-refreshes"] = """{"InstanceRefreshes": [{"Status": "Failed"}, {"Status": "Pending"}]}""";

        Assert.That(
            (await _cloud.RefreshesAsync(CancellationToken.None)).Select(refresh => refresh.Status), Is.EqualTo(["Failed", "Pending"]));
        Assert.That(_tool.Asked, Is.EqualTo(["autoscaling describe-instance-refreshes --auto-scaling-group-name fleet-group"]));
    }

    [Test]
    public async Task TrackingPolicies_TrackATarget_AndAreEnabled()
    {
        _answers["autoscaling describe-policies"] =
            """
            {"ScalingPolicies": [
              {"PolicyType": "a", "TargetTrackingConfiguration": {"TargetValue": 50}},
              {"PolicyType": "b", "TargetTrackingConfiguration": {"TargetValue": 50}, "Enabled": true},
              {"PolicyType": "c", "TargetTrackingConfiguration": {"TargetValue": 50}, "Enabled": false},
              {"PolicyType": "d", "Enabled": true}]}
            """;

        Assert.That(
            (await _cloud.TrackingPoliciesAsync(CancellationToken.None)).Select(policy => policy.PolicyType), Is.EqualTo(["a", "b"]));
        Assert.That(_tool.Asked, Is.EqualTo(["autoscaling describe-policies --auto-scaling-group-name fleet-group"]));
    }

    [TestCase("GreaterThanThreshold", "ALARM", true)]
    [TestCase("GreaterThanOrEqualToThreshold", "ALARM", true)]
    [TestCase("GreaterThanThreshold", "OK", false)]
    [TestCase("GreaterThanThreshold", "INSUFFICIENT_DATA", false)]
    [TestCase("LessThanThreshold", "ALARM", false)]
    [TestCase("LessThanOrEqualToThreshold", "ALARM", false)]
    [TestCase("LessThanLowerOrGreaterThanUpperThreshold", "ALARM", false)]
    [TestCase(null, "ALARM", false)]
    public async Task Alarm_ThatAddsServers_AndRings_IsOverTarget(string? comparison, string state, bool isOver)
    {
        _answers["cloudwatch describe-alarms"] = new JsonObject
        {
            ["MetricAlarms"] = new JsonArray(
                new JsonObject { ["StateValue"] = "OK", ["ComparisonOperator"] = "GreaterThanThreshold" },
                new JsonObject { ["StateValue"] = state, ["ComparisonOperator"] = comparison }),
        }.ToJsonString();

        var policies = new[] { Policy("a", "b"), Policy(), Policy("c d") };

        Assert.That(await _cloud.IsOverTargetAsync(policies, CancellationToken.None), Is.EqualTo(isOver));
        Assert.That(_tool.Asked, Is.EqualTo(["cloudwatch describe-alarms --alarm-names a b c d"]));
    }

    [Test]
    public async Task Policies_WithoutAlarms_AreNotAskedFor_SinceAllAlarmsWouldAnswer()
    {
        Assert.That(await _cloud.IsOverTargetAsync([Policy()], CancellationToken.None), Is.False);
        Assert.That(await _cloud.RingingAsync([], CancellationToken.None), Is.Empty);
        Assert.That(_tool.Calls, Is.Empty);
    }

    [Test]
    public async Task Server_IsBroken_InTwoWays()
    {
        await _cloud.MarkUnhealthyAsync("i-1", CancellationToken.None);
        await _cloud.TerminateAsync("i-2", CancellationToken.None);

        Assert.That(_tool.Asked, Is.EqualTo(
        [
            "autoscaling set-instance-health --instance-id i-1 --health-status Unhealthy --no-should-respect-grace-period",
            "autoscaling terminate-instance-in-auto-scaling-group --instance-id i-2 --no-should-decrement-desired-capacity",
        ]));
    }

    private static PolicyAnswer Policy(params string[] alarms) =>
        new("TargetTrackingScaling") { Alarms = [.. alarms.Select(name => new PolicyAlarm(name))] };

    private static JsonObject Target(string id, string state) =>
        new() { ["Target"] = new JsonObject { ["Id"] = id }, ["TargetHealth"] = new JsonObject { ["State"] = state } };

    private static string Group(string name) =>
        $$"""{"AutoScalingGroupName": "{{name}}", "MinSize": 1, "MaxSize": 3, "DesiredCapacity": 1, "Instances": [], """
        + "\"SuspendedProcesses\": []}";
}
