namespace Infra.Settings.Kinds;

/// <summary>What another value of a setting does to a stack that runs.</summary>
public sealed record LiveChange
{
    /// <summary>Resources are changed, added or removed, and nobody who is served notices.</summary>
    public static LiveChange InPlace { get; } = new();

    /// <summary>A new template version: the servers are replaced, one after another.</summary>
    public static LiveChange Roll { get; } = new() { RollsServers = true };

    /// <summary>AWS refuses it half-way: the stack has to be destroyed and created anew.</summary>
    public static LiveChange NewStack { get; } = new() { NeedsNewStack = true };

    /// <summary>Whether the servers are replaced, one after another. With a single one that alone interrupts the site for a boot.</summary>
    public bool RollsServers { get; init; }

    /// <summary>Whether the stack has to be destroyed and created anew.</summary>
    public bool NeedsNewStack { get; init; }

    /// <summary>What the provider makes anew, as AWS calls it, since it can't be changed; servers are not meant.</summary>
    public IReadOnlyList<string> Replaces { get; init; } = [];

    /// <summary>Who or what is interrupted, and for how long, other than by a roll; null: nobody.</summary>
    public string? Interrupts { get; init; }
}
