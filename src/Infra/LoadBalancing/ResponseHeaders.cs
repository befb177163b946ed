namespace Infra.LoadBalancing;

/// <summary>
/// The header fields that the load balancer puts on every answer over HTTPS, in place of those that a server gives. See
/// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/header-modification.html.
/// </summary>
public sealed record ResponseHeaders
{
    /// <summary>The characters, besides ASCII letters and digits, that a load balancer takes in a value.</summary>
    public const string SpecialCharacters = @"_ :;.,\/'?!(){}[]@<>=-+*#&`|~^%";

    /// <summary>The longest value that a load balancer takes, in bytes.</summary>
    public const int LongestValue = 1024;

    /// <summary>A year, and the subdomains are not ours to decide about.</summary>
    public const string TransportSecurityForAYear = "max-age=31536000";

    /// <summary>A file is what its content type says; browsers do not guess.</summary>
    public const string XContentTypeOptions = "nosniff";

    /// <summary>
    /// For how long browsers that came once ask for HTTPS only: <see cref="TransportSecurityForAYear"/> by default. See
    /// https://www.rfc-editor.org/rfc/rfc6797#section-6.1.
    /// </summary>
    public string StrictTransportSecurity { get; init; } = TransportSecurityForAYear;

    /// <summary>
    /// What pages may load and be framed by: <see cref="LoadBalancing.ContentSecurityPolicy.Strict"/> by default. Null: the servers say so
    /// themselves.
    /// </summary>
    public string? ContentSecurityPolicy { get; init; } = LoadBalancing.ContentSecurityPolicy.Strict;

    /// <summary>By their names.</summary>
    public IReadOnlyDictionary<string, string> Fields
    {
        get
        {
            Dictionary<string, string> fields = new()
            {
                ["Strict-Transport-Security"] = StrictTransportSecurity,
                ["X-Content-Type-Options"] = XContentTypeOptions,
            };
            if (XFrameOptions is { } framing)
                fields["X-Frame-Options"] = framing;
            if (ContentSecurityPolicy is { } policy)
                fields["Content-Security-Policy"] = policy;
            return fields;
        }
    }

    /// <summary>
    /// Whether other pages may frame the site, which is how clicks are stolen; for browsers older than frame-ancestors. Null: the servers
    /// say so themselves, as they do of the rest of the policy.
    /// </summary>
    internal string? XFrameOptions =>
        ContentSecurityPolicy is { } policy ? LoadBalancing.ContentSecurityPolicy.Of(policy).XFrameOptions : null;
}
