namespace Infra.Cli.Rehearsal.Stack;

/// <summary>What no stack declares and a rehearsal has to assume of a server. The output says so.</summary>
/// <param name="BootTime">From a launch until the web server answers. The declared boot budget is its upper bound.</param>
/// <param name="CapacityPerServer">Requests a second that take all of a server's processor time.</param>
internal sealed record ServerModel(TimeSpan BootTime, double CapacityPerServer)
{
    /// <summary>A minute and a half to boot, and little capacity, so that a small load is a high one.</summary>
    public static ServerModel Default { get; } = new(TimeSpan.FromSeconds(90), 100);

    /// <summary>The processor load of a server that gets so many requests a second, in percent.</summary>
    public double CpuAt(double requestsPerSecond) => Math.Min(100, requestsPerSecond / CapacityPerServer * 100);
}
