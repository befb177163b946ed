using Infra.Cli.Live.Aws;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Roll;
using Infra.Cli.Live.Roll.Reports;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.Roll;

/// <summary>How a roll is told of, word by word.</summary>
internal sealed class RollTextTests
{
    [TestCase("Failed", null, "Failed")]
    [TestCase("Failed", "not\e healthy", @"Failed: not\u001b healthy")]
    [TestCase("Successful", "all well", "Successful: all well")]
    public void End_IsAwss(string status, string? reason, string text) =>
        Assert.That(RollText.End(new(status) { StatusReason = reason }), Is.EqualTo(text));

    [Test]
    public void End_ThatDidNotCome_IsSaid() =>
        Assert.That(RollText.End(null), Is.EqualTo("not over in the time that a roll takes at most"));

    // The servers, each as state/health/version; of those that leave, none.
    [TestCase("", "", "Baking: 0 of 0 servers have version 7, 0 healthy, 2 desired")]
    [TestCase("InService/Healthy/7", "", "Baking: 1 of 1 servers have version 7, 1 healthy, 2 desired")]
    [TestCase("InService/Healthy/6 Pending/Healthy/7 InService/Ill/7", "", "Baking: 2 of 3 servers have version 7, 1 healthy, 2 desired")]
    [TestCase("Terminating/Healthy/7 InService/Healthy/6", "a", "Baking: 0 of 1 servers have version 7, 1 healthy, 2 desired; ringing: a")]
    [TestCase("Standby/Healthy/7", "a b", "Baking: 1 of 1 servers have version 7, 0 healthy, 2 desired; ringing: a, b")]
    public void View_CountsServersByWhatTheyAre(string servers, string ringing, string text) => Assert.That(
        new RollView(new("Baking"), Group("6", servers), "7", ringing.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Shown,
        Is.EqualTo(text));

    [TestCase("7", "InService/Healthy/7 Pending/Healthy/7", true)]
    [TestCase("6", "InService/Healthy/7", false)]
    [TestCase("7", "InService/Healthy/7 InService/Healthy/6", false)]
    [TestCase("7", "InService/Healthy/7 Terminating/Healthy/6", true)]
    [TestCase("7", "", true)]
    public void Version_IsEverywhere_WhereTheGroupAndEachServerHaveIt(string launches, string servers, bool isEverywhere) =>
        Assert.That(Versions.IsEverywhere("7", Group(launches, servers)), Is.EqualTo(isEverywhere));

    [Test]
    public void Version_OfAGroupOrAServerWithoutATemplate_IsNone()
    {
        var bare = Group("7", "InService/Healthy/7") with { LaunchTemplate = null };

        Assert.That(Versions.IsEverywhere("7", bare), Is.False);
        Assert.That(Versions.Before("7", bare, []), Is.EqualTo("6"));
        Assert.That(Versions.Of(new("Baking")), Is.Null);
        Assert.That(Versions.Of(new("Baking") { DesiredConfiguration = new() }), Is.Null);
        Assert.That(
            Versions.Of(new("Baking") { DesiredConfiguration = new() { LaunchTemplate = new() { Version = "5" } } }), Is.EqualTo("5"));
    }

    [Test]
    public void Claims_AreSaid_InTheirOrder()
    {
        Assert.That(RollClaims.All.Select(claim => $"{claim.Requirement ?? "-"}: {claim.Text}"), Is.EqualTo(
        [
            "R6: every server runs the version of the launch template that was to be rolled",
            "R6: after a roll that fails every server runs the former version, and is healthy",
            "R6: visitors got no errors that an alarm rings for",
            "R8: there were never more than 3 servers in service or starting",
            "-: the roll leaves scaling as it found it",
        ]));
        Assert.That(RollClaims.All.Select(claim => claim.NotProven), Is.EqualTo(
        [
            "that its site shows what it should",
            "that nothing but the servers is to be undone",
            "that nobody got one: the alarms want more than 10 in five minutes",
            "what was there between two looks, or leaving",
            "that its policies ask for the right number of servers",
        ]));
    }

    [Test]
    public void Report_SaysWhereItWas_AndForPrograms_WhichVersions()
    {
        var verdict = new Verdict(RollClaims.Rolled, Finding.Fail("seen"), TimeSpan.FromSeconds(2));
        var report = new RollReport("dev", new PlayedRoll().Outputs, [verdict])
        {
            Version = "7",
            Former = "6",
        };

        Assert.That(
            (report.Subject, report.Heading, report.Suite),
            Is.EqualTo(("dev", "Roll of dev: group fleet-group in eu-west-1", "infra roll dev")));
        Assert.That(
            RollJson.Of(report),
            Is.EqualTo(
                """
                {
                  "stack": "dev",
                  "region": "eu-west-1",
                  "group": "fleet-group",
                  "rollout": "promote",
                  "version": "7",
                  "former": "6",
                  "outcome": "fail",
                  "checks": [
                    {
                      "requirement": "R6",
                      "claim": "every server runs the version of the launch template that was to be rolled",
                      "outcome": "fail",
                      "seen": "seen",
                      "notProven": "that its site shows what it should",
                      "seconds": 2
                    }
                  ]
                }
                """));
    }

    private static GroupAnswer Group(string launches, string servers) => new(
        "fleet-group", 1, 3, 2,
        [
            .. servers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(told => told.Split('/')).Select((parts, i) =>
                new GroupInstance($"i-{i}", parts[0], parts[1]) { LaunchTemplate = new() { Version = parts[2] } }),
        ],
        [])
    {
        LaunchTemplate = new() { Version = launches },
    };
}
