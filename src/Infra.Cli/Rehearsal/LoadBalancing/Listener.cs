using System.Diagnostics;
using System.Net;
using Infra.Cli.Plan.Declared;
using Microsoft.AspNetCore.Http;
using Yarp.ReverseProxy.Forwarder;

namespace Infra.Cli.Rehearsal.LoadBalancing;

/// <summary>Answers the requests that come to one listener.</summary>
internal sealed class Listener(
    DeclaredLoadBalancer loadBalancer,
    DeclaredListener listener,
    Targets targets,
    TrafficMeter meter,
    IHttpForwarder forwarder,
    TimeProvider time)
{
    private readonly RedirectLocation? _redirect = listener.Redirect is { } redirect ? new(redirect, listener, loadBalancer.Https) : null;
    private readonly ForwardedMessage _message = new(loadBalancer, listener, time);
    private readonly ForwarderRequestConfig _forwarding = new()
    {
        ActivityTimeout = MachineTime.Of(loadBalancer.IdleTimeout, time),
        Version = HttpVersion.Version11,
        VersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    /// <summary>Answers one.</summary>
    /// <param name="context">The request.</param>
    /// <param name="localHttpsPort">The port here that stands for the declared HTTPS port.</param>
    public async Task AnswerAsync(HttpContext context, int localHttpsPort)
    {
        var startedAt = Stopwatch.GetTimestamp();
        var isOwnError = true;
        if (HttpMethods.IsTrace(context.Request.Method))
        {
            await AnswerAsync(context, StatusCodes.Status405MethodNotAllowed, "The load balancer does not take the method TRACE.");
        }
        else if (_redirect is null)
        {
            isOwnError = await ForwardAsync(context);
        }
        else
        {
            context.Response.Headers.Location = _redirect.For(context.Request, localHttpsPort);
            await AnswerAsync(context, listener.Redirect!.StatusCode, "The page is at another address.");
            isOwnError = false;
        }

        meter.Count(context.Response.StatusCode, isOwnError, startedAt);
    }

    // Returns whether the answer is an error of the load balancer. Which error is which:
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html#load-balancer-http-error-codes
    private async Task<bool> ForwardAsync(HttpContext context)
    {
        if (targets.Next() is not { } target)
        {
            await AnswerAsync(context, StatusCodes.Status503ServiceUnavailable, "No server is registered with the target group.");
            return true;
        }

        target.CountRequest();
        var error = await forwarder.SendAsync(context, target.Prefix, target.Connections, _forwarding, _message, target.Removed);
        if (error == ForwarderError.None)
            return false;
        if (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
            await AnswerFailureAsync(context);
        return true;
    }

    private Task AnswerFailureAsync(HttpContext context)
    {
        var failure = context.GetForwarderErrorFeature()?.Exception;
        var isTimeout = context.Response.StatusCode == StatusCodes.Status504GatewayTimeout || failure?.InnerException is TimeoutException;
        var (status, words) = context.Response.StatusCode switch
        {
            _ when isTimeout => (StatusCodes.Status504GatewayTimeout, "The server did not answer in time."),
            >= 400 and < 500 and var clientError => (clientError, "The request could not be read."),
            _ => (StatusCodes.Status502BadGateway, "The server refused or broke the connection, or its answer is not HTTP."),
        };
        return AnswerAsync(context, status, words);
    }

    private Task AnswerAsync(HttpContext context, int status, string words) => OwnAnswer.WriteAsync(context, listener, status, words);
}
