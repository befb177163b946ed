namespace Infra.Cli.Live.Drill;

/// <summary>Tries whether a port of a host takes connections.</summary>
internal interface IPortProbe
{
    /// <summary>Whether it does, from here and in good time.</summary>
    Task<bool> OpensAsync(string host, int port, CancellationToken cancellation);
}
