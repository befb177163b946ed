using Infra.Cli.Live;
using Infra.Cli.Live.Load;
using Infra.Cli.Rehearsal.Script;
using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Tests.Rehearsal.Script;

/// <summary>What an emulated stack that holds what it promises would show; a test makes one thing different.</summary>
/// <param name="stack">The stack, which is simulated.</param>
/// <param name="site">A site that stands for its own.</param>
/// <param name="server">Where each server listens.</param>
internal sealed class FakeInstruments(IRunningStack stack, LiveSite site, Uri server) : ITargetView, ILoadMeter
{
    /// <summary>Where nothing is asked of the site or of a server.</summary>
    public static FakeInstruments Of(IRunningStack stack) => new(stack, new(new("https://localhost")), new("http://localhost"));

    public TimeSpan CheckInterval { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Counts in place of a request each second, none of which fails.</summary>
    public Func<LoadCounts>? Measured { get; set; }

    /// <summary>How late the machine is; never, unless a test makes it so.</summary>
    public Func<TimeSpan> MachineLate { get; set; } = () => TimeSpan.Zero;

    public LoadCounts Counts => Measured is { } measured ? measured() : new(Sent: SecondsPassed, Failed: 0, Slow: 0);

    public Instruments Instruments => new(site, this, this, Slack: TimeSpan.FromSeconds(15), Content: null, () => MachineLate());

    private long SecondsPassed => (long)(stack.View.Time - DateTimeOffset.UnixEpoch).TotalSeconds;

    public Uri AddressOf(string serverId) => server;

    public long ChecksOf(string serverId) => (long)((stack.View.Time - DateTimeOffset.UnixEpoch) / CheckInterval);
}
