using Infra.Cli.Rehearsal.LoadBalancing;

namespace Infra.Cli.Rehearsal.Content;

/// <summary>Asks a server which site it has, past the load balancer.</summary>
internal sealed class SiteProbe : IDisposable
{
    private readonly HttpMessageInvoker _client = new(TargetConnections.Handler());

    /// <summary>Whether a server serves a marked version.</summary>
    public async Task<bool> HasAsync(SiteMark mark, Uri server, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, mark.On(server));
        try
        {
            using var answer = await _client.SendAsync(request, cancellation);
            return answer.IsSuccessStatusCode && await answer.Content.ReadAsStringAsync(cancellation) == mark.Text;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public void Dispose() => _client.Dispose();
}
