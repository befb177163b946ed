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

    // By what they mean: first what protects all of a visit, and of a policy what it says of frames.
    [Test]
    public async Task Fault_OfSeveral_IsTheFirst()
    {
        var wrong = new (string Name, string[] Values)[]
        {
            (Hsts, []), (Sniffing, []), (Policy, []), (Policy, ["img-src *"]), (Policy, [$"{Scripts}; script-src *; object-src *"]),
            (Framing, []),
        };
        var faults = new List<string?>();
        foreach (var fields in new[] { wrong[..3], wrong[1..3], [wrong[2], wrong[5]], [wrong[3], wrong[5]], [wrong[3]], [wrong[4]] })
            faults.Add(await FaultAsync(fields));

        Assert.That(faults, Is.EqualTo(new[]
        {
            $"{Hsts} is missing",
            $"{Sniffing} is missing",
            $"{Policy} is missing",
            $"{Framing} is missing, and {Policy} has no frame-ancestors",
            $"{Policy} has no script-src or default-src",
            $"{Policy} has * in script-src",
        }));
    }

    [Test]
    public async Task Redirect_IsJudgedByTransportSecurityAlone()
    {
        var none = await ReplyAsync([]);
        var year = await ReplyAsync([new(Hsts, ["max-age=31536000"])]);

        Assert.That(SecurityFields.RedirectFault(none), Is.EqualTo($"{Hsts} is missing"));
        Assert.That(SecurityFields.RedirectFault(year), Is.Null);
    }

    [TestCase("nosniff", null)]
    [TestCase("NoSniff", null)]
    [TestCase("nosniff, nosniff", null)]
    [TestCase("nosniff, none", null)]
    [TestCase("none", "X-Content-Type-Options is none, not nosniff")]
    [TestCase("none, nosniff", "X-Content-Type-Options is none, nosniff, not nosniff")]
    [PlainCase("\"nosniff\"", "X-Content-Type-Options is \"nosniff\", not nosniff")]
    public async Task Sniffing_IsRefused_ByOneWord(string value, string? fault) =>
        Assert.That(await FaultAsync(Sniffing, value), Is.EqualTo(fault));

    [TestCase("DENY", Scripts)]
    [TestCase("sameorigin", Scripts)]
    [TestCase("DENY, DENY", Scripts)]
    [TestCase("DENY, SAMEORIGIN", Scripts)]
    [TestCase("DENY, none", Scripts)]
    [TestCase("none, SAMEORIGIN", Scripts)]
    [TestCase("ALLOWALL, none", Scripts)]
    [TestCase("", $"{Scripts}; frame-ancestors 'self' https://partner.example")]
    [TestCase("", $"{Scripts}; frame-ancestors")]
    [TestCase("", $"{Scripts}; frame-ancestors *, frame-ancestors 'self'")]
    [TestCase("", $"{Scripts}; frame-ancestors 'self', frame-ancestors *")]
    [TestCase("ALLOWALL", $"{Scripts}; FRAME-ANCESTORS 'none'")]
    public async Task Framing_WithALimit_IsGood(string framing, string policy) =>
        Assert.That(await FramingFaultAsync(framing, policy), Is.Null);

    [TestCase("", Scripts, $"{Framing} is missing, and {Policy} has no frame-ancestors")]
    [TestCase("ALLOWALL", Scripts, $"{Framing} is allowall, not DENY or SAMEORIGIN")]
    [TestCase("ALLOWALL, ALLOWALL", Scripts, $"{Framing} is allowall, allowall, not DENY or SAMEORIGIN")]
    [TestCase("none, never", Scripts, $"{Framing} is none, never, not DENY or SAMEORIGIN")]
    [TestCase("ALLOW-FROM https://a.example", Scripts, $"{Framing} is allow-from https://a.example, not DENY or SAMEORIGIN")]
    [TestCase("DENY", $"{Scripts}; frame-ancestors *", $"{Policy} has * in frame-ancestors")]
    [TestCase("DENY", $"{Scripts}; frame-ancestors 'self' https:", $"{Policy} has 'self' https: in frame-ancestors")]
    [TestCase("DENY", $"{Scripts}; frame-ancestors *, frame-ancestors https:", $"{Policy} has * in frame-ancestors")]
    public async Task Framing_WithoutALimit_IsAFault(string framing, string policy, string fault) =>
        Assert.That(await FramingFaultAsync(framing, policy), Is.EqualTo(fault));

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

    private static Task<string?> FramingFaultAsync(string framing, string policy) =>
        FaultAsync((Framing, framing.Length == 0 ? [] : [framing]), (Policy, [policy]));

    private static Task<string?> FaultAsync(string name, params string[] values) => FaultAsync((name, values));

    // A stack's fields, but for these.
    private static async Task<string?> FaultAsync(params (string Name, string[] Values)[] changes)
    {
        var fields = new ResponseHeaders().Fields.ToDictionary(field => field.Key, field => new[] { field.Value });
        foreach (var (name, values) in changes)
            fields[name] = values;
        return SecurityFields.Fault(await ReplyAsync(fields));
    }

    private static async Task<HttpReply> ReplyAsync(IEnumerable<KeyValuePair<string, string[]>> fields)
    {
        var lines = fields.SelectMany(field => field.Value.Select(value => $"{field.Key}: {value}\r\n"));
        using var stream = new MemoryStream(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\n{string.Concat(lines)}\r\n"));
        return await HttpReplyReader.ReadAsync(stream, CancellationToken.None);
    }
}
