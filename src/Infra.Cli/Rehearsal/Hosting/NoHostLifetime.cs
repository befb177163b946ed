using Microsoft.Extensions.Hosting;

namespace Infra.Cli.Rehearsal.Hosting;

/// <summary>Leaves Ctrl-C to the command: a host would otherwise take it for itself.</summary>
internal sealed class NoHostLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
