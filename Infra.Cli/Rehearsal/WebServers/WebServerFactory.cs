using System.Runtime.Versioning;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Shell;

namespace Infra.Cli.Rehearsal.WebServers;

/// <summary>Makes the web servers of a group: nginx where there is one, otherwise the embedded server.</summary>
internal sealed class WebServerFactory
{
    private readonly Func<int, IWebServer> _create;
    private readonly Func<int, IWebServer> _createFailing;
    private readonly FreePorts _ports = new();

    private WebServerFactory(string description, Func<int, IWebServer> create, Func<int, IWebServer> createFailing) =>
        (Description, _create, _createFailing) = (description, create, createFailing);

    /// <summary>Which web server it is and why, to be shown: e.g. <c>nginx 1.28.0 (/usr/sbin/nginx)</c>.</summary>
    public string Description { get; }

    /// <summary>Decides which web server it is.</summary>
    /// <param name="server">What the user data makes of a server.</param>
    /// <param name="targetGroup">Says whether servers talk HTTPS.</param>
    /// <param name="preferNginx">Whether to take nginx if it is installed.</param>
    /// <exception cref="InvalidUsageException">nginx is installed and not usable.</exception>
    public static WebServerFactory Create(DeclaredServer server, DeclaredTargetGroup targetGroup, bool preferNginx)
    {
        if (!preferNginx)
            return new("the embedded server", Embedded, Failing);

        // What watches over an nginx is a shell script.
        if (OperatingSystem.IsWindows())
            return new("the embedded server, since nginx is not used on Windows", Embedded, Failing);

        return NginxProgram.Find(Environment.GetEnvironmentVariable("PATH")) is { } nginx
            ? WithNginx(nginx, server, targetGroup.IsHttps, Failing)
            : new("the embedded server, since nginx is not on the PATH", Embedded, Failing);

        IWebServer Embedded(int port) => new EmbeddedServer(server, targetGroup.IsHttps, port);
        IWebServer Failing(int port) => new EmbeddedServer(server, targetGroup.IsHttps, port, fails: true);
    }

    /// <summary>Another server, not yet started. Not thread-safe.</summary>
    public IWebServer New() => _create(_ports.Take());

    /// <summary>
    /// Another one, that passes its checks and answers everybody else with an error: always the embedded server, since the user data
    /// declares no such nginx. Not thread-safe.
    /// </summary>
    public IWebServer NewFailing() => _createFailing(_ports.Take());

    [UnsupportedOSPlatform("windows")]
    private static WebServerFactory WithNginx(
        NginxProgram nginx, DeclaredServer server, bool isHttps, Func<int, IWebServer> createFailing) =>
        new(nginx.ToString(), port => new NginxServer(nginx, server, isHttps, port), createFailing);
}
