using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Processes;
using Infra.Cli.Shell;

namespace Infra.Cli.Rehearsal.WebServers;

/// <summary>The same site from this program, in a process of its own: for machines without nginx.</summary>
internal sealed class EmbeddedServer(DeclaredServer server, bool isHttps, int port, bool fails = false) : IWebServer
{
    private ChildProcess? _process;

    public Uri Address { get; } = new($"{(isHttps ? "https" : "http")}://127.0.0.1:{port}");

    public async Task StartAsync(CancellationToken cancellation)
    {
        // Behind an application it only ever fails, and serves no file of the folder.
        var folder = server.SiteSource ?? server.Application!.Source;
        _process = OwnProgram.Start(ServeSiteCommand.Arguments(folder, server.Pages, server.HealthCheckPath, port, isHttps, fails));
        if (await _process.Output.ReadLineAsync(cancellation) != ServeSiteCommand.Ready)
            throw new InvalidUsageException($"the embedded server does not start:\n{await _process.Ended.WaitAsync(cancellation)}");
    }

    public void Break() => _process?.Tell(ServeSiteCommand.Break);

    public void Hang() => _process?.Tell(ServeSiteCommand.Hang);

    public ValueTask DisposeAsync() => _process?.DisposeAsync() ?? ValueTask.CompletedTask;
}
