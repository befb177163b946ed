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

    /// <summary>Told what a user should know of it, while it runs.</summary>
    event Action<string>? Told
    {
        add { }
        remove { }
    }

    /// <summary>Takes the newest site from the bucket, where its user data says so.</summary>
    /// <returns>What is to be told of it; none where there was nothing new.</returns>
    Task<string?> UpdateContentAsync(CancellationToken cancellation) => Task.FromResult<string?>(null);

    /// <summary>Makes it refuse connections from now on, and cuts those it has; an application behind it dies in its stead.</summary>
    void Break();

    /// <summary>Makes all of it refuse connections, as a machine without power does.</summary>
    void SwitchOff() => Break();

    /// <summary>Makes it take requests and never answer.</summary>
    void Hang();
}
