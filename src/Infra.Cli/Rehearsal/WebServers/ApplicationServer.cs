using System.Net.Http.Headers;
using System.Runtime.Versioning;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.LoadBalancing;

namespace Infra.Cli.Rehearsal.WebServers;

/// <summary>A server whose nginx stands in front of an application.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class ApplicationServer : IWebServer
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly NginxServer _nginx;
    private readonly ApplicationProcess _application;
    private readonly DeclaredHealthCheck _check;
    private readonly TimeSpan _patience;

    public ApplicationServer(NginxServer nginx, ApplicationProcess application, DeclaredHealthCheck check, TimeSpan patience)
    {
        (_nginx, _application, _check, _patience) = (nginx, application, check, patience);
        _application.Restarted += status => Told?.Invoke($"the application has ended with status {status}, and is started again");
    }

    /// <inheritdoc/>
    public event Action<string>? Told;

    public Uri Address => _nginx.Address;

    // nginx first: of a server whose application does not start it answers, if only with errors.
    public async Task StartAsync(CancellationToken cancellation)
    {
        await _nginx.StartAsync(cancellation);
        await _application.StartAsync(cancellation);
        await UntilHealthyAsync(cancellation);
    }

    public Task<string?> UpdateContentAsync(CancellationToken cancellation) => _nginx.UpdateContentAsync(cancellation);

    /// <summary>Kills the application for good: nginx answers for it, with 502.</summary>
    public void Break() => _application.Break();

    public void Hang() => _application.Hang();

    public void SwitchOff()
    {
        _application.Break();
        _nginx.Break();
    }

    public async ValueTask DisposeAsync() =>
        await Task.WhenAll(_application.DisposeAsync().AsTask(), _nginx.DisposeAsync().AsTask());

    // As the boot script waits, before it says that the server is ready.
    private async Task UntilHealthyAsync(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(_patience);
        using var client = new HttpMessageInvoker(TargetConnections.Handler());
        var matcher = new StatusMatcher(_check.Matcher);
        var got = "nothing";
        try
        {
            while (true)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address, _check.Path));
                request.Headers.UserAgent.Add(new ProductInfoHeaderValue("ELB-HealthChecker", "2.0"));
                using var answer = await client.SendAsync(request, patience.Token);
                if (matcher.Matches((int)answer.StatusCode))
                    return;
                got = $"{(int)answer.StatusCode}";
                await Task.Delay(Pause, patience.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new ServerFailedException(
                $"the application must answer the health check {_check.Path} with {_check.Matcher} within {_patience.TotalSeconds} s "
                + $"of its start, got {got}{await _application.LastWordsAsync()}");
        }
    }
}
