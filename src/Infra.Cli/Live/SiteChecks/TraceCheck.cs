using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Http;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>No answer repeats what a visitor's browser sent, cookies and all.</summary>
internal sealed class TraceCheck : ISiteCheck
{
    private const string Marker = "infra-verify-trace";

    private static readonly IReadOnlyList<string> Targets = ["/", "/there-is-no-such-page"];

    // A server that passes TRACE on to another may answer itself where it is told to.
    private static readonly IReadOnlyList<string> Fields = [$"X-Echo: {Marker}\r\n", $"X-Echo: {Marker}\r\nMax-Forwards: 0\r\n"];

    public Claim Claim { get; } = new(
        null, "TRACE over HTTPS is refused, and its header fields are not sent back", "that no page repeats what other methods send");

    public async Task<Finding> RunAsync(LiveSite site, CancellationToken cancellation)
    {
        var seen = new List<string>();
        foreach (var (target, fields) in Targets.SelectMany(target => Fields.Select(fields => (target, fields))))
        {
            var host = HttpExchange.HostField(site, site.Url.Port, 443);
            var (head, body, _) = await HttpExchange.SecurePageAsync(
                site, HttpExchange.Request("TRACE", host, target, fields), cancellation);
            if (head.Headers.SelectMany(field => field).Append(body).Any(HasMarker))
                return Finding.Fail($"TRACE {target}: {head.Shown}, with what was sent");
            if (!head.IsRefusal && head.Status is not (>= 300 and < 400))
                return Finding.Fail($"TRACE {target}: {head.Shown}");
            seen.Add(head.Shown);
        }

        return Finding.Pass(string.Join(", ", seen.Distinct()));
    }

    private static bool HasMarker(string text) => text.Contains(Marker, StringComparison.OrdinalIgnoreCase);
}
