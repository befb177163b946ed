using System.Buffers;
using System.Globalization;
using Infra.Cli.Plan.Declared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;

namespace Infra.Cli.Rehearsal.LoadBalancing;

/// <summary>What becomes of a request on its way to a server, and of the answer on its way back.</summary>
internal sealed class ForwardedMessage(DeclaredLoadBalancer loadBalancer, DeclaredListener listener, TimeProvider time) : HttpTransformer
{
    private const string ForwardedFor = "X-Forwarded-For";
    private const string ForwardedProto = "X-Forwarded-Proto";
    private const string ForwardedPort = "X-Forwarded-Port";

    // "Each name consists of alphanumeric characters or hyphens":
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#load-balancer-attributes.
    private static readonly SearchValues<char> ValidInName =
        SearchValues.Create("-ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    private static readonly UriCreationOptions AsItCame = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public override async ValueTask TransformRequestAsync(
        HttpContext httpContext, HttpRequestMessage proxyRequest, string destinationPrefix, CancellationToken cancellationToken)
    {
        var request = httpContext.Request;
        if (loadBalancer.DropInvalidHeaders)
            DropInvalid(request.Headers);
        await base.TransformRequestAsync(httpContext, proxyRequest, destinationPrefix, cancellationToken);

        // The path as it came, not decoded and encoded again.
        if (httpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget is ['/', ..] target)
            proxyRequest.RequestUri = new(destinationPrefix + target, AsItCame);

        // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/x-forwarded-headers.html
        var client = httpContext.Connection.RemoteIpAddress!.ToString();
        Set(proxyRequest, ForwardedFor, request.Headers[ForwardedFor] is { Count: > 0 } before ? $"{before}, {client}" : client);
        Set(proxyRequest, ForwardedProto, request.Scheme);
        Set(proxyRequest, ForwardedPort, httpContext.Connection.LocalPort.ToString(CultureInfo.InvariantCulture));
        Set(proxyRequest, TraceId.HeaderName, TraceId.For(request.Headers[TraceId.HeaderName], time.GetUtcNow()));
    }

    public override async ValueTask<bool> TransformResponseAsync(
        HttpContext httpContext, HttpResponseMessage? proxyResponse, CancellationToken cancellationToken)
    {
        var copied = await base.TransformResponseAsync(httpContext, proxyResponse, cancellationToken);
        if (proxyResponse is not null)
            OwnAnswer.AddDeclaredHeaders(httpContext.Response, listener);
        return copied;
    }

    private static void DropInvalid(IHeaderDictionary headers)
    {
        List<string>? invalid = null;
        foreach (var (name, _) in headers)
        {
            if (name.AsSpan().ContainsAnyExcept(ValidInName))
                (invalid ??= []).Add(name);
        }
        foreach (var name in invalid ?? [])
            headers.Remove(name);
    }

    private static void Set(HttpRequestMessage request, string name, string value)
    {
        request.Headers.Remove(name);
        request.Headers.TryAddWithoutValidation(name, value);
    }
}
