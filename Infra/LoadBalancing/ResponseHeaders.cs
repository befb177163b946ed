namespace Infra.LoadBalancing;

/// <summary>
/// The security headers that the load balancer puts on every answer, whatever the servers say. See
/// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/header-modification.html.
/// </summary>
public static class ResponseHeaders
{
    /// <summary>For a year, browsers that came once ask for HTTPS only. Subdomains are not ours to decide about.</summary>
    public const string StrictTransportSecurity = "max-age=31536000";

    /// <summary>A file is what its content type says; browsers do not guess.</summary>
    public const string XContentTypeOptions = "nosniff";

    /// <summary>No other page may frame the site, which is how clicks are stolen; for browsers older than frame-ancestors.</summary>
    public const string XFrameOptions = "DENY";

    /// <summary>The site consists of its own files only: nothing inline, nothing from elsewhere, no frames around it.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";
}
