using Infra.Cli.Live.Drill;

namespace Infra.Cli.Tests.Live.Drill;

/// <summary>Ports that are open, and all others closed.</summary>
internal sealed class PlayedPortProbe(params int[] open) : IPortProbe
{
    public Task<bool> OpensAsync(string host, int port, CancellationToken cancellation) => Task.FromResult(open.Contains(port));
}
