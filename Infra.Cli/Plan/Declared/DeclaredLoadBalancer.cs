namespace Infra.Cli.Plan.Declared;

/// <summary>The load balancer with its two listeners.</summary>
internal sealed record DeclaredLoadBalancer
{
    /// <summary>How long a connection may be silent.</summary>
    public required TimeSpan IdleTimeout { get; init; }

    /// <summary>Whether header fields with invalid names are removed before a request goes to a server.</summary>
    public required bool DropInvalidHeaders { get; init; }

    /// <summary>Whether clients may speak HTTP/2.</summary>
    public required bool Http2 { get; init; }

    /// <summary>The listener for plain HTTP; none if the stack has none.</summary>
    public required DeclaredListener? Http { get; init; }

    /// <summary>The listener for HTTPS.</summary>
    public required DeclaredListener Https { get; init; }
}

/// <summary>A listener.</summary>
internal sealed record DeclaredListener
{
    /// <summary>The port that the stack declares; a rehearsal listens on a free one instead.</summary>
    public required int Port { get; init; }

    /// <summary>Where it redirects to; none when it forwards to the target group.</summary>
    public required DeclaredRedirect? Redirect { get; init; }

    /// <summary>The security policy, e.g. <c>ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09</c>; none for plain HTTP.</summary>
    public required string? TlsPolicy { get; init; }

    /// <summary>The certificate; none for plain HTTP.</summary>
    public required DeclaredCertificate? Certificate { get; init; }

    /// <summary>Header fields that it puts on every answer in place of the server's, by name.</summary>
    public required IReadOnlyDictionary<string, string> ResponseHeaders { get; init; }

    /// <summary>Whether it names itself in the header field <c>Server</c>.</summary>
    public required bool NamesItself { get; init; }
}

/// <summary>A redirect, with AWS's placeholders such as <c>#{host}</c>.</summary>
internal sealed record DeclaredRedirect(int StatusCode, string Protocol, string Port, string Host, string Path, string Query);

/// <summary>A certificate.</summary>
/// <param name="Names">The names it is for; wildcards included.</param>
/// <param name="Validity">How long it is valid.</param>
/// <param name="IsSelfSigned">Whether the stack makes it itself; otherwise ACM or somebody else issues it.</param>
internal sealed record DeclaredCertificate(IReadOnlyList<string> Names, TimeSpan Validity, bool IsSelfSigned);
