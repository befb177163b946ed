using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Infra.Cli.Plan.Declared;

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

    /// <summary>Makes one check; returns what is wrong, and null if it passes.</summary>
    /// <param name="address">Where the server listens.</param>
    /// <param name="cancellation">Gives the check up.</param>
    /// <exception cref="OperationCanceledException">It has been given up.</exception>
    public async Task<string?> CheckAsync(Uri address, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(_check.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        using var request = RequestTo(address);
        try
        {
            using var response = await _client.SendAsync(request, either.Token);
            var status = (int)response.StatusCode;
            return _matcher.Matches(status) ? null : string.Create(CultureInfo.InvariantCulture, $"it answered {status}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return string.Create(CultureInfo.InvariantCulture, $"no answer within {_check.Timeout.TotalSeconds} s");
        }
        catch (HttpRequestException error)
        {
            return error.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused }
                ? "it refused the connection"
                : "it broke the connection";
        }
    }

    public void Dispose() => _client.Dispose();

    private HttpRequestMessage RequestTo(Uri address)
    {
        var scheme = _check.IsHttps ? Uri.UriSchemeHttps : Uri.UriSchemeHttp;
        var request = new HttpRequestMessage(HttpMethod.Get, $"{scheme}://{address.Authority}{_check.Path}")
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("ELB-HealthChecker", "2.0"));
        return request;
    }
}
