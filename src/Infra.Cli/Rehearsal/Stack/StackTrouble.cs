namespace Infra.Cli.Rehearsal.Stack;

/// <summary>What a stack is going through, the worst first.</summary>
internal enum StackTrouble
{
    /// <summary>A server is broken, or one that was is not replaced yet.</summary>
    Sick,

    /// <summary>A new version replaces servers.</summary>
    Roll,

    /// <summary>A server leaves as planned.</summary>
    Leaving,

    None,
}
