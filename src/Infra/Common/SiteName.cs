namespace Infra.Common;

/// <summary>A name that the site has of its own.</summary>
/// <param name="DomainName">The name, in lower case and without a dot at its end.</param>
/// <param name="HostedZoneId">The public Route 53 zone that holds it, where its records go.</param>
public sealed record SiteName(string DomainName, string HostedZoneId);
