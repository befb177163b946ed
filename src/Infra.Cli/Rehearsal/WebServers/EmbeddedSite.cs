using System.Net;
using System.Security.Authentication;
using Infra.Cli.Rehearsal.Hosting;
using Infra.Site;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.FileProviders.Physical;

namespace Infra.Cli.Rehearsal.WebServers;

/// <summary>Answers as the nginx of the user data does: the site, the health check, the page for what is not there.</summary>
internal sealed class EmbeddedSite : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly CancellationTokenSource _hung = new();

    public EmbeddedSite(string folder, SitePages pages, string healthCheckPath, int port, bool isHttps, bool fails)
    {
        var builder = BareHost.CreateBuilder();
        EmbeddedCompression.AddTo(builder.Services);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port, listen =>
            {
                // The user data does not turn HTTP/2 on, and a load balancer asks servers by HTTP/1.1.
                listen.Protocols = HttpProtocols.Http1;
                if (isHttps)
                    listen.UseHttps(ServerCertificate.Create(), https => https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13);
            });
        });
        _application = builder.Build();
        _application.Use(HangAsync);
        // The redirect to a folder's path names the load balancer's scheme, not this server's.
        _application.UseForwardedHeaders(new() { ForwardedHeaders = ForwardedHeaders.XForwardedProto });
        _application.Use(CacheAsync);
        _application.Use((context, next) =>
            context.Request.Path.Value == healthCheckPath || IsHealthCheck(context.Request) ? HealthAsync(context) : next(context));
        if (fails)
            _application.Run(FailAsync);
        _application.UseStatusCodePagesWithReExecute($"/{SiteFolder.NotFoundPage}");
        _application.UseResponseCompression();
        var files = new EmbeddedFiles(new PhysicalFileProvider(folder, ExclusionFilters.None), pages);
        _application.Use(files.ChooseAsync);
        _application.UseFileServer(files.Options);
    }

    /// <summary>Returns when it takes connections.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public Task StartAsync(CancellationToken cancellation) => _application.StartAsync(cancellation);

    /// <summary>Leaves every request without an answer from now on.</summary>
    public void Hang() => _hung.Cancel();

    /// <summary>Stops at once, whatever it was answering.</summary>
    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync(new CancellationToken(canceled: true));
        await _application.DisposeAsync();
        _hung.Dispose();
    }

    // At whatever path: NginxConfiguration says why.
    private static bool IsHealthCheck(HttpRequest request) =>
        !request.Headers.ContainsKey(ForwardedHeadersDefaults.XForwardedForHeaderName)
        && request.Headers.UserAgent.ToString().StartsWith("ELB-HealthChecker/", StringComparison.Ordinal);

    private static Task HealthAsync(HttpContext context)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("ok\n");
    }

    private static Task FailAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return Task.CompletedTask;
    }

    private static Task CacheAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            if (context.Response.StatusCode != StatusCodes.Status404NotFound)
                context.Response.Headers.CacheControl = SiteCaching.Of(context.Request.Path.Value!);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private Task HangAsync(HttpContext context, RequestDelegate next) =>
        _hung.IsCancellationRequested ? Task.Delay(Timeout.Infinite, context.RequestAborted) : next(context);
}
