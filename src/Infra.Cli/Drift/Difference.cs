namespace Infra.Cli.Drift;

/// <summary>Something that a deployment would change.</summary>
/// <param name="Resource">The resource's type and logical name.</param>
/// <param name="What">What would become of it.</param>
internal sealed record Difference(string Resource, string What)
{
    /// <summary>Whether only something newer has come out, and nobody has changed anything.</summary>
    public required bool IsUpdate { get; init; }
}
