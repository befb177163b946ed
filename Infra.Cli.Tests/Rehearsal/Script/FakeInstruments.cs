using System.Security.Authentication;
using Infra.Cli.Live.Load;
using Infra.Cli.Rehearsal.Script;
using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Tests.Rehearsal.Script;

/// <summary>What a live drill would measure on a stack that holds what it promises; a test makes one thing different.</summary>
internal sealed class FakeInstruments(IRunningStack stack, TimeSpan checkInterval) : IFrontProbe, ITargetView, ILoadMeter
{
    private long _readings;

    public int HttpsPort => 8443;

    /// <summary>Answers in place of the right redirect.</summary>
    public Func<HttpMethod, string, RedirectAnswer?>? HttpAnswer { get; set; }

    public bool AcceptsTls11 { get; set; }

    public List<SslProtocols> Accepted { get; } = [SslProtocols.Tls12, SslProtocols.Tls13];

    public bool ServersSpeakTls { get; set; } = true;

    public TimeSpan CheckInterval { get; set; } = checkInterval;

    /// <summary>Counts in place of a hundred requests more, none failed, at each reading.</summary>
    public Func<LoadCounts>? Measured { get; set; }

    public LoadCounts Counts => Measured is { } measured ? measured() : new(Sent: ++_readings * 100, Failed: 0, Slow: 0);

    public Instruments Live => new(this, this, this, Slack: TimeSpan.FromSeconds(15));

    public Task<RedirectAnswer?> AskHttpAsync(HttpMethod method, string host, string pathAndQuery, CancellationToken cancellation) =>
        Task.FromResult(HttpAnswer is { } answer ? answer(method, pathAndQuery) : new(301, $"https://{host}:{HttpsPort}{pathAndQuery}"));

    public Task<bool> AcceptsTls11Async(CancellationToken cancellation) => Task.FromResult(AcceptsTls11);

    public Task<bool> AcceptsAsync(SslProtocols protocol, CancellationToken cancellation) => Task.FromResult(Accepted.Contains(protocol));

    public Task<bool> SpeaksTlsAsync(Uri server, CancellationToken cancellation) => Task.FromResult(ServersSpeakTls);

    public Uri AddressOf(string serverId) => new($"https://{serverId}");

    public long ChecksOf(string serverId) => (long)((stack.View.Time - DateTimeOffset.UnixEpoch) / CheckInterval);
}
