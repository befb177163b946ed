using Infra.Site;

namespace Infra.Cli.Plan.Declared;

/// <summary>What the launch template's user data makes of a new server.</summary>
internal sealed record DeclaredServer
{
    /// <summary>The nginx configuration that the script writes.</summary>
    public required string NginxConfiguration { get; init; }

    /// <summary>The port at which the load balancer asks it.</summary>
    public required int Port { get; init; }

    /// <summary>The folder on the server that the site goes to; none without a site.</summary>
    public string? SiteFolder { get; init; }

    /// <summary>The folder on this machine that holds the site; absolute. None without a site.</summary>
    public string? SiteSource { get; init; }

    /// <summary>The program by which the server takes the newest site while it runs; none where it boots with one and keeps it.</summary>
    public string? SiteUpdater { get; init; }

    /// <summary>Which file answers a path.</summary>
    public SitePages Pages { get; init; } = new();

    /// <summary>The application behind nginx; none where the site is all.</summary>
    public DeclaredApplication? Application { get; init; }

    /// <summary>The path that the web server answers by itself, or the application behind it.</summary>
    public required string HealthCheckPath { get; init; }
}
