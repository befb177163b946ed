using System.Globalization;
using Infra.Cli.Plan.Declared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Infra.Cli.Rehearsal.LoadBalancing;

/// <summary>
/// Where a redirect sends a request. See
/// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html#redirect-actions.
/// </summary>
internal sealed class RedirectLocation(DeclaredRedirect redirect, DeclaredListener listener, DeclaredListener https)
{
    /// <summary>The URL; path and query are the request's, byte for byte, where the redirect keeps them.</summary>
    /// <param name="request">The request.</param>
    /// <param name="localHttpsPort">The port here that stands for the declared HTTPS port.</param>
    public string For(HttpRequest request, int localHttpsPort)
    {
        var (path, query) = Split(request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        string Filled(string template) => template
            .Replace("#{protocol}", request.Scheme, StringComparison.Ordinal)
            .Replace("#{host}", request.Host.Host, StringComparison.Ordinal)
            .Replace("#{port}", listener.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("#{path}", path, StringComparison.Ordinal)
            .Replace("#{query}", query, StringComparison.Ordinal);

        var port = Filled(redirect.Port);
        if (port == https.Port.ToString(CultureInfo.InvariantCulture))
            port = localHttpsPort.ToString(CultureInfo.InvariantCulture);
        var url = $"{Filled(redirect.Protocol).ToLowerInvariant()}://{Filled(redirect.Host)}:{port}{Filled(redirect.Path)}";
        return Filled(redirect.Query) is { Length: > 0 } filled ? $"{url}?{filled}" : url;
    }

    private static (string Path, string Query) Split(string rawTarget) =>
        rawTarget.Split('?', 2) is [var before, var query] ? (PathOf(before), query) : (PathOf(rawTarget), "");

    // #{path} has no slash in front: the declared path brings it. A target may be a whole URL, or the * of OPTIONS, which has no path:
    // https://www.rfc-editor.org/rfc/rfc9112#section-3.2.
    private static string PathOf(string target) => target switch
    {
        ['/', .. var path] => path,
        _ => target.Split('/', 4) is [_, _, _, var path] ? path : "",
    };
}
