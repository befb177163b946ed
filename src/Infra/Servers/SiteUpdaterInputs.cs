namespace Infra.Servers;

/// <summary>What the program needs that takes the newest version of the site. Each is quoted for a shell.</summary>
/// <param name="Region">The region, which is also the bucket's.</param>
/// <param name="Bucket">The bucket that holds the site.</param>
/// <param name="Key">The key of the packed site.</param>
/// <param name="HealthCheckPath">The path that must answer once it is served.</param>
public sealed record SiteUpdaterInputs(string Region, string Bucket, string Key, string HealthCheckPath)
{
    /// <summary>Whether a site without a start page serves nobody: no application answers in its place.</summary>
    public required bool NeedsStartPage { get; init; }
}
