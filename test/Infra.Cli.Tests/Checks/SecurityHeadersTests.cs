using Infra.Cli.Checks;
using Infra.LoadBalancing;

namespace Infra.Cli.Tests.Checks;

/// <summary>Header fields that prod's listener adds, but for what a test changes.</summary>
internal sealed class SecurityHeadersTests
{
    private const string ContentInput = "routingHttpResponseContentSecurityPolicyHeaderValue";
    private const string TransportInput = "routingHttpResponseStrictTransportSecurityHeaderValue";

    private static IEnumerable<string> LooseSources =>
    [
        "'unsafe-inline'", "'UNSAFE-INLINE'", "'unsafe-eval'", "'unsafe-hashes'", "*", "http:", "https:", "HTTPS:", "ftp:", "ws:", "wss:",
        "data:", "blob:", "filesystem:", "https://*", "*:443", "https://*:8443/scripts",
    ];

    private static IEnumerable<string> Loose =>
    [
        .. from directive in new[] { "script-src", "script-src-elem", "script-src-attr" }
           from source in LooseSources
           select $"{ContentSecurityPolicy.Strict}; {directive} 'self' {source}",
        .. from source in LooseSources
           from strict in new[] { "default-src 'self'", "form-action 'self'" }
           select ContentSecurityPolicy.Strict.Replace(strict, $"{strict} {source}", StringComparison.Ordinal),
        .. from strict in ContentSecurityPolicy.Strict.Split("; ")
           where !strict.StartsWith("object-src", StringComparison.Ordinal)
           select ContentSecurityPolicy.Strict.Replace(strict, "", StringComparison.Ordinal),
        // By the fallback, a site's own plug-ins may run.
        ContentSecurityPolicy.Strict.Replace("object-src 'none'", "", StringComparison.Ordinal),
        ContentSecurityPolicy.Strict.Replace("object-src 'none'", "object-src 'self'", StringComparison.Ordinal),
        ContentSecurityPolicy.Strict.Replace("base-uri 'none'", "base-uri https://example.com", StringComparison.Ordinal),
        ContentSecurityPolicy.Strict.Replace("frame-ancestors 'none'", "frame-ancestors https://example.com", StringComparison.Ordinal),
        ContentSecurityPolicy.Strict.Replace("default-src 'self'", "default-src", StringComparison.Ordinal),
    ];

    private static IEnumerable<string?> LooseOrNone => [.. Loose, "", null];

    private static IEnumerable<string> Strict =>
    [
        ContentSecurityPolicy.Strict,
        "default-src 'none'; base-uri 'self'; form-action 'none'; frame-ancestors 'self'",
        $"{ContentSecurityPolicy.Strict}; script-src 'self' https://cdn.example.com",
        $"{ContentSecurityPolicy.Strict}; script-src 'self' https://*.example.com",
        // Of a directive that stands twice browsers take the first.
        $"{ContentSecurityPolicy.Strict}; default-src *",
        $"{ContentSecurityPolicy.Strict}; style-src 'unsafe-inline'",
    ];

    [TestCaseSource(nameof(LooseOrNone))]
    public async Task Policy_ThatLetsOthersIn_Fails(string? policy) => Assert.That(await ContentAsync(policy), Is.Not.Null);

    [TestCaseSource(nameof(Strict))]
    public async Task Policy_ThatLetsNobodyElseIn_Passes(string policy) => Assert.That(await ContentAsync(policy), Is.Null);

    [TestCase("max-age=31536000", ExpectedResult = true)]
    [TestCase("max-age=\"31536000\"; includeSubDomains", ExpectedResult = true)]
    [TestCase("includeSubDomains; MAX-AGE=63072000", ExpectedResult = true)]
    [TestCase("max-age=31535999", ExpectedResult = false)]
    [TestCase("max-age=31536000; max-age=0", ExpectedResult = false)]
    [TestCase("max-age=-31536000", ExpectedResult = false)]
    [TestCase("max-age=a-year", ExpectedResult = false)]
    [TestCase("includeSubDomains", ExpectedResult = false)]
    [TestCase("", ExpectedResult = false)]
    [TestCase(null, ExpectedResult = false)]
    public async Task<bool> Transport_IsInsistedOn_ForAYear(string? value)
    {
        var stack = (await RecordedStacks.Prod()).Set("web-https", TransportInput, value);
        return SecurityHeaders.Transport(stack.Named("web-https"), stack) is null;
    }

    private static async Task<string?> ContentAsync(string? policy)
    {
        var stack = (await RecordedStacks.Prod()).Set("web-https", ContentInput, policy);
        return SecurityHeaders.Content(stack.Named("web-https"), stack);
    }
}
