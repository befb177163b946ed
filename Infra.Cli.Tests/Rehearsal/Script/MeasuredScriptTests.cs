using System.Security.Authentication;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Script;
using Infra.Cli.Rehearsal.Simulation;
using Infra.Cli.Rehearsal.Stack;
using Infra.Cli.Tests.Checks;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Rehearsal.Script;

/// <summary>What only a live drill measures, on a simulated stack with made-up instruments.</summary>
public sealed class MeasuredScriptTests
{
    private DeclaredStack _declared = null!;
    private SimulatedStack _stack = null!;
    private FakeInstruments _instruments = null!;

    [SetUp]
    public async Task AStackThatHoldsWhatItPromises()
    {
        _declared = await Declarations.Of("prod");
        _stack = new(_declared, ServerModel.Default);
        _instruments = new(_stack, _declared.TargetGroup.HealthCheck.Interval);
    }

    [Test]
    [Requirement("R2")]
    [Requirement("R3")]
    [Requirement("R4")]
    [Requirement("R5")]
    public async Task Drill_OfAStackThatHolds_TriesEverything()
    {
        var report = await RehearseAsync();
        using var writer = new StringWriter();

        new RehearsalText(report, PlainConsole.Of(writer)).WriteResult();

        Assert.That(report.Verdicts.Select(verdict => verdict.Outcome), Has.All.EqualTo(Outcome.Pass));
        Golden.Verify("drill-live", writer.ToString());
    }

    [TestCase("/", 302, "https://www.example.com:8443/")]
    [TestCase("/", 200, null)]
    [TestCase("/", 301, "http://www.example.com:8443/")]
    [TestCase("/some/page.html?a=1&b=%20%2F&a=2", 301, "https://www.example.com:8443/some/page.html")]
    [TestCase("/form", 405, null)]
    [TestCase("/health", 200, null)]
    [Requirement("R2")]
    public async Task Http_AnsweringOtherwise_BreaksR2(string where, int status, string? location)
    {
        _instruments.HttpAnswer = (_, pathAndQuery) =>
            pathAndQuery == where ? new(status, location) : new(301, $"https://www.example.com:8443{pathAndQuery}");

        await BreaksAsync("R2");
    }

    [Test]
    [Requirement("R2")]
    public async Task Http_WithoutListener_BreaksR2()
    {
        _instruments.HttpAnswer = (_, _) => null;

        await BreaksAsync("R2");
    }

    [Test]
    [Requirement("R3")]
    public async Task OldTls_Accepted_BreaksR3()
    {
        _instruments.AcceptsTls11 = true;

        await BreaksAsync("R3");
    }

    [Test]
    [Requirement("R3")]
    public async Task NewTls_Refused_BreaksR3([Values(SslProtocols.Tls12, SslProtocols.Tls13)] SslProtocols protocol)
    {
        _instruments.Accepted.Remove(protocol);

        await BreaksAsync("R3");
    }

    [Test]
    public async Task Tls12_UnderAPolicyFor13Only_IsExpectedToBeRefused()
    {
        var https = _declared.LoadBalancer.Https with { TlsPolicy = "ELBSecurityPolicy-TLS13-1-3-2021-06" };
        _declared = _declared with { LoadBalancer = _declared.LoadBalancer with { Https = https } };
        _instruments.Accepted.Remove(SslProtocols.Tls12);

        Assert.That((await RehearseAsync()).Broken(), Is.Empty);
    }

    [Test]
    [Requirement("R4")]
    public async Task PlainServer_BehindAnEncryptedHop_BreaksR4()
    {
        _instruments.ServersSpeakTls = false;

        await BreaksAsync("R4");
    }

    [TestCase(10)]
    [TestCase(30)]
    [Requirement("R5")]
    public async Task Checks_AtAnotherInterval_BreakR5(int seconds)
    {
        _instruments.CheckInterval = TimeSpan.FromSeconds(seconds);

        await BreaksAsync("R5");
    }

    [Test]
    [Requirement("R6")]
    public async Task Request_ThatFailsDuringTheRoll_BreaksR6()
    {
        _instruments.Measured = () => _stack.View.Servers.Any(server => server.TemplateVersion > 1) ? new(1000, 1, 0) : default;

        Assert.That(
            (await RehearseAsync()).Verdicts.Single(verdict => verdict.Expected == "no request fails while servers are rolled"),
            Is.EqualTo(new Verdict("R6", "no request fails while servers are rolled", "1 of 1,000 failed", Outcome.Fail)));
    }

    [Test]
    [Requirement("R6")]
    public async Task NoRequest_AtAll_ProvesNothing()
    {
        _instruments.Measured = () => default;

        await BreaksAsync("R6");
    }

    private async Task BreaksAsync(string requirement) => Assert.That((await RehearseAsync()).Broken(), Is.EqualTo([requirement]));

    private Task<RehearsalReport> RehearseAsync() =>
        ScriptRunner.RunAsync(_declared, ServerModel.Default, _stack, _instruments.Live, CancellationToken.None);
}
