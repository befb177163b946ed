using Microsoft.AspNetCore.Http;

namespace Infra.Cli.Rehearsal.Page;

/// <summary>
/// Keeps other web sites that the user has open from the page. A loopback address does not: any site may send requests to it.
/// </summary>
internal static class PageGuard
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>The middleware.</summary>
    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // The address is a secret, and the page has links to the rehearsed site.
        context.Response.Headers["Referrer-Policy"] = "same-origin";
        // The next rehearsal may have the same port and another page.
        context.Response.Headers.CacheControl = "no-store";

        if (IsForThisServer(context) && (HttpMethods.IsGet(context.Request.Method) || IsFromThisPage(context.Request)))
            await next(context);
        else
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    // A name that somebody points at 127.0.0.1 makes their page one of the same origin: https://en.wikipedia.org/wiki/DNS_rebinding.
    private static bool IsForThisServer(HttpContext context) =>
        context.Request.Host is { Host: "127.0.0.1" or "localhost" } host && (host.Port ?? 80) == context.Connection.LocalPort;

    // Browsers send Origin with every POST, and no script can change it:
    // https://developer.mozilla.org/docs/Glossary/Forbidden_request_header.
    private static bool IsFromThisPage(HttpRequest request) =>
        request.Headers.Origin == $"{request.Scheme}://{request.Host}"
        && request.Headers["Sec-Fetch-Site"].FirstOrDefault() is null or "same-origin";
}
