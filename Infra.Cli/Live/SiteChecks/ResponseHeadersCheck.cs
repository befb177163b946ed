using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Http;
using Infra.Cli.Shell;
using Infra.LoadBalancing;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>The header fields that the load balancer puts on every answer.</summary>
internal sealed class ResponseHeadersCheck : ISiteCheck
{
    private static readonly IReadOnlyDictionary<string, string> Declared = new Dictionary<string, string>
    {
        ["Strict-Transport-Security"] = ResponseHeaders.StrictTransportSecurity,
        ["X-Content-Type-Options"] = ResponseHeaders.XContentTypeOptions,
        ["X-Frame-Options"] = ResponseHeaders.XFrameOptions,
        ["Content-Security-Policy"] = ResponseHeaders.ContentSecurityPolicy,
    };

    public Claim Claim { get; } = new(
        null,
        "answers carry the declared security header fields",
        "that the pages work under that content security policy, or that every answer has them");

    public async Task<Finding> RunAsync(LiveSite site, CancellationToken cancellation) =>
        await AskedPages.FirstWrongAsync(site, Wrong, cancellation) is { } wrong
            ? Finding.Fail(wrong)
            : Finding.Pass(string.Join(", ", Declared.Keys));

    private static string? Wrong(HttpReply reply) =>
        Declared.Select(field => Wrong(field.Key, field.Value, reply.Header(field.Key))).FirstOrDefault(wrong => wrong is not null);

    private static string? Wrong(string name, string declared, string? value) =>
        value is null ? $"{name} is missing"
        : value != declared ? $"{name} is {LegibleText.Of(value)}, not {declared}"
        : null;
}
