namespace Infra.Cli.Live.Claims;

/// <summary>What became of a claim.</summary>
internal enum Outcome
{
    Pass,

    Fail,

    /// <summary>It could not be asked for, so nothing is known.</summary>
    NotChecked,

    /// <summary>It says nothing of this stack, or the user left it out. That is no failure.</summary>
    NotApplicable,
}
