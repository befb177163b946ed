using Infra.Cli.Live.Claims;
using Infra.Cli.Live.SiteChecks;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Script;
using Infra.Cli.Rehearsal.Script.Steps;
using Infra.Servers;

namespace Infra.Cli.Tests.Rehearsal.Script.Steps;

/// <summary>Where a step has nothing to try it says why, with the claim that it would have made; one server more, and it tries.</summary>
internal sealed class NotTriedTests
{
    private const string NoRefresh = "the stack declares no instance refresh";
    private const string NoAlarms = "only a promoted roll waits for the alarms after its last server";

    private static IEnumerable<TestCaseData> NothingToTry =>
    [
        Case(new SickServerStep("a sick one"), "1- 1p", "R6", "a sick one is replaced", Finding.NotChecked("no server was healthy")),
        Case(new SickServerStep("a sick one"), "", "R6", "a sick one is replaced", Finding.NotChecked("no server was healthy")),
        Case(new RollStep("a roll"), "1+", "R6", "a roll replaces every server", Finding.NotApplicable(NoRefresh), WithoutRefresh),
        Case(
            new RisingLoadStep(), "1+", "R7", "a server is added under load", Finding.NotApplicable("the stack always has 3 servers"),
            group => group with { MinSize = 3 }),
        Case(
            new RisingLoadStep(), "1+ 1-", "R7", "a server is added under load",
            Finding.NotChecked("too few servers were healthy to begin with"), group => group with { MinSize = 2 }),
        Case(
            new BrokenVersionStep(), "1+ 1+", "R6", "a version that never gets healthy stops at the first server",
            Finding.NotApplicable(NoRefresh), WithoutRefresh),
        Case(
            new BrokenVersionStep(), "1+ 1-", "R6", "a version that never gets healthy stops at the first server",
            Finding.NotApplicable("there was no other server")),
        Case(
            new FailingVersionStep(), "1+ 1+", "R6", "a version that answers with errors is noticed", Finding.NotApplicable(NoAlarms),
            group => group with { Refresh = group.Refresh! with { Alarms = [] } }),
        Case(
            new FailingVersionStep(), "1+ 1+", "R6", "a version that answers with errors is noticed", Finding.NotApplicable(NoAlarms),
            group => group with { Rollout = Rollout.Up }),
        Case(
            new LostZoneStep(), "1+", "R6", "the servers of a lost zone are replaced", Finding.NotApplicable("there is no other zone"),
            group => group with { Zones = ["zone-a"] }),
        Case(
            new LostZoneStep(), "1x", "R6", "the servers of a lost zone are replaced",
            Finding.NotChecked("there was no server to lose")),
        Case(
            new FallingLoadStep(), "1+ 1x", "R7", "without load there is 1 again", Finding.NotApplicable("there was no server too many")),
        Case(
            new FallingLoadStep(), "1+", "R7", "without load there are 2 again", Finding.NotApplicable("there was no server too many"),
            group => group with { MinSize = 2 }),
    ];

    private static IEnumerable<TestCaseData> JustEnoughToTry =>
    [
        Case(new SickServerStep("a sick one"), "1- 1+"),
        Case(new RisingLoadStep(), "1+"),
        Case(new RisingLoadStep(), "1+ 1+"),
        Case(new BrokenVersionStep(), "1+ 1+"),
        Case(new LostZoneStep(), "1x 1p"),
        Case(new FallingLoadStep(), "1+ 1p"),
    ];

    [TestCaseSource(nameof(NothingToTry))]
    public async Task Step_WithNothingToTry_SaysWhy(
        IScriptStep step, string servers, Func<DeclaredGroup, DeclaredGroup> change, string requirement, string claim, Finding expected)
    {
        var stack = new PlayedStack(servers);

        var verdict = (await step.RunAsync((await Declarations.Of("dev")).WithGroup(change), stack)).Single();

        Assert.That((verdict.Claim.Requirement, verdict.Claim.Text), Is.EqualTo((requirement, claim)));
        Assert.That(verdict.Finding, Is.EqualTo(expected));
        Assert.That(stack.Calls, Is.Empty);
    }

    [TestCaseSource(nameof(JustEnoughToTry))]
    public async Task Step_WithJustEnough_Tries(IScriptStep step, string servers)
    {
        var stack = new PlayedStack(servers);

        var verdicts = await step.RunAsync(await Declarations.Of("dev"), stack);

        Assert.That(stack.Calls, Is.Not.Empty);
        Assert.That(verdicts[0].Finding.Outcome, Is.AnyOf(Outcome.Pass, Outcome.Fail));
    }

    [TestCase("dev")]
    [TestCase("prod")]
    public async Task Front_OfASimulatedStack_IsLeftOutClaimByClaim(string name)
    {
        var declared = await Declarations.Of(name);
        var checks = SiteCheck.OfListeners(declared.LoadBalancer.Https.IsTls13Only);

        var verdicts = await new FrontStep().RunAsync(declared, new PlayedStack("1+"));

        Assert.That(
            verdicts.Select(verdict => verdict.Claim),
            Is.EqualTo([.. checks.Select(check => check.Claim), new ServerHopCheck(declared.TargetGroup.IsHttps).Claim]));
        Assert.That(verdicts.Select(verdict => verdict.Finding), Has.All.EqualTo(Fast.LeftOut));
    }

    private static DeclaredGroup WithoutRefresh(DeclaredGroup group) => group with { Refresh = null };

    private static TestCaseData Case(
        IScriptStep step, string servers, string requirement, string claim, Finding expected,
        Func<DeclaredGroup, DeclaredGroup>? change = null) =>
        new TestCaseData(step, servers, change ?? (group => group), requirement, claim, expected)
            .SetArgDisplayNames(step.GetType().Name, servers, expected.Seen, change is null ? "as declared" : "changed");

    private static TestCaseData Case(IScriptStep step, string servers) =>
        new TestCaseData(step, servers).SetArgDisplayNames(step.GetType().Name, servers);
}
