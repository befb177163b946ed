using System.Globalization;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Http;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>What stands in a link becomes no header field of the answer.</summary>
internal sealed class InjectionCheck : ISiteCheck
{
    private const string Name = "X-Infra-Injected";

    // Ends of lines as URLs write them: both, one alone, encoded twice, a letter whose lower bytes are one, and scripts' ways.
    private static readonly IReadOnlyList<string> Ends =
    [
        "%0d%0a", "%0D%0A", "%0a", "%0d", "%0d%0a%20", "%23%0d%0a", "%3f%0d%0a", "%00%0d%0a", "%250d%250a", "%25250d%25250a",
        "%E5%98%8D%E5%98%8A", "%E5%98%8A", "%C4%8D%C4%8A", "%u000d%u000a", "%5Cr%5Cn",
    ];

    // Words that sites put into Location, cookies and the like.
    private static readonly IReadOnlyList<string> Parameters =
        ["next", "url", "redirect", "return", "returnUrl", "to", "lang", "page", "q", "callback", "id"];

    public Claim Claim { get; } = new(
        null,
        "ends of lines that are encoded in path and query put no header field into the answers of HTTPS and plain HTTP",
        "that pages and parameters other than those tried don't");

    public async Task<Finding> RunAsync(LiveSite site, CancellationToken cancellation)
    {
        var targets = Ends.SelectMany(TargetsWith).ToList();
        foreach (var target in targets)
        {
            var secure = await HttpExchange.GetAsync(site, target, cancellation);
            if (Fault(secure, $"GET {target}") is { } fault)
                return fault;
            if (site.HttpPort is { } port && await PlainAsync(site, port, target, cancellation) is { } plain)
                return plain;
        }

        var where = site.HttpPort is null ? "HTTPS alone, since --http-port does not say where plain HTTP is" : "each of both";
        return Finding.Pass(string.Create(CultureInfo.InvariantCulture, $"none, by {targets.Count} requests to {where}"));
    }

    private static IEnumerable<string> TargetsWith(string end)
    {
        var injected = $"{end}{Name}:%20yes";
        return [$"/{injected}", $"/some/page.html{injected}", $"/?{string.Join('&', Parameters.Select(name => $"{name}=a{injected}"))}"];
    }

    private static async Task<Finding?> PlainAsync(LiveSite site, int port, string target, CancellationToken cancellation)
    {
        try
        {
            var request = HttpExchange.Request("GET", HttpExchange.HostField(site, port, LiveSite.DefaultHttpPort), target);
            return Fault(await HttpExchange.PlainAsync(site, port, request, cancellation), $"GET {target} over plain HTTP");
        }
        catch (SiteUnreachableException)
        {
            // What does not answer at all is another claim's.
            return null;
        }
    }

    private static Finding? Fault(HttpReply reply, string request) =>
        reply.Headers.Any(field => field.Key.Trim().Equals(Name, StringComparison.OrdinalIgnoreCase))
            ? Finding.Fail($"{request}: the answer has {Name}")
            : reply is { Status: null, IsClosed: false } ? Finding.NotChecked($"{request}: {reply.Silence}") : null;
}
