using System.Security.Authentication;

namespace Infra.Cli.Rehearsal.Script;

/// <summary>Asks the load balancer and the servers what no log tells.</summary>
internal interface IFrontProbe
{
    /// <summary>The port that a redirect to HTTPS must name.</summary>
    int HttpsPort { get; }

    /// <summary>Asks the HTTP listener, and follows nothing.</summary>
    /// <param name="method">The method.</param>
    /// <param name="host">The host without a port, as a visitor would write it.</param>
    /// <param name="pathAndQuery">The path and the query.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Its answer; none when there is no such listener.</returns>
    Task<RedirectAnswer?> AskHttpAsync(HttpMethod method, string host, string pathAndQuery, CancellationToken cancellation);

    /// <summary>Whether the HTTPS listener goes on with a client that speaks nothing newer than TLS 1.1.</summary>
    Task<bool> AcceptsTls11Async(CancellationToken cancellation);

    /// <summary>Whether the HTTPS listener accepts a client that speaks this one version of TLS, 1.2 or 1.3.</summary>
    Task<bool> AcceptsAsync(SslProtocols protocol, CancellationToken cancellation);

    /// <summary>Whether a server speaks TLS.</summary>
    Task<bool> SpeaksTlsAsync(Uri server, CancellationToken cancellation);
}

/// <summary>What the HTTP listener answers.</summary>
internal sealed record RedirectAnswer(int StatusCode, string? Location);
