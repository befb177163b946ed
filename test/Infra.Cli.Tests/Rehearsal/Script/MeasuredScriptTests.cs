using Infra.Cli.Live;
using Infra.Cli.Live.Claims;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Script;
using Infra.Cli.Rehearsal.Simulation;
using Infra.Cli.Rehearsal.Stack;
using Infra.Cli.Tests.Checks;
using Infra.Cli.Tests.Live.SiteChecks;
using Infra.Cli.Tests.Rehearsal.LoadBalancing;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Rehearsal.Script;

/// <summary>
/// What a drill asks of an emulated stack alone: its site is real here, its servers are simulated, and the rest is made up.
/// </summary>
internal sealed class MeasuredScriptTests
{
    private RehearsedStack _declared = null!;
    private SimulatedStack _stack = null!;
    private FakeServer _plain = null!;
    private FakeServer _encrypted = null!;

    [SetUp]
    public async Task AStackThatHoldsWhatItPromises()
    {
        _declared = await Declarations.Of("prod");
        _stack = new(_declared, ServerModel.Default);
        _plain = await FakeServer.AnsweringAsync("plain");
        _encrypted = await FakeServer.StartAsync(_ => Task.CompletedTask, https: true);
    }

    [TearDown]
    public async Task NoServers()
    {
        await _plain.DisposeAsync();
        await _encrypted.DisposeAsync();
    }

    [Test]
    [Requirement("R2")]
    [Requirement("R3")]
    [Requirement("R4")]
    [Requirement("R5")]
    public async Task Drill_OfAStackThatHolds_TriesEverything()
    {
        var report = await RunAsync();
        using var writer = new StringWriter();

        new RehearsalText(report with { Verdicts = [.. report.Verdicts.Select(OnAnyMachine)] }, PlainConsole.Of(writer)).WriteResult();

        Assert.That(report.Verdicts.Select(verdict => verdict.Finding.Outcome), Has.All.EqualTo(Outcome.Pass));
        Golden.Verify("drill-live", writer.ToString());
    }

    // What else would be wrong with a redirect is tested with the check, which is that of infra verify.
    [Test]
    [Requirement("R2")]
    public async Task Http_RedirectedForAWhile_BreaksR2()
    {
        _declared = _declared.WithHttp(http => http with { Redirect = http.Redirect! with { StatusCode = 302 } });

        Assert.That((await RunAsync()).Broken(), Is.EqualTo(["R2"]));
    }

    [Test]
    [Requirement("R2")]
    public async Task Http_WithoutListener_BreaksR2()
    {
        _declared = _declared.With(balancer => balancer with { Listeners = [.. balancer.Listeners.Where(listener => listener.IsHttps)] });

        var report = await RunAsync();

        Assert.That(report.Broken(), Is.EqualTo(["R2"]));
        Assert.That(report.Verdicts[0].Finding, Is.EqualTo(Finding.Fail("nothing listens for HTTP")));
    }

    [TestCase("ELBSecurityPolicy-2016-08")]
    [TestCase("ELBSecurityPolicy-TLS13-1-0-2021-06")]
    [TestCase("ELBSecurityPolicy-TLS13-1-2-2021-06")]
    [Requirement("R3")]
    public async Task Tls_OfAWeakPolicy_BreaksR3(string policy)
    {
        _declared = _declared.WithHttps(https => https with { TlsPolicy = policy });

        Assert.That((await RunAsync()).Broken(), Is.EqualTo(["R3"]));
    }

    [Test]
    public async Task Tls12_UnderAPolicyFor13Only_IsExpectedToBeRefused()
    {
        _declared = _declared.WithHttps(https => https with { TlsPolicy = "ELBSecurityPolicy-TLS13-1-3-2021-06" });

        Assert.That((await RunAsync()).Verdicts.Select(verdict => verdict.Finding.Outcome), Has.All.EqualTo(Outcome.Pass));
    }

    [Test]
    public async Task Site_ThatCanNoLongerBeReached_IsNotChecked()
    {
        using var dead = new DeadPort();

        var report = await RunAsync(site => site with { Url = new($"https://localhost:{dead.Number}") });

        Assert.That((report.With(Outcome.NotChecked), report.ExitCode), Is.EqualTo((new[] { "R3" }, 1)));
    }

    [Test]
    [Requirement("R4")]
    public async Task Server_SpeakingOtherwiseThanDeclared_BreaksR4([Values] bool isHttps)
    {
        _declared = _declared.WithTargets(targets => targets with { IsHttps = isHttps });

        var report = await RunAsync(server: isHttps ? _plain : _encrypted);

        Assert.That(report.Broken(), Is.EqualTo(["R4"]));
        Assert.That(
            report.Verdicts.Single(verdict => verdict.Claim.Requirement == "R4").Finding.Seen,
            Does.StartWith("a TLS handshake with a server: "));
    }

    [TestCase(5)]
    [TestCase(30)]
    [Requirement("R5")]
    public async Task Checks_AtAnotherInterval_BreakR5(int seconds) =>
        Assert.That((await RunAsync(change: fake => fake.CheckInterval = TimeSpan.FromSeconds(seconds))).Broken(), Is.EqualTo(["R5"]));

    [Test]
    [Requirement("R6")]
    public async Task Request_ThatFailsDuringTheRoll_BreaksR6()
    {
        var report = await RunAsync(change: fake => fake.Measured =
            () => _stack.View.Servers.Any(server => server.TemplateVersion > 2) ? new(1000, 1, 0) : default);

        Assert.That(
            report.Verdicts.Single(verdict => verdict.Claim.Text == "no request fails in a roll at full size").Finding,
            Is.EqualTo(Finding.Fail("1 of 1,000 failed (0.1 %), within 0 s")));
    }

    [TestCase(0.1, Outcome.Fail)]
    [TestCase(2, Outcome.NotChecked)]
    [Requirement("R5")]
    public async Task Failure_OnABusyMachine_IsNotChecked(double secondsLate, Outcome expected)
    {
        var readings = 0;
        var report = await RunAsync(change: fake =>
        {
            fake.CheckInterval = TimeSpan.FromSeconds(30);
            fake.MachineLate = () => TimeSpan.FromSeconds(secondsLate) * ++readings;
        });

        var finding = report.Verdicts.Single(verdict => verdict.Claim.Text == "a server is checked every 10 s").Finding;

        Assert.That(finding.Outcome, Is.EqualTo(expected));
        Assert.That(finding.Seen.Contains("this machine was busy", StringComparison.Ordinal), Is.EqualTo(expected == Outcome.NotChecked));
    }

    [Test]
    [Requirement("R6")]
    public async Task NoRequest_AtAll_ProvesNothing()
    {
        var report = await RunAsync(change: fake => fake.Measured = () => default);

        Assert.That((report.With(Outcome.NotChecked), report.ExitCode), Is.EqualTo((new[] { "R6" }, 2)));
    }

    [Test]
    [Requirement("R7")]
    public async Task Load_ThatTheFirewallBlocks_FailsOnABusyMachineToo()
    {
        _declared = await Declarations.Of("prod", "wafRateLimit=10");
        _stack = new(_declared, ServerModel.Default);
        var readings = 0;
        var report = await RunAsync(change: fake =>
        {
            fake.Measured = () => _stack.Requests;
            fake.MachineLate = () => TimeSpan.FromSeconds(2) * ++readings;
        });

        Assert.That(report.Broken(), Is.EqualTo(["R7"]));
    }

    // Which suite and which alert is up to the machine's TLS library.
    private static Verdict OnAnyMachine(Verdict verdict) =>
        verdict.Claim.Requirement is "R3" or "R4" ? verdict with { Finding = verdict.Finding with { Seen = "(handshakes)" } } : verdict;

    private async Task<RehearsalReport> RunAsync(
        Func<LiveSite, LiveSite>? site = null, FakeServer? server = null, Action<FakeInstruments>? change = null)
    {
        await using var rig = await Rig.StartAsync(_ => _declared);
        var rehearsed = rig.LoadBalancer.Site;
        var isHttps = _declared.TargetGroup.IsHttps;
        var fake = new FakeInstruments(_stack, site?.Invoke(rehearsed) ?? rehearsed, (server ?? (isHttps ? _encrypted : _plain)).Address);
        change?.Invoke(fake);
        return await ScriptRunner.RunAsync(_declared, ServerModel.Default, _stack, fake.Instruments, CancellationToken.None);
    }
}
