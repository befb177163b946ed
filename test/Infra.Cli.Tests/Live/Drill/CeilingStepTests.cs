using Infra.Cli.Live.Claims;
using Infra.Cli.Shell.Tools;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.Drill;

[Requirement("R8")]
internal sealed class CeilingStepTests
{
    private const string Ceiling = "never more than 3";

    [Test]
    public async Task FourthServer_EvenForAMoment_Fails()
    {
        var played = new PlayedDrill();
        played.Aws.In(TimeSpan.FromMinutes(2), () => played.Aws.Servers.AddRange([Pending("i-b"), Pending("i-c"), Pending("i-d")]));
        played.Aws.In(TimeSpan.FromMinutes(3), () => played.Aws.Servers.RemoveAll(server => server.Id.Length == 3));

        var finding = await played.FindAsync(Ceiling);

        Assert.That(finding.Outcome, Is.EqualTo(Outcome.Fail));
        Assert.That(finding.Seen, Does.StartWith("at most 4, and with those that leave 5 machines "));
    }

    [Test]
    public async Task FourthServer_ThatWasThereBefore_LetsNothingBeBroken()
    {
        var played = new PlayedDrill();
        var looks = 0;
        played.Aws.OnCall = command =>
        {
            if (command != "ec2 describe-instances")
                return;

            // Seen by the first look alone, which is over before anything is broken.
            if (++looks == 1)
                played.Aws.Servers.AddRange([Pending("i-b"), Pending("i-c"), Pending("i-d")]);
            else
                played.Aws.Servers.RemoveAll(server => server.Lifecycle == "Pending");
        };

        var report = await played.RunAsync();

        Assert.That(
            PlayedDrill.Of(report, "broken server is replaced"), Is.EqualTo(Finding.NotChecked("not tried, since there were 4 servers")));
        Assert.That(PlayedDrill.Of(report, "added under load"), Is.EqualTo(Finding.NotChecked("not tried, since there were 4 servers")));
        Assert.That(played.Aws.Calls, Has.None.Contain("set-instance-health"));
        Assert.That(played.Load.HighestRate, Is.Zero);
        Assert.That(report.ExitCode, Is.EqualTo(1));
    }

    [Test]
    public async Task FourthServer_IsNotForgotten_WhereTheLastLookFails()
    {
        var played = new PlayedDrill();
        played.Aws.In(TimeSpan.FromMinutes(2), () => played.Aws.Servers.AddRange([Pending("i-b"), Pending("i-c"), Pending("i-d")]));
        played.Aws.In(TimeSpan.FromMinutes(3), () => played.Aws.Next["ec2 describe-instances"] = new(
            Enumerable.Repeat(new ToolRun(254, "", "An error occurred (ExpiredToken) when calling the operation: it is expired"), 1000)));

        var report = await played.RunAsync();

        Assert.That((PlayedDrill.Of(report, Ceiling).Outcome, report.ExitCode), Is.EqualTo((Outcome.Fail, 1)));
        Assert.That(
            PlayedDrill.Of(report, Ceiling).Seen,
            Does.StartWith("at most 4, and with those that leave 5 machines ").And.EndsWith("; the group's maximum is 3"));
    }

    [Test]
    public async Task ThreeServers_AndOneThatLeaves_AreThree()
    {
        var played = new PlayedDrill(3);

        var finding = await played.FindAsync(Ceiling);

        Assert.That(finding.Outcome, Is.EqualTo(Outcome.Pass));
        Assert.That(
            finding.Seen,
            Does.StartWith("at most 3, and with those that leave 4 machines ").And.EndsWith("; the group's maximum is 3"));
    }

    [Test]
    public async Task MachineWithoutTheGroup_IsAServer()
    {
        var played = new PlayedDrill(3);
        played.Aws.Servers.Add(new("i-lost") { IsListed = false });

        var report = await played.RunAsync();

        Assert.That(PlayedDrill.Of(report, Ceiling).Outcome, Is.EqualTo(Outcome.Fail));
        Assert.That(PlayedDrill.Of(report, Ceiling).Seen, Does.StartWith("at most 4").And.EndsWith("; without the group: i-lost"));
        Assert.That(PlayedDrill.Of(report, "broken server is replaced").Outcome, Is.Not.EqualTo(Outcome.Pass));
    }

    [Test]
    public async Task MachineThatOneLookDoesNotFindInTheGroup_IsNone()
    {
        // A replacement between two questions looks like that.
        var played = new PlayedDrill(3);
        var passing = new PlayedServer("i-passing") { IsListed = false };
        var looks = 0;
        played.Aws.OnCall = command =>
        {
            if (command != "ec2 describe-instances")
                return;

            played.Aws.Servers.Remove(passing);
            if (++looks == 1)
                played.Aws.Servers.Add(passing);
        };

        Assert.That((await played.FindAsync(Ceiling)).Outcome, Is.EqualTo(Outcome.Pass));
    }

    [Test]
    public async Task MaximumAboveTheCeiling_Fails()
    {
        var played = new PlayedDrill { Aws = { Max = 4 } };

        Assert.That((await played.FindAsync(Ceiling)).Outcome, Is.EqualTo(Outcome.Fail));
    }

    private static PlayedServer Pending(string id) => new(id) { Lifecycle = "Pending", Target = "initial" };
}
