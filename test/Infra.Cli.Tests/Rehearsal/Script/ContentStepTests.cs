using Infra.Cli.Live.Claims;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Script;
using Infra.Cli.Rehearsal.Script.Steps;
using Infra.Cli.Rehearsal.Simulation;
using Infra.Cli.Rehearsal.Stack;
using Infra.Cli.Tests.Rehearsal.LoadBalancing;
using Infra.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Infra.Cli.Tests.Rehearsal.Script;

/// <summary>What a drill finds of content that changes: the servers are simulated, and one that answers stands for all.</summary>
internal sealed class ContentStepTests
{
    private RehearsedStack _declared = null!;
    private SimulatedStack _stack = null!;
    private FakeServer _server = null!;
    private FakeUploads _uploads = null!;

    [SetUp]
    public async Task AStackThatHolds()
    {
        _declared = await Declarations.Of("dev", "contentUpdates=live", "minServers=2");
        _stack = new(_declared, ServerModel.Default);
        _uploads = new(_stack);
        _server = await FakeServer.StartAsync(context => context.Response.WriteAsync(_uploads.Served));
    }

    [TearDown]
    public async Task NoServer() => await _server.DisposeAsync();

    [Test]
    public async Task Content_ThatHolds_Passes()
    {
        var verdicts = await RunAsync();

        Assert.That(
            verdicts.Select(verdict =>
                (verdict.Claim.Requirement, verdict.Claim.Text, verdict.Finding.Outcome, verdict.Finding.Seen)),
            Is.EqualTo(new[]
            {
                ("R6", "changed content is on every server within 30 s", Outcome.Pass, "after 0 s"),
                ("R6", Refused, Outcome.Pass, "2 of 2"),
                ("R6", "no server is launched while content changes", Outcome.Pass, "i-1, i-2 before, i-1, i-2 after"),
                ("R6", "no request fails while content changes", Outcome.Pass, "0 of 100 failed"),
            }));
        Assert.That(_uploads.Calls, Is.EqualTo(["marked", "broken", "marked"]), "a good one is the last");
    }

    [Test]
    public async Task Content_ThatServersDoNotTake_Fails()
    {
        _uploads.Takes = false;

        Assert.That((await BrokenAsync())[0], Is.EqualTo("changed content is on every server within 30 s"));
    }

    // Twice, for the good one after the broken one too: 30 s are promised, and half of that and 15 s of slack more are waited.
    [Test]
    public async Task Content_ThatServersDoNotTake_IsWaitedForAsLongAsIsSaid()
    {
        _uploads.Takes = false;
        var start = _stack.View.Time;

        Assert.That((await RunAsync())[0].Finding.Seen, Is.EqualTo("not within 1 min"));
        Assert.That(_stack.View.Time - start, Is.EqualTo(TimeSpan.FromMinutes(2)));
    }

    [Test]
    public async Task BrokenContent_ThatIsRefusedSoon_Passes()
    {
        _uploads.RefusesAfter = TimeSpan.FromSeconds(20);

        Assert.That(await BrokenAsync(), Is.Empty);
    }

    [Test]
    public async Task BrokenContent_ThatIsNotRefused_Fails()
    {
        _uploads.RefusesAfter = null;

        var broken = (await RunAsync()).Single(verdict => verdict.Finding.Outcome == Outcome.Fail);

        Assert.That((broken.Claim.Text, broken.Finding.Seen), Is.EqualTo((Refused, "not i-1, i-2")));
    }

    [Test]
    public async Task BrokenContent_ThatIsServed_Fails()
    {
        _uploads.KeepsFormer = false;

        Assert.That(await BrokenAsync(), Is.EqualTo([Refused]));
    }

    [Test]
    public async Task Request_ThatFailsMeanwhile_Fails()
    {
        _uploads.Failed = 1;

        Assert.That(await BrokenAsync(), Is.EqualTo(["no request fails while content changes"]));
    }

    [Test]
    public async Task Server_ThatIsLaunchedMeanwhile_IsNamed()
    {
        _stack.Roll();
        await _stack.PassAsync(TimeSpan.FromSeconds(60), CancellationToken.None);
        _uploads.Takes = false;

        Assert.That(await BrokenAsync(), Does.Contain("no server is launched while content changes"));
    }

    [Test]
    public async Task Server_ThatIsLaunchedBesideTheOthers_IsNamed()
    {
        _stack.SetLoad(10_000);
        await _stack.UntilAsync(view => view.Servers.Count == 3, TimeSpan.FromMinutes(20), CancellationToken.None);
        _uploads.Takes = false;

        var launched = (await RunAsync()).Single(verdict => verdict.Claim.Text == "no server is launched while content changes");

        Assert.That(launched.Finding, Is.EqualTo(Finding.Fail("i-1, i-2 before, i-1, i-2, i-3 after")));
    }

    [Test]
    public async Task Content_OfServersThatKeepTheirs_IsNotTried() =>
        Assert.That(await RunAsync(await Declarations.Of("dev"), null), Is.Empty);

    [PlainCase(true, "not tried in a fast rehearsal")]
    [PlainCase(false, "only nginx on Linux, with bash, curl and GNU's tools, takes content while it runs")]
    public async Task Content_WhereNothingServes_IsNotTried(bool isSimulated, string why)
    {
        var verdict = (await RunAsync(_declared, isSimulated ? null : Instruments with { Content = null })).Single();

        Assert.That((verdict.Claim.Requirement, verdict.Claim.Text), Is.EqualTo(("R6", "changed content is on every server")));
        Assert.That(verdict.Finding, Is.EqualTo(Finding.NotApplicable(why)));
    }

    private const string Refused = "every server refuses content whose archive is broken, and serves the one before";

    private Instruments Instruments => new FakeInstruments(_stack, new(new("https://localhost")), _server.Address)
    {
        Measured = _uploads.Look,
    }.Instruments with
    { Content = _uploads };

    private async Task<IReadOnlyList<string>> BrokenAsync() =>
    [
        .. (await RunAsync()).Where(verdict => verdict.Finding.Outcome == Outcome.Fail).Select(verdict => verdict.Claim.Text),
    ];

    private Task<IReadOnlyList<Verdict>> RunAsync() => RunAsync(_declared, Instruments);

    private Task<IReadOnlyList<Verdict>> RunAsync(RehearsedStack declared, Instruments? instruments) =>
        new ContentStep().RunAsync(declared, _stack, instruments);
}
