namespace Infra.Cli.Rehearsal.Script;

/// <summary>What became of an expectation.</summary>
internal enum Outcome
{
    Pass,

    Fail,

    /// <summary>The drill could not try it here, and so says nothing of it.</summary>
    NotTried,
}
