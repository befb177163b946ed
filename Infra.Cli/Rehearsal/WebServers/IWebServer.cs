using Infra.Cli.Shell;

namespace Infra.Cli.Rehearsal.WebServers;

/// <summary>
/// The web server of one machine of the group: a process of its own on a loopback port. When it is disposed of, or this program ends,
/// nothing of it is left.
/// </summary>
internal interface IWebServer : IAsyncDisposable
{
    /// <summary>Where it answers once it has started.</summary>
    Uri Address { get; }

    /// <summary>Starts it; done as soon as it takes connections. Once only.</summary>
    /// <exception cref="InvalidUsageException">It does not start; the message has its own last words.</exception>
    Task StartAsync(CancellationToken cancellation);

    /// <summary>Makes it refuse connections from now on, and cuts those it has.</summary>
    void Break();

    /// <summary>Makes it take requests and never answer.</summary>
    void Hang();
}
