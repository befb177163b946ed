using System.Security.Cryptography.X509Certificates;
using Infra.Cli.Live.Tls;

namespace Infra.Cli.Live.Load;

/// <summary>
/// Sends real HTTPS requests at a steady rate, whether or not the ones before have been answered, as visitors do: a load that waits for
/// answers would hide how long they take. Its time is this machine's, not AWS's, unless a test has another.
/// </summary>
internal sealed class LoadGenerator : ILoad, IAsyncDisposable
{
    /// <summary>How it names itself: AWS WAF's common rules block requests without.</summary>
    public const string UserAgent = "infra-load";

    // More than a site that works ever needs. A load that finds so many waiting is not sent, and counts as failed.
    public const int MostUnderWay = 4096;

    // As many as a few hundred visitors keep open. Without a limit each request that finds none idle would begin with a handshake of its
    // own, and a slow start would make itself slower.
    private const int MostConnections = 256;

    private static readonly TimeSpan GivesUpAfter = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan IsSlowAfter = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _client;
    private readonly Uri _target;
    private readonly Predicate<HttpResponseMessage> _isBlocked;
    private readonly int _mostUnderWay;
    private readonly TimeProvider _time;
    private readonly Task _pacing;
    private double _rate;
    private int _underWay;
    private long _sent;
    private long _failed;
    private long _slow;
    private long _blocked;

    /// <summary>Starts with no load.</summary>
    /// <param name="target">What it asks for.</param>
    /// <param name="certificate">The only certificate that it takes from the server; any unless given.</param>
    /// <param name="isBlocked">Knows the answers of a firewall; unless given, every answer is a server's.</param>
    /// <param name="mostUnderWay">The most that wait for their answers at once.</param>
    /// <param name="time">The time that requests are due by, are slow by and are given up by.</param>
    public LoadGenerator(
        Uri target,
        X509Certificate2? certificate = null,
        Predicate<HttpResponseMessage>? isBlocked = null,
        int mostUnderWay = MostUnderWay,
        TimeProvider? time = null)
    {
        _target = target;
        _isBlocked = isBlocked ?? (_ => false);
        _mostUnderWay = mostUnderWay;
        _time = time ?? TimeProvider.System;
        _client = new(HandlerFor(certificate)) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.Add("User-Agent", UserAgent);
        _pacing = PaceAsync();
    }

    /// <inheritdoc/>
    public LoadCounts Counts => new(
        Interlocked.Read(ref _sent), Interlocked.Read(ref _failed), Interlocked.Read(ref _slow), Interlocked.Read(ref _blocked));

    /// <inheritdoc/>
    public void SetRate(double requestsPerSecond)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(requestsPerSecond);
        Volatile.Write(ref _rate, requestsPerSecond);
    }

    /// <summary>Stops at once; requests under way are given up and not counted.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _pacing;
        _client.Dispose();
        _stop.Dispose();
    }

    /// <summary>How it connects: straight to the site, whose redirects are not its answers.</summary>
    public static SocketsHttpHandler HandlerFor(X509Certificate2? certificate) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        MaxConnectionsPerServer = MostConnections,
        SslOptions = TlsClient.Options((_, shown, _, _) =>
            shown is not null && (certificate is null || shown.GetRawCertData().AsSpan().SequenceEqual(certificate.RawDataMemory.Span))),
    };

    private async Task PaceAsync()
    {
        var pacer = new Pacer(_time);
        var requests = new HashSet<Task>();
        while (!_stop.IsCancellationRequested)
        {
            for (var due = pacer.Due(Volatile.Read(ref _rate)); due > 0; due--)
                requests.Add(RequestAsync());

            requests.RemoveWhere(request => request.IsCompleted);
            await Task.Delay(Pacer.Tick, CancellationToken.None);
        }

        await Task.WhenAll(requests);
    }

    private async Task RequestAsync()
    {
        var start = _time.GetTimestamp();
        var end = End.Failed;
        if (Interlocked.Increment(ref _underWay) <= _mostUnderWay)
            end = await SendAsync();

        Interlocked.Decrement(ref _underWay);
        if (_stop.IsCancellationRequested)
            return;

        if (end == End.Blocked)
        {
            Interlocked.Increment(ref _blocked);
            return;
        }

        if (end == End.Failed)
            Interlocked.Increment(ref _failed);
        else if (_time.GetElapsedTime(start) > IsSlowAfter)
            Interlocked.Increment(ref _slow);
        Interlocked.Increment(ref _sent);
    }

    private async Task<End> SendAsync()
    {
        using var timer = new CancellationTokenSource(GivesUpAfter, _time);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token, timer.Token);
        try
        {
            // The whole answer is waited for, and none of it kept: it may have no end, and hundreds are under way.
            using var answer = await _client.GetAsync(_target, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            await answer.Content.CopyToAsync(Stream.Null, patience.Token);
            return answer.IsSuccessStatusCode ? End.Answered : _isBlocked(answer) ? End.Blocked : End.Failed;
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or OperationCanceledException)
        {
            return End.Failed;
        }
    }

    private enum End
    {
        Answered,
        Failed,
        Blocked,
    }
}
