namespace Infra.Cli.Rehearsal.WebServers;

/// <summary>What is different of the application on this machine.</summary>
/// <param name="Command">The command that starts it here; that of the stack where none is given.</param>
/// <param name="Secrets">The names of the secrets whose values are taken from this process's environment.</param>
internal sealed record ApplicationOptions(string? Command, IReadOnlyList<string> Secrets)
{
    /// <summary>A server of this machine is in no hurry, however short the stack's time for a boot is.</summary>
    public static readonly TimeSpan LeastPatience = TimeSpan.FromSeconds(30);

    /// <summary>How long it may take to listen, and then to answer its health check, in this machine's time.</summary>
    public TimeSpan Patience { get; init; } = LeastPatience;

    /// <summary>Nothing is different.</summary>
    public static ApplicationOptions None { get; } = new(null, []);
}
