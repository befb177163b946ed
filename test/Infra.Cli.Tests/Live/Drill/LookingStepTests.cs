using System.Text.Json.Nodes;
using Infra.Cli.Live.Claims;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.Drill;

/// <summary>The steps that only look.</summary>
internal sealed class LookingStepTests
{
    private const string Interfaces = "NetworkInterfaces";

    [TestCase("Successful", Outcome.Pass)]
    [TestCase("Failed", Outcome.Fail)]
    [TestCase("Cancelled", Outcome.Fail)]
    [TestCase("RollbackSuccessful", Outcome.Fail)]
    [TestCase("RollbackFailed", Outcome.Fail)]
    [Requirement("R6")]
    public async Task Refresh_ThatIsOver_MustHaveSucceeded(string status, Outcome outcome)
    {
        var played = new PlayedDrill();
        played.Aws.Edits["autoscaling describe-instance-refreshes"] = answer => answer["InstanceRefreshes"]![0]!["Status"] = status;

        Assert.That((await played.FindAsync("last roll")).Outcome, Is.EqualTo(outcome));
    }

    [Test]
    public async Task Refresh_ThatIsTheLatest_Counts_WhateverTheOrder()
    {
        var played = new PlayedDrill();
        played.Aws.Edits["autoscaling describe-instance-refreshes"] = answer => answer["InstanceRefreshes"]!.AsArray().Add(
            JsonNode.Parse("""{"Status": "Failed", "StatusReason": "no capacity", "StartTime": "2026-11-21T08:00:00+00:00"}"""));

        Assert.That(await played.FindAsync("last roll"), Is.EqualTo(Finding.Fail("Failed: no capacity")));
    }

    // The last is none of AWS's, yet.
    [TestCase("Pending")]
    [TestCase("InProgress")]
    [TestCase("Cancelling")]
    [TestCase("RollbackInProgress")]
    [TestCase("Baking")]
    [TestCase("Resting")]
    public async Task Refresh_UnderWay_LetsNothingBeBroken(string status)
    {
        var played = new PlayedDrill();
        played.Aws.Edits["autoscaling describe-instance-refreshes"] = answer => answer["InstanceRefreshes"]![0]!["Status"] = status;

        var report = await played.RunAsync();

        Assert.That(PlayedDrill.Of(report, "last roll"), Is.EqualTo(Finding.NotChecked($"one is under way: {status}")));
        Assert.That(
            PlayedDrill.Of(report, "broken server is replaced").Seen,
            Is.EqualTo($"not tried, since a roll of the group is under way ({status})"));
        Assert.That((report.ExitCode, played.Load.HighestRate), Is.EqualTo((2, 0d)));
    }

    [Test]
    public async Task Refreshes_ThatCanNotBeRead_LetNothingBeBroken()
    {
        var played = new PlayedDrill();
        played.Aws.Next["autoscaling describe-instance-refreshes"] = new(
            [new(254, "", "An error occurred (AccessDenied) when calling the operation: no")]);

        var report = await played.RunAsync();

        Assert.That(PlayedDrill.Of(report, "last roll").Outcome, Is.EqualTo(Outcome.NotChecked));
        Assert.That(
            PlayedDrill.Of(report, "broken server is replaced"),
            Is.EqualTo(Finding.NotChecked("not tried, since nobody could tell whether a roll of the group is under way")));
        Assert.That(played.Load.HighestRate, Is.Zero);
    }

    [TestCase("Cancelled", Outcome.Pass)]
    [TestCase("Pending", Outcome.NotChecked)]
    public async Task Refresh_ThatHasNotBegun_IsTheLatest_OnlyIfItIsToBegin(string status, Outcome outcome)
    {
        var played = new PlayedDrill();
        played.Aws.Edits["autoscaling describe-instance-refreshes"] = answer =>
            answer["InstanceRefreshes"]!.AsArray().Add(new JsonObject { ["Status"] = status });

        Assert.That((await played.FindAsync("last roll")).Outcome, Is.EqualTo(outcome));
    }

    [Test]
    public async Task Refresh_ThatNeverWas_IsSaid()
    {
        var played = new PlayedDrill();
        played.Aws.Edits["autoscaling describe-instance-refreshes"] = answer => answer["InstanceRefreshes"]!.AsArray().Clear();

        Assert.That(
            await played.FindAsync("last roll"),
            Is.EqualTo(Finding.NotApplicable("there was none in the last six weeks, and AWS keeps them no longer")));
    }

    [TestCaseSource(nameof(PublicAddresses))]
    [Requirement("R1")]
    public async Task PublicAddress_OfAnyKind_Fails(string shown, Action<JsonNode> edit)
    {
        var played = new PlayedDrill { PortProbe = new(443) };
        played.Aws.Edits["ec2 describe-instances"] = answer => edit(answer["Reservations"]![0]!["Instances"]![0]!);

        var finding = await played.FindAsync("public address");

        Assert.That(finding, Is.EqualTo(Finding.Fail($"i-00000000000000001 has {shown}, which answers on port 443")));
    }

    [Test]
    [Requirement("R1")]
    public async Task PublicAddress_ThatDoesNotAnswer_FailsAllTheSame()
    {
        var played = new PlayedDrill();
        played.Aws.Edits["ec2 describe-instances"] = answer =>
            answer["Reservations"]![0]!["Instances"]![0]!["PublicIpAddress"] = "203.0.113.7";

        Assert.That(
            await played.FindAsync("public address"),
            Is.EqualTo(Finding.Fail("i-00000000000000001 has 203.0.113.7, though from here it answers on none of the ports 80, 443, 22")));
    }

    [TestCase("IpRanges", "CidrIp", "0.0.0.0/0")]
    [TestCase("Ipv6Ranges", "CidrIpv6", "::/0")]
    [TestCase("PrefixListIds", "PrefixListId", "pl-1")]
    [TestCase("UserIdGroupPairs", "GroupId", "sg-other")]
    [Requirement("R1")]
    public async Task SecurityGroup_ThatAdmitsAnybodyElse_Fails(string list, string key, string source)
    {
        var played = new PlayedDrill();
        played.Aws.Edits["ec2 describe-security-groups"] = answer =>
            answer["SecurityGroups"]![0]!["IpPermissions"]![0]![list]!.AsArray().Add(new JsonObject { [key] = source });

        var finding = await played.FindAsync("security groups");

        Assert.That(
            (finding.Outcome, finding.Seen.EndsWith($" admits {source}", StringComparison.Ordinal)),
            Is.EqualTo((Outcome.Fail, true)),
            finding.Seen);
    }

    private static IEnumerable<TestCaseData> PublicAddresses()
    {
        yield return Case("203.0.113.7", machine => machine["PublicIpAddress"] = "203.0.113.7");
        yield return Case("ec2-203-0-113-7.example", machine => machine["PublicDnsName"] = "ec2-203-0-113-7.example");
        yield return Case("203.0.113.8", machine => machine[Interfaces]![0]!["Association"]!["PublicIp"] = "203.0.113.8");
        yield return Case("203.0.113.9", machine =>
            machine[Interfaces]![0]!["PrivateIpAddresses"]![0]!["Association"] = JsonNode.Parse("""{"PublicIp": "203.0.113.9"}"""));
        yield return Case("2001:db8::1", machine =>
            machine[Interfaces]![0]!["Ipv6Addresses"]!.AsArray().Add(JsonNode.Parse("""{"Ipv6Address": "2001:db8::1"}""")));
    }

    private static TestCaseData Case(string shown, Action<JsonNode> edit) => new TestCaseData(shown, edit).SetArgDisplayNames(shown);
}
