using Infra.Cli.Live.Claims;
using Infra.Cli.Rehearsal.Content;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Script;
using Infra.Cli.Rehearsal.Script.Steps;
using Infra.Cli.Rehearsal.Simulation;
using Infra.Cli.Rehearsal.Stack;
using Infra.Cli.Tests.Rehearsal.LoadBalancing;
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

        Assert.That(verdicts.Select(verdict => (verdict.Finding.Outcome, verdict.Finding.Seen)), Is.EqualTo(new[]
        {
            (Outcome.Pass, "after 0 s"),
            (Outcome.Pass, "2 of 2"),
            (Outcome.Pass, "i-1, i-2 before, i-1, i-2 after"),
            (Outcome.Pass, "0 of 100 failed"),
        }));
        Assert.That(_uploads.Calls, Is.EqualTo(["marked", "broken", "marked"]), "a good one is the last");
    }

    [Test]
    public async Task Content_ThatServersDoNotTake_Fails()
    {
        _uploads.Takes = false;

        Assert.That((await BrokenAsync())[0], Is.EqualTo("changed content is on every server within 30 s"));
    }

    [Test]
    public async Task BrokenContent_ThatIsNotRefused_Fails()
    {
        _uploads.Refuses = false;

        Assert.That(await BrokenAsync(), Is.EqualTo([Refused]));
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
    public async Task Content_OfServersThatKeepTheirs_IsNotTried() =>
        Assert.That(await RunAsync(await Declarations.Of("dev"), null), Is.Empty);

    [Test]
    public async Task Content_WhereNothingServes_IsNotTried([Values] bool isSimulated)
    {
        var verdicts = await RunAsync(_declared, isSimulated ? null : Instruments with { Content = null });

        Assert.That(verdicts.Select(verdict => verdict.Finding.Outcome), Is.EqualTo([Outcome.NotApplicable]));
    }

    private const string Refused = "every server refuses content whose archive is broken, and serves the one before";

    private Instruments Instruments => new FakeInstruments(_stack, new(new("https://localhost")), _server.Address)
    {
        Measured = () => _uploads.Calls.Count == 0 ? default : new(Sent: 100, Failed: _uploads.Failed, Slow: 0),
    }.Instruments with
    { Content = _uploads };

    private async Task<IReadOnlyList<string>> BrokenAsync() =>
    [
        .. (await RunAsync()).Where(verdict => verdict.Finding.Outcome == Outcome.Fail).Select(verdict => verdict.Claim.Text),
    ];

    private Task<IReadOnlyList<Verdict>> RunAsync() => RunAsync(_declared, Instruments);

    private Task<IReadOnlyList<Verdict>> RunAsync(RehearsedStack declared, Instruments? instruments) =>
        new ContentStep().RunAsync(new(declared, ServerModel.Default, _stack, instruments), CancellationToken.None);

    /// <summary>A bucket, and servers that take what is in it at once.</summary>
    private sealed class FakeUploads(IRunningStack stack) : IContentUploads
    {
        private int _version;

        public bool Takes { get; set; } = true;

        public bool Refuses { get; set; } = true;

        public bool KeepsFormer { get; set; } = true;

        /// <summary>How many requests fail meanwhile.</summary>
        public int Failed { get; set; }

        public string Served { get; private set; } = "first";

        public List<string> Calls { get; } = [];

        public void Upload() => Calls.Add("site");

        public SiteMark UploadMarked()
        {
            Calls.Add("marked");
            var mark = new SiteMark($"mark-{++_version}");
            if (Takes)
                Served = mark.Text;
            return mark;
        }

        public string UploadBroken()
        {
            Calls.Add("broken");
            var version = $"v{++_version}";
            if (!KeepsFormer)
                Served = "half";
            foreach (var server in stack.View.Servers.Where(_ => Refuses))
                stack.Note($"{server.Id}: site {version} is refused, one stays: its archive is broken");
            return version;
        }
    }
}
