using System.Runtime.Versioning;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Content;
using Infra.Cli.Shell;

namespace Infra.Cli.Rehearsal.WebServers;

/// <summary>Makes the web servers of a group: nginx where there is one, otherwise the embedded server.</summary>
internal sealed class WebServerFactory
{
    private readonly Func<int, IWebServer> _create;
    private readonly Func<int, IWebServer> _createFailing;

    private WebServerFactory(string description, Func<int, IWebServer> create, Func<int, IWebServer> createFailing) =>
        (Description, _create, _createFailing) = (description, create, createFailing);

    private FreePorts Ports { get; init; } = new();

    /// <summary>Which web server it is and why, to be shown: e.g. <c>nginx 1.28.0 (/usr/sbin/nginx)</c>.</summary>
    public string Description { get; }

    /// <summary>The application behind it; none where the site is all.</summary>
    public LocalApplication? Application { get; private init; }

    /// <summary>Decides which web server it is.</summary>
    /// <param name="server">What the user data makes of a server.</param>
    /// <param name="targetGroup">Says whether servers talk HTTPS.</param>
    /// <param name="preferNginx">Whether to take nginx if it is installed.</param>
    /// <param name="options">What is different of the application here.</param>
    /// <param name="bucket">Where nginx takes the site from while it runs; none where it has it from the start.</param>
    /// <exception cref="InvalidUsageException">nginx is installed and not usable, or the application can't run here.</exception>
    public static WebServerFactory Create(
        DeclaredServer server,
        DeclaredTargetGroup targetGroup,
        bool preferNginx,
        ApplicationOptions? options = null,
        PlayedBucket? bucket = null)
    {
        if (server.Application is { } application)
            return WithApplication(application, options ?? ApplicationOptions.None, server, targetGroup, preferNginx, bucket);

        if (options is { Command: not null } or { Secrets.Count: > 0 })
        {
            throw new InvalidUsageException(
                $"{RehearseOptions.CommandOption} and {RehearseOptions.SecretOption} are for an application, and the stack has none: "
                + "leave them out, or set applicationDirectory");
        }

        if (!preferNginx)
            return new("the embedded server", Embedded, Failing);

        // What watches over an nginx is a shell script.
        if (OperatingSystem.IsWindows())
            return new("the embedded server, since nginx is not used on Windows", Embedded, Failing);

        return NginxProgram.Find(Environment.GetEnvironmentVariable("PATH")) is { } nginx
            ? WithNginx(nginx, server, targetGroup.IsHttps, bucket, Failing)
            : new("the embedded server, since nginx is not on the PATH", Embedded, Failing);

        IWebServer Embedded(int port) => new EmbeddedServer(server, targetGroup.IsHttps, port);
        IWebServer Failing(int port) => new EmbeddedServer(server, targetGroup.IsHttps, port, fails: true);
    }

    /// <summary>Another server, not yet started. Not thread-safe.</summary>
    public IWebServer New() => _create(Ports.Take());

    /// <summary>
    /// Another one, that passes its checks and answers everybody else with an error: always the embedded server, since the user data
    /// declares no such nginx. Not thread-safe.
    /// </summary>
    public IWebServer NewFailing() => _createFailing(Ports.Take());

    private static WebServerFactory WithApplication(
        DeclaredApplication application,
        ApplicationOptions options,
        DeclaredServer server,
        DeclaredTargetGroup targetGroup,
        bool preferNginx,
        PlayedBucket? bucket)
    {
        const string Needed = "an application is rehearsed behind nginx, with the configuration of the launch template";
        if (OperatingSystem.IsWindows())
            throw new InvalidUsageException($"{Needed}, which is not used on Windows: rehearse it in WSL or on Linux, or add --fast");
        if (!preferNginx)
            throw new InvalidUsageException($"{Needed}, and embedded servers serve files alone: leave --embedded out");

        var local = LocalApplication.Of(application, options, Environment.GetEnvironmentVariable);
        var nginx = NginxProgram.Find(Environment.GetEnvironmentVariable("PATH"))
            ?? throw new InvalidUsageException($"{Needed}, which is not on the PATH: install nginx, or add --fast");
        return WithApplication(nginx, local, server, targetGroup, bucket);
    }

    [UnsupportedOSPlatform("windows")]
    private static WebServerFactory WithApplication(
        NginxProgram nginx,
        LocalApplication application,
        DeclaredServer server,
        DeclaredTargetGroup targetGroup,
        PlayedBucket? bucket)
    {
        var ports = new FreePorts();
        return new(
            $"{nginx} in front of {application.Description}",
            Create,
            port => new EmbeddedServer(server, targetGroup.IsHttps, port, fails: true))
        {
            Application = application,
            Ports = ports,
        };

        IWebServer Create(int port)
        {
            var applicationPort = ports.Take();
            return new ApplicationServer(
                new(nginx, server, targetGroup.IsHttps, port, applicationPort, bucket),
                new(application, applicationPort),
                targetGroup.HealthCheck,
                application.Patience);
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static WebServerFactory WithNginx(
        NginxProgram nginx, DeclaredServer server, bool isHttps, PlayedBucket? bucket, Func<int, IWebServer> createFailing) =>
        new(nginx.ToString(), port => new NginxServer(nginx, server, isHttps, port, bucket: bucket), createFailing);
}
