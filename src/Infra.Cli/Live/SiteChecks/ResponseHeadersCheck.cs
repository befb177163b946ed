using System.Globalization;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Headers;
using Infra.Cli.Live.Http;
using Infra.Cli.Shell;
using Infra.LoadBalancing;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>The header fields that every answer is to have: of a stack those that it declares, of any site what means no less.</summary>
internal sealed class ResponseHeadersCheck : ISiteCheck
{
    public Claim Claim { get; } = new(
        null,
        string.Create(
            CultureInfo.InvariantCulture,
            $"answers have HSTS of {TransportSecurity.FewestSeconds} seconds or more, nosniff, a limit to framing, and a content security "
            + $"policy that names where scripts and plug-ins come from; a stack's are as it declares"),
        "that the pages work under that policy, that the hosts it names are safe, or that every answer has them");

    public async Task<Finding> RunAsync(LiveSite site, CancellationToken cancellation)
    {
        Func<HttpReply, string?> wrong = site.Declared is { } declared ? reply => Wrong(reply, declared) : Wrong;
        var fields = site.Declared?.Fields ?? new ResponseHeaders().Fields;
        return await AskedPages.FirstWrongAsync(site, wrong, cancellation) is { } fault
            ? Finding.Fail(fault)
            : Finding.Pass(string.Join(", ", fields.Keys));
    }

    private static string? Wrong(HttpReply reply) =>
        reply.Status is >= 300 and < 400 ? SecurityFields.RedirectFault(reply) : SecurityFields.Fault(reply);

    private static string? Wrong(HttpReply reply, DeclaredAnswers declared) =>
        declared.Fields.Select(field => Wrong(field.Key, field.Value, reply.Header(field.Key)))
            .Concat(declared.HiddenFields.Select(name => Shown(name, reply.Header(name))))
            .FirstOrDefault(wrong => wrong is not null);

    private static string? Wrong(string name, string declared, string? value) =>
        value is null ? $"{name} is missing"
        : value != declared ? $"{name} is {LegibleText.Of(value)}, not {declared}"
        : null;

    private static string? Shown(string name, string? value) =>
        value is null ? null : $"{name} is {LegibleText.Of(value)}, and declared to be hidden";
}
