using System.Collections.Immutable;
using Infra.Cli.Live.Claims;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Rehearsal.Script;
using Infra.Cli.Rehearsal.Simulation;
using Infra.Cli.Rehearsal.Stack;
using Infra.Cli.Tests.Checks;
using Infra.Cli.Tests.Rehearsal.Script;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Rehearsal.Firewall;

/// <summary>Drills behind a firewall, on a virtual clock. Under the heavy load of prod an address makes 450 requests in 5 min.</summary>
internal sealed class FirewallScriptTests
{
    [TestCase("wafRateLimit=450")]
    [TestCase("waf=false")]
    [Requirement("R7")]
    public async Task Load_ThatTheFirewallLetsIn_AddsServers(string setting)
    {
        var report = await (await Declarations.Of("prod", setting)).RehearseAsync();

        Assert.That(report.Broken(), Is.Empty);
        Assert.That(report.Events.Select(drilled => drilled.Loss.Requests.Blocked), Has.All.Zero);
    }

    [Test]
    [Requirement("R7")]
    public async Task Load_ThatTheFirewallBlocks_BreaksR7_AndSaysWhatToSet()
    {
        var report = await (await Declarations.Of("prod", "wafRateLimit=10")).RehearseAsync();

        Assert.That(report.Broken(), Is.EqualTo(["R7"]));
        Assert.That(
            report.Verdicts.Single(verdict => verdict.Finding.Outcome == Outcome.Fail).Finding.Seen,
            Does.EndWith(
                ": the firewall blocks the load: each of 100 addresses makes 450 requests in 5 min, and it lets 10 in: "
                + "set infra:wafRateLimit to more than 450"));
    }

    // The load of a drill before it is heavy is 20 from each.
    [Test]
    [Requirement("R6")]
    public async Task BlockedRequests_AreNoLoss_AndCountedApart()
    {
        var report = await (await Declarations.Of("prod", "wafRateLimit=10")).RehearseAsync();
        using var writer = new StringWriter();
        new RehearsalText(report, PlainConsole.Of(writer)).Write();

        Assert.That(report.Events.Sum(drilled => drilled.Loss.Requests.Blocked), Is.Positive);
        Assert.That(report.With(Outcome.NotChecked), Does.Contain("R6"));
        Assert.That(
            report.Verdicts.Select(verdict => verdict.Finding.Seen), Has.Some.EqualTo("the firewall blocked every request"));
        Assert.That(writer.ToString(), Does.Contain("Blocked").And.Contain("blocks the load: each of 100 addresses"));
    }

    [Test]
    [Requirement("R7")]
    public async Task Firewall_ThatOnlyCounts_BlocksNobody()
    {
        var graph = await Graphs.Of("prod", "wafRateLimit=10");
        var counts = ImmutableDictionary<string, object>.Empty.Add("count", ImmutableDictionary<string, object>.Empty);
        var rules = graph.OfType(TypeToken.WebAcl).Single().Items("rules").Cast<ImmutableDictionary<string, object>>()
            .Select(rule => rule.ContainsKey("action") ? rule.SetItem("action", counts) : rule);
        var declared = Declarations.Of(graph.With(TypeToken.WebAcl, "rules", ImmutableArray.Create<object>([.. rules])));

        Assert.That((await declared.RehearseAsync()).Broken(), Is.Empty);
    }

    [Test]
    public async Task BlockedLoad_NeverReachesAServer_UntilItSlowsDown()
    {
        var stack = new SimulatedStack(await Declarations.Of("prod", "wafRateLimit=10"), ServerModel.Default);
        stack.SetLoad(100);

        // Ten from each after ten seconds, which are let in, and twenty after twenty.
        await stack.PassAsync(TimeSpan.FromMinutes(1), CancellationToken.None);
        var (requests, view) = (stack.Requests, stack.View);
        stack.SetLoad(3);
        await stack.PassAsync(TimeSpan.FromMinutes(6), CancellationToken.None);

        Assert.That((requests.Sent, requests.Failed, requests.Blocked), Is.EqualTo((2000, 0, 4000)));
        Assert.That((view.Load, view.RequestsPerSecond), Is.EqualTo((100, 0)));
        Assert.That((stack.View.Load, stack.View.RequestsPerSecond), Is.EqualTo((3, 3)));
        Assert.That(
            stack.Events.Where(line => line.Source == "firewall").Select(line => line.Text.Split(':')[0]),
            Is.EqualTo(["blocks the load", "lets the load in again"]));
    }
}
