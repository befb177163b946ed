using Infra.Cli.Live.Aws;
using Infra.Cli.Tests.Live.Drill;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.Aws;

/// <summary>AWS's answers as they are read: what it leaves out where it has nothing to say, and what is under which name.</summary>
internal sealed class AwsAnswerTests
{
    // https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-lifecycle.html, those of warm pools too, which serve nobody.
    [TestCase("Pending", true)]
    [TestCase("Pending:Wait", true)]
    [TestCase("Pending:Proceed", true)]
    [TestCase("Quarantined", false)]
    [TestCase("InService", true)]
    [TestCase("Terminating", false)]
    [TestCase("Terminating:Wait", false)]
    [TestCase("Terminating:Proceed", false)]
    [TestCase("Terminating:Retained", false)]
    [TestCase("Terminated", false)]
    [TestCase("Detaching", false)]
    [TestCase("Detached", false)]
    [TestCase("EnteringStandby", true)]
    [TestCase("Standby", true)]
    [TestCase("Warmed:Pending", false)]
    [TestCase("Warmed:Pending:Wait", false)]
    [TestCase("Warmed:Running", false)]
    [TestCase("Warmed:Stopped", false)]
    [TestCase("pending", false)]
    [TestCase("", false)]
    public void Server_InAState_Counts_OrNot(string state, bool counts) =>
        Assert.That(new GroupInstance("i-1", state, "Healthy").IsCounted, Is.EqualTo(counts));

    [Test]
    public async Task Group_WithoutMore_HasNone()
    {
        var group = (await AskAsync<GroupsAnswer>(
            """
            {"AutoScalingGroups": [{"AutoScalingGroupName": "g", "MinSize": 1, "MaxSize": 4, "DesiredCapacity": 2, "Instances":
            [{"InstanceId": "i-1", "LifecycleState": "InService", "HealthStatus": "Healthy"}], "SuspendedProcesses": []}]}
            """)).AutoScalingGroups.Single();

        Assert.That(
            (group.AutoScalingGroupName, group.MinSize, group.MaxSize, group.DesiredCapacity, group.Instances.Single()),
            Is.EqualTo(("g", 1, 4, 2, new GroupInstance("i-1", "InService", "Healthy"))));
        Assert.That(
            (group.DefaultInstanceWarmup, group.LaunchTemplate, group.Tags.Count, group.Instances[0].LaunchTemplate),
            Is.EqualTo(((int?)null, (TemplateVersion?)null, 0, (TemplateVersion?)null)));
    }

    [Test]
    public async Task Group_WithAllThatIsRead_HasIt()
    {
        var group = (await AskAsync<GroupsAnswer>(
            """
            {"AutoScalingGroups": [{"AutoScalingGroupName": "g", "MinSize": 1, "MaxSize": 4, "DesiredCapacity": 2, "Instances":
            [{"InstanceId": "i-1", "LifecycleState": "a", "HealthStatus": "b",
            "LaunchTemplate": {"LaunchTemplateId": "lt-1", "Version": "6"}}],
            "SuspendedProcesses": [{"ProcessName": "Launch", "SuspensionReason": "c"}], "DefaultInstanceWarmup": 300,
            "LaunchTemplate": {"LaunchTemplateId": "lt-2", "Version": "7"}, "Tags": [{"Key": "k", "Value": "v"}]}]}
            """)).AutoScalingGroups.Single();

        Assert.That(group.DefaultInstanceWarmup, Is.EqualTo(300));
        Assert.That(group.LaunchTemplate, Is.EqualTo(new TemplateVersion { LaunchTemplateId = "lt-2", Version = "7" }));
        Assert.That(group.Tags, Is.EqualTo([new GroupTag("k", "v")]));
        Assert.That(group.SuspendedProcesses, Is.EqualTo([new SuspendedProcess("Launch")]));
        Assert.That(
            group.Instances,
            Is.EqualTo([new GroupInstance("i-1", "a", "b") { LaunchTemplate = new() { LaunchTemplateId = "lt-1", Version = "6" } }]));
    }

    [Test]
    public async Task Refreshes_HaveWhatTheySay()
    {
        var refreshes = (await AskAsync<RefreshesAnswer>(
            """
            {"InstanceRefreshes": [{"Status": "Pending"}, {"Status": "Failed", "InstanceRefreshId": "r-1", "StatusReason": "why",
            "StartTime": "2026-11-21T08:00:00+00:00",
            "DesiredConfiguration": {"LaunchTemplate": {"LaunchTemplateId": "lt-1", "Version": "6"}},
            "Preferences": {"MaxHealthyPercentage": 150}}]}
            """)).InstanceRefreshes;

        Assert.That(refreshes, Is.EqualTo(
        [
            new RefreshAnswer("Pending") { InstanceRefreshId = "" },
            new RefreshAnswer("Failed")
            {
                InstanceRefreshId = "r-1",
                StatusReason = "why",
                StartTime = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero),
                DesiredConfiguration = new() { LaunchTemplate = new() { LaunchTemplateId = "lt-1", Version = "6" } },
                Preferences = new() { MaxHealthyPercentage = 150 },
            },
        ]));
    }

    [PlainCase("""{"PolicyType": "a"}""", true, 0)]
    [PlainCase("""{"PolicyType": "a", "Enabled": true, "Alarms": []}""", true, 0)]
    [PlainCase("""{"PolicyType": "a", "Enabled": false, "Alarms": [{"AlarmName": "b"}, {"AlarmName": "c d"}]}""", false, 2)]
    public async Task Policy_IsEnabled_UnlessItSaysThatItIsNot(string policy, bool isEnabled, int alarms)
    {
        var read = (await AskAsync<PoliciesAnswer>($$"""{"ScalingPolicies": [{{policy}}]}""")).ScalingPolicies.Single();

        Assert.That(
            (read.PolicyType, read.Enabled, read.Alarms.Count, read.TargetTrackingConfiguration),
            Is.EqualTo(("a", isEnabled, alarms, (TrackingAnswer?)null)));
    }

    [Test]
    public async Task Machine_WithoutMore_HasNoAddress_AndNoGroup()
    {
        var machine = (await AskAsync<MachinesAnswer>(
            """{"Reservations": [{"Instances": [{"InstanceId": "i-1", "NetworkInterfaces": [{}]}, {"InstanceId": "i-2"}]}]}"""))
            .Reservations.Single().Instances;

        Assert.That(machine.Select(each => each.InstanceId), Is.EqualTo(["i-1", "i-2"]));
        Assert.That(machine[1].NetworkInterfaces, Is.Empty);
        Assert.That(machine[1].SecurityGroups, Is.Empty);
        Assert.That((machine[1].PublicIpAddress, machine[1].PublicDnsName), Is.EqualTo(((string?)null, (string?)null)));
        var nothing = machine[0].NetworkInterfaces.Single();
        Assert.That(
            (nothing.Association, nothing.Ipv6Addresses.Count, nothing.PrivateIpAddresses.Count), Is.EqualTo(((Association?)null, 0, 0)));
    }

    [Test]
    public async Task Machine_WithAddresses_HasEach()
    {
        var machine = (await AskAsync<MachinesAnswer>(
            """
            {"Reservations": [{"Instances": [{"InstanceId": "i-1", "PublicIpAddress": "203.0.113.1", "PublicDnsName": "a.example",
            "SecurityGroups": [{"GroupId": "sg-1", "GroupName": "b"}], "NetworkInterfaces": [{"Association": {"PublicIp": "203.0.113.2"},
            "Ipv6Addresses": [{"Ipv6Address": "2001:db8::1"}], "PrivateIpAddresses": [{"Association": {"PublicIp": "203.0.113.3"}}]}]}]}]}
            """)).Reservations.Single().Instances.Single();

        Assert.That(
            (machine.PublicIpAddress, machine.PublicDnsName, machine.SecurityGroups.Single().GroupId),
            Is.EqualTo(("203.0.113.1", "a.example", "sg-1")));
        var its = machine.NetworkInterfaces.Single();
        Assert.That(
            (its.Association?.PublicIp, its.Ipv6Addresses.Single().Address, its.PrivateIpAddresses.Single().Association?.PublicIp),
            Is.EqualTo(("203.0.113.2", "2001:db8::1", "203.0.113.3")));
    }

    [Test]
    public async Task SecurityGroup_HasEachKindOfSource_OrNone()
    {
        var permissions = (await AskAsync<SecurityGroupsAnswer>(
            """
            {"SecurityGroups": [{"GroupId": "sg-1", "IpPermissions": [{}, {"UserIdGroupPairs": [{"GroupId": "sg-2"}],
            "IpRanges": [{"CidrIp": "10.0.0.0/8"}], "Ipv6Ranges": [{"CidrIpv6": "::/0"}], "PrefixListIds": [{"PrefixListId": "pl-1"}]}]}]}
            """)).SecurityGroups.Single().IpPermissions;

        var none = permissions[0];
        Assert.That(
            (none.UserIdGroupPairs.Count, none.IpRanges.Count, none.Ipv6Ranges.Count, none.PrefixListIds.Count), Is.EqualTo((0, 0, 0, 0)));
        var all = permissions[1];
        Assert.That(
            (all.UserIdGroupPairs.Single().GroupId, all.IpRanges.Single().CidrIp, all.Ipv6Ranges.Single().CidrIpv6,
                all.PrefixListIds.Single().PrefixListId),
            Is.EqualTo(("sg-2", "10.0.0.0/8", "::/0", "pl-1")));
    }

    [Test]
    public async Task LoadBalancer_WithoutSecurityGroups_HasNone() => Assert.That(
        (await AskAsync<LoadBalancersAnswer>("""{"LoadBalancers": [{}, {"SecurityGroups": ["sg-1", "sg-2"]}]}"""))
            .LoadBalancers.Select(balancer => string.Join(' ', balancer.SecurityGroups)),
        Is.EqualTo(["", "sg-1 sg-2"]));

    [Test]
    public async Task Alarm_WithoutMore_HasNoName() => Assert.That(
        (await AskAsync<AlarmsAnswer>("""{"MetricAlarms": [{"StateValue": "OK"}]}""")).MetricAlarms,
        Is.EqualTo([new AlarmAnswer("OK") { AlarmName = "", ComparisonOperator = null }]));

    private static Task<T> AskAsync<T>(string answer)
        where T : class =>
        new AwsTool(new AnsweringTool(answer), "eu-west-1", new JumpingClock()).AskAsync<T>(CancellationToken.None, "a", "b");
}
