using System.Text;
using Infra.Cli.Live.Headers;
using Infra.Cli.Live.Http;
using Infra.LoadBalancing;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.Headers;

internal sealed class SecurityFieldsTests
{
    private const string Hsts = "Strict-Transport-Security";
    private const string Sniffing = "X-Content-Type-Options";
    private const string Framing = "X-Frame-Options";
    private const string Policy = "Content-Security-Policy";
    private const string Scripts = "default-src 'self'";

    [Test]
    public async Task Fields_OfAStack_AreGood() => Assert.That(await FaultAsync("X", []), Is.Null);

    [TestCase("max-age=31536000")]
    [TestCase("max-age=63072000; includeSubDomains; preload")]
    [PlainCase("preload;INCLUDESUBDOMAINS ; Max-Age = \"63072000\";")]
    [TestCase("max-age=99999999999999999999999")]
    [TestCase("max-age=31536000", "max-age=0")]
    public async Task Hsts_OfAYear_IsGood_HoweverItIsWritten(params string[] values) =>
        Assert.That(await FaultAsync(Hsts, values), Is.Null);

    [TestCase("max-age=31535999")]
    [TestCase("max-age=60; includeSubDomains; preload")]
    [TestCase("max-age=0")]
    [TestCase("max-age=0", "max-age=31536000")]
    [TestCase("max-age=31536000, max-age=31536000")]
    [TestCase("max-age=31536000; max-age=31536000")]
    [TestCase("max-age=31536000; includeSubDomains=yes")]
    [TestCase("max-age=-31536000")]
    [TestCase("max-age=31536000s")]
    [TestCase("max-age='31536000'")]
    [TestCase("max-age")]
    [TestCase("includeSubDomains; preload")]
    [TestCase("max-age: 31536000")]
    [TestCase("")]
    public async Task Hsts_ThatIsShorterOrIgnored_IsAFault(params string[] values) =>
        Assert.That(await FaultAsync(Hsts, values), Does.StartWith($"{Hsts} is "));

    [TestCase("nosniff", null)]
    [TestCase("NoSniff", null)]
    [TestCase("nosniff, nosniff", null)]
    [TestCase("none", "X-Content-Type-Options is none, not nosniff")]
    [PlainCase("\"nosniff\"", "X-Content-Type-Options is \"nosniff\", not nosniff")]
    public async Task Sniffing_IsRefused_ByOneWord(string value, string? fault) =>
        Assert.That(await FaultAsync(Sniffing, value), Is.EqualTo(fault));

    [TestCase("DENY", Scripts, ExpectedResult = true)]
    [TestCase("sameorigin", Scripts, ExpectedResult = true)]
    [TestCase("DENY, DENY", Scripts, ExpectedResult = true)]
    [TestCase("DENY, SAMEORIGIN", Scripts, ExpectedResult = true)]
    [TestCase("", $"{Scripts}; frame-ancestors 'self' https://partner.example", ExpectedResult = true)]
    [TestCase("ALLOWALL", $"{Scripts}; FRAME-ANCESTORS 'none'", ExpectedResult = true)]
    [TestCase("", Scripts, ExpectedResult = false)]
    [TestCase("ALLOWALL", Scripts, ExpectedResult = false)]
    [TestCase("ALLOW-FROM https://partner.example", Scripts, ExpectedResult = false)]
    [TestCase("DENY", $"{Scripts}; frame-ancestors *", ExpectedResult = false)]
    [TestCase("DENY", $"{Scripts}; frame-ancestors 'self' https:", ExpectedResult = false)]
    public async Task<bool> Framing_HasALimit(string framing, string policy) =>
        await FaultAsync((Framing, framing.Length == 0 ? [] : [framing]), (Policy, [policy])) is null;

    [TestCase("default-src 'self'")]
    [PlainCase("DEFAULT-SRC\t'SELF' ;;object-src  'none';")]
    [TestCase("default-src 'none'; script-src 'self' https://cdn.example.com; style-src 'unsafe-inline'; img-src * data:")]
    [TestCase("script-src 'self'; object-src 'none'")]
    [TestCase("default-src 'self'; script-src 'nonce-abc' 'unsafe-inline'")]
    [TestCase("default-src 'self'; script-src 'nonce-abc' 'strict-dynamic' https: http: 'unsafe-inline'")]
    [TestCase("default-src 'self'; script-src 'self' 'wasm-unsafe-eval' 'sha256-abc'")]
    [TestCase("default-src 'self'; script-src *.example.com")]
    [TestCase("default-src *", "default-src 'self'")]
    [TestCase("default-src *, default-src 'self'")]
    [TestCase("default-src 'self'; default-src *")]
    public async Task Policy_ThatNamesWhatRuns_IsGood(params string[] values) => Assert.That(await FaultAsync(Policy, values), Is.Null);

    [TestCase("default-src *", "has * in default-src")]
    [TestCase("default-src 'self'; script-src 'self' 'unsafe-inline'", "has 'unsafe-inline' in script-src")]
    [TestCase("default-src 'self' 'UNSAFE-INLINE'", "has 'UNSAFE-INLINE' in default-src")]
    [TestCase("default-src 'self'; script-src 'self' 'unsafe-eval'", "has 'unsafe-eval' in script-src")]
    [TestCase("default-src 'self'; script-src data:", "has data: in script-src")]
    [TestCase("default-src 'self'; script-src https:", "has https: in script-src")]
    [TestCase("default-src 'self'; script-src https://*", "has https://* in script-src")]
    [TestCase("default-src 'self'; script-src *:443", "has *:443 in script-src")]
    [TestCase("default-src 'self'; script-src-elem *", "has * in script-src-elem")]
    [TestCase("default-src 'self'; script-src-attr 'unsafe-inline'", "has 'unsafe-inline' in script-src-attr")]
    [TestCase("default-src 'self'; object-src *", "has * in object-src")]
    [TestCase("img-src 'self'", "has no script-src or default-src")]
    [TestCase("script-src 'self'", "has no object-src or default-src")]
    [TestCase("upgrade-insecure-requests", "has no script-src or default-src")]
    [TestCase(";", "is missing")]
    public async Task Policy_ThatLetsAnythingRun_IsAFault(string value, string fault) =>
        Assert.That(await FaultAsync(Policy, value), Is.EqualTo($"{Policy} {fault}"));

    [TestCase(Hsts)]
    [TestCase(Sniffing)]
    [TestCase(Policy)]
    public async Task Field_ThatIsMissing_IsAFault(string name) => Assert.That(await FaultAsync((name, [])), Does.EndWith(" is missing"));

    private static Task<string?> FaultAsync(string name, params string[] values) => FaultAsync((name, values));

    // A stack's fields, but for these.
    private static async Task<string?> FaultAsync(params (string Name, string[] Values)[] changes)
    {
        var fields = new ResponseHeaders().Fields.ToDictionary(field => field.Key, field => new[] { field.Value });
        foreach (var (name, values) in changes)
            fields[name] = values;
        var lines = fields.SelectMany(field => field.Value.Select(value => $"{field.Key}: {value}\r\n"));
        using var stream = new MemoryStream(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\n{string.Concat(lines)}\r\n"));
        return SecurityFields.Fault(await HttpReplyReader.ReadAsync(stream, CancellationToken.None));
    }
}
