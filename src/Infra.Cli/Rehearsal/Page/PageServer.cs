using System.Net;
using System.Net.Sockets;
using System.Text.Json.Serialization;
using Infra.Cli.Rehearsal.Hosting;
using Infra.Cli.Rehearsal.Stack;
using Infra.Cli.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace Infra.Cli.Rehearsal.Page;

/// <summary>Serves the page of a rehearsal on the loopback address.</summary>
internal sealed class PageServer : IAsyncDisposable
{
    // What a reader gets to take its last event before its connection is cut.
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromMilliseconds(500);

    private readonly WebApplication _app;
    private readonly PageHistory _history;
    private Task _watching = Task.CompletedTask;
    private readonly PageToken _token = new();

    private PageServer(IRunningStack stack, PageInfo info, int port)
    {
        _history = new(stack, info);
        _app = Build(stack, info, port);
    }

    /// <summary>Where the page is; who has this address has its buttons.</summary>
    public Uri Url => new(new(_app.Urls.Single()), _token.Path);

    /// <summary>Starts it.</summary>
    /// <param name="stack">What it shows and controls. Stop the server first.</param>
    /// <param name="info">What else it shows.</param>
    /// <param name="port">The port; 0 for any free one.</param>
    /// <param name="cancellation">Ends the start.</param>
    /// <exception cref="InvalidUsageException">The port is in use, or not for this user.</exception>
    public static async Task<PageServer> StartAsync(IRunningStack stack, PageInfo info, int port, CancellationToken cancellation)
    {
        var server = new PageServer(stack, info, port);
        try
        {
            await server._app.StartAsync(cancellation);
            server._watching = server._history.WatchAsync(server._app.Lifetime.ApplicationStopping);
            return server;
        }
        catch (Exception fault)
        {
            await server.DisposeAsync();
            if (fault is IOException or SocketException)
            {
                throw new InvalidUsageException(
                    $"the page's port must be free and open to this user, got {port}; with 0, any free one is taken");
            }

            throw;
        }
    }

    /// <summary>Ends every open stream and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _watching;
        await _app.DisposeAsync();
    }

    private WebApplication Build(IRunningStack stack, PageInfo info, int port)
    {
        var builder = BareHost.CreateBuilder();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddRouting();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = ShutdownTimeout);
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));

        var app = builder.Build();
        app.Use(PageGuard.InvokeAsync);
        app.Use(_token.InvokeAsync);
        // After the token, or paths would be matched before it is off them.
        app.UseRouting();
        app.UseFileServer(new FileServerOptions { FileProvider = Files() });
        new PageControls(stack, info).Map(app);
        new PagePlot(stack, info).Map(app);
        var events = new PageEvents(stack, info, _history, app.Lifetime.ApplicationStopping);
        app.MapGet("/events", (CancellationToken gone) => TypedResults.ServerSentEvents(events.ReadAsync(gone)));
        return app;
    }

    private static EmbeddedFileProvider Files() => new(typeof(PageServer).Assembly, $"{typeof(PageServer).Namespace}.wwwroot");
}
