namespace Infra.Applications;

/// <summary>What a server has to know to run the application.</summary>
public sealed record ApplicationInputs
{
    /// <summary>The key of the packed application in the site's bucket.</summary>
    public required string ObjectKey { get; init; }

    /// <summary>Its version.</summary>
    public required string ObjectVersionId { get; init; }

    /// <summary>The hash of the application's folder.</summary>
    public required string Hash { get; init; }

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
