using Infra.Cli.Live;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Tests.Rehearsal.LoadBalancing;
using Microsoft.AspNetCore.Http;

namespace Infra.Cli.Tests.Live.Verify;

/// <summary>The rehearsed load balancer of dev, but for what a test changes, before one server; and how to verify it.</summary>
internal sealed class VerifiedSite : IAsyncDisposable
{
    private readonly Rig _rig;
    private readonly FakeServer _server;

    private VerifiedSite(Rig rig, FakeServer server)
    {
        (_rig, _server) = (rig, server);
        Site = new(rig.LoadBalancer.HttpsUrl) { HttpPort = rig.LoadBalancer.HttpUrl?.Port, Trusted = [rig.LoadBalancer.Certificate] };
    }

    public LiveSite Site { get; }

    public string CertificatePem => _rig.LoadBalancer.Certificate.ExportCertificatePem();

    public static async Task<VerifiedSite> StartAsync(
        Func<RehearsedStack, RehearsedStack>? change = null, Func<HttpRequest, int>? status = null)
    {
        var server = await FakeServer.StartAsync(context =>
        {
            context.Response.StatusCode = status?.Invoke(context.Request) ?? StatusOf(context.Request);
            return context.Response.StatusCode == StatusCodes.Status200OK ? context.Response.WriteAsync("ok") : Task.CompletedTask;
        });
        var rig = await Rig.StartAsync(change);
        await rig.RegisterAsync(server.Address);
        return new(rig, server);
    }

    public async ValueTask DisposeAsync()
    {
        await _rig.DisposeAsync();
        await _server.DisposeAsync();
    }

    private static int StatusOf(HttpRequest request) =>
        request.Method != "GET" ? 405
        : request.Path.Value is "/" or LiveSite.DefaultHealthPath ? 200
        : 404;
}
