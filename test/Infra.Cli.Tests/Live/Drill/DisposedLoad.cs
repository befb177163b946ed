using Infra.Cli.Live.Load;

namespace Infra.Cli.Tests.Live.Drill;

/// <summary>A load that sends nothing, and remembers whether it was put away.</summary>
internal sealed class DisposedLoad : ILoad, IAsyncDisposable
{
    public LoadCounts Counts => default;

    public double Rate { get; private set; }

    public bool IsDisposed { get; private set; }

    public void SetRate(double requestsPerSecond) => Rate = requestsPerSecond;

    public ValueTask DisposeAsync()
    {
        IsDisposed = true;
        return ValueTask.CompletedTask;
    }
}
