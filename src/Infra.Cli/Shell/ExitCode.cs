namespace Infra.Cli.Shell;

/// <summary>What this program's exit codes mean.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The command did what it was asked, and found something wrong.</summary>
    public const int CheckFailed = 1;

    /// <summary>
    /// The command could not do what it was asked: wrong usage, settings that are not valid, a claim that could not be checked, a site
    /// that can't be reached, or the user broke it off.
    /// </summary>
    public const int InvalidUsage = 2;
}
