namespace Infra.Cli.Diff.Effects;

/// <summary>Whether servers are replaced, one after another.</summary>
internal enum RollKind
{
    None,

    /// <summary>A version waits for <c>infra roll</c>.</summary>
    Prepared,

    /// <summary><c>pulumi up</c> starts it.</summary>
    Started,
}
