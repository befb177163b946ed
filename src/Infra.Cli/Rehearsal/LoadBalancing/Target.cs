using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Group;

namespace Infra.Cli.Rehearsal.LoadBalancing;

/// <summary>A server that is registered with the target group, with connections of its own.</summary>
internal sealed class Target : IDisposable
{
    // "The target response header exceeded 32 K for the entire response header", and "The load balancer failed to establish a connection
    // to the target before the connection timeout expired (10 seconds)":
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html.
    private const int LongestHeaderInKilobytes = 32;
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _checksStopped = new();
    private readonly CancellationTokenSource _removed = new();
    private long _checks;
    private long _requests;

    public Target(string id, Uri address, RehearsedStack declared, TimeProvider time)
    {
        Id = id;
        Address = address;
        Health = new(declared.TargetGroup.HealthCheck);

        var scheme = declared.TargetGroup.IsHttps ? Uri.UriSchemeHttps : Uri.UriSchemeHttp;
        Prefix = $"{scheme}://{address.Authority}";
        var handler = TargetConnections.Handler();
        handler.ConnectTimeout = MachineTime.Of(ConnectTimeout, time);
        handler.MaxResponseHeadersLength = LongestHeaderInKilobytes;
        handler.PooledConnectionIdleTimeout = MachineTime.Of(declared.LoadBalancer.IdleTimeout, time);
        Connections = new(handler);
    }

    public string Id { get; }

    public Uri Address { get; }

    /// <summary>Scheme, host and port that requests go to.</summary>
    public string Prefix { get; }

    public HttpMessageInvoker Connections { get; }

    public TargetHealth Health { get; }

    /// <summary>Cancelled when it is checked no more.</summary>
    public CancellationToken ChecksStopped => _checksStopped.Token;

    /// <summary>Cancelled when what is still under way is cut off.</summary>
    public CancellationToken Removed => _removed.Token;

    /// <summary>Requests sent to it; checks do not count.</summary>
    public long Requests => Interlocked.Read(ref _requests);

    /// <summary>Health checks made of it.</summary>
    public long Checks => Interlocked.Read(ref _checks);

    public void CountCheck() => Interlocked.Increment(ref _checks);

    public void CountRequest() => Interlocked.Increment(ref _requests);

    public void StopChecks() => _checksStopped.Cancel();

    // The sources are not disposed of, since another thread may be about to stop the checks.
    public void Dispose()
    {
        _checksStopped.Cancel();
        _removed.Cancel();
        Connections.Dispose();
    }
}
