namespace Infra.Cli.Verification;

/// <summary>What became of a claim.</summary>
internal enum Outcome
{
    Pass,

    Fail,

    /// <summary>The site could not be asked, so nothing is known.</summary>
    NotChecked,
}
