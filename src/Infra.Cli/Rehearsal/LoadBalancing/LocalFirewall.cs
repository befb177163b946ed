using Infra.Cli.Live.Load;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Firewall;
using Microsoft.AspNetCore.Http;

namespace Infra.Cli.Rehearsal.LoadBalancing;

/// <summary>
/// The declared firewall before the load balancer on this machine. It lets in who is not the rehearsal's own load: a browser here is one
/// visitor, who has AWS's minutes sixty times as fast.
/// </summary>
/// <param name="rules">Its rate rules.</param>
internal sealed class LocalFirewall(RehearsedFirewall rules)
{
    // Tells the load which 403 is no server's. AWS WAF adds none.
    private const string Mark = "Infra-Blocked";

    private long _blocked;

    /// <summary>Its rate rules.</summary>
    public RehearsedFirewall Rules => rules;

    /// <summary>The requests that it has blocked so far.</summary>
    public long Blocked => Interlocked.Read(ref _blocked);

    /// <summary>Whether an answer is a firewall's and not a server's.</summary>
    public static bool HasBlocked(HttpResponseMessage answer) => answer.Headers.Contains(Mark);

    /// <summary>Whether it keeps a request from the listener.</summary>
    public bool Blocks(HttpRequest request) => rules.Blocking is not null && request.Headers.UserAgent == LoadGenerator.UserAgent;

    /// <summary>Answers a request that it blocks.</summary>
    public Task AnswerAsync(HttpContext context, DeclaredListener listener)
    {
        Interlocked.Increment(ref _blocked);
        context.Response.Headers[Mark] = "rate limit";
        return OwnAnswer.WriteAsync(context, listener, StatusCodes.Status403Forbidden, "The firewall blocks this address.");
    }
}
