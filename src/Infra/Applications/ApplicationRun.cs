namespace Infra.Applications;

/// <summary>How a server runs the application, as far as the settings say.</summary>
public sealed record ApplicationRun
{
    /// <summary>What starts it.</summary>
    public required ApplicationCommand Command { get; init; }

    /// <summary>The packages of Amazon Linux that it needs.</summary>
    public required IReadOnlyList<string> Packages { get; init; }

    /// <summary>Its environment, as configured.</summary>
    public required IReadOnlyList<EnvironmentVariable> Environment { get; init; }

    /// <summary>What of its environment is fetched.</summary>
    public required IReadOnlyList<ApplicationSecret> Secrets { get; init; }

    /// <summary>How nginx asks it.</summary>
    public required ApplicationProxy Proxy { get; init; }
}
