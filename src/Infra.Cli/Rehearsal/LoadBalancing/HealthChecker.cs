using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Rehearsal.LoadBalancing;

/// <summary>
/// Checks servers as declared. See https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html.
/// </summary>
internal sealed class HealthChecker : IDisposable
{
    private readonly DeclaredHealthCheck _check;
    private readonly TimeProvider _time;
    private readonly StatusMatcher _matcher;
    private readonly HttpMessageInvoker _client;

    public HealthChecker(DeclaredHealthCheck check, TimeProvider time)
    {
        _check = check;
        _time = time;
        _matcher = new(check.Matcher);
        var handler = TargetConnections.Handler();

        // "After each health check is completed, the load balancer node closes the connection."
        handler.PooledConnectionLifetime = TimeSpan.Zero;
        _client = new(handler);
    }

    /// <summary>Makes one check.</summary>
    /// <param name="address">Where the server listens.</param>
    /// <param name="isPatient">
    /// Whether AWS's clock waits for an answer that is late, for as long as a busy machine needs. Only an accelerated one does, on which a
    /// timeout is shorter than a machine's hiccup.
    /// </param>
    /// <param name="cancellation">Gives the check up.</param>
    /// <exception cref="OperationCanceledException">It has been given up.</exception>
    public async Task<CheckResult> CheckAsync(Uri address, bool isPatient, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var answer = AskAsync(address, over.Token);
        await Task.WhenAny(answer, Task.Delay(_check.Timeout, _time, over.Token));
        var late = TimeSpan.Zero;
        if (isPatient && !answer.IsCompleted && _time is AcceleratedClock clock)
            late = await WaitAsync(answer, clock, over.Token);

        await over.CancelAsync();
        try
        {
            return new(await answer, late, TimedOut: false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            var fault = string.Create(CultureInfo.InvariantCulture, $"no answer within {_check.Timeout.TotalSeconds} s");
            return new(fault, TimeSpan.Zero, TimedOut: true);
        }
    }

    public void Dispose() => _client.Dispose();

    // Returns how long it has waited.
    private async Task<TimeSpan> WaitAsync(Task answer, AcceleratedClock clock, CancellationToken over)
    {
        using var hold = clock.Hold();
        var since = TimeProvider.System.GetTimestamp();
        await Task.WhenAny(answer, Task.Delay(MachineTime.Beyond(_check.Timeout, clock), over));
        return TimeProvider.System.GetElapsedTime(since);
    }

    private async Task<string?> AskAsync(Uri address, CancellationToken cancellation)
    {
        using var request = RequestTo(address);
        try
        {
            using var response = await _client.SendAsync(request, cancellation);
            var status = (int)response.StatusCode;
            return _matcher.Matches(status) ? null : string.Create(CultureInfo.InvariantCulture, $"it answered {status}");
        }
        catch (HttpRequestException error)
        {
            return error.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused }
                ? "it refused the connection"
                : "it broke the connection";
        }
    }

    private HttpRequestMessage RequestTo(Uri address)
    {
        var scheme = _check.IsHttps ? Uri.UriSchemeHttps : Uri.UriSchemeHttp;
        var request = new HttpRequestMessage(HttpMethod.Get, $"{scheme}://{address.Authority}{_check.Path}");
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("ELB-HealthChecker", "2.0"));
        return request;
    }
}
