using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Infra.Cli.Tests.Rehearsal.LoadBalancing;

/// <summary>A web server in this process that answers as it is told.</summary>
internal sealed class FakeServer : IAsyncDisposable
{
    private readonly WebApplication _server;

    private FakeServer(WebApplication server) => _server = server;

    public Uri Address => new(_server.Urls.Single());

    public static Task<FakeServer> AnsweringAsync(string text) => StartAsync(context => context.Response.WriteAsync(text));

    public static async Task<FakeServer> StartAsync(RequestDelegate answer, bool https = false)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.Zero);
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (https)
                listen.UseHttps(ExpiredCertificate());
        }));
        var server = builder.Build();
        server.Run(answer);
        await server.StartAsync();
        return new(server);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync().InTimeAsync();
        await _server.DisposeAsync().AsTask().InTimeAsync();
    }

    private static X509Certificate2 ExpiredCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=server", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-2), now.AddDays(-1));
    }
}
