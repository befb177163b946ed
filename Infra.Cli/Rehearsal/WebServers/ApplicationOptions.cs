namespace Infra.Cli.Rehearsal.WebServers;

/// <summary>What is different of the application on this machine.</summary>
/// <param name="Command">The command that starts it here; that of the stack where none is given.</param>
/// <param name="Secrets">The names of the secrets whose values are taken from this process's environment.</param>
internal sealed record ApplicationOptions(string? Command, IReadOnlyList<string> Secrets)
{
    /// <summary>How long it may take to listen, and then to answer its health check, in this machine's time.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Nothing is different.</summary>
    public static ApplicationOptions None { get; } = new(null, []);
}
