namespace Infra.Cli.Tests.Commands;

/// <summary>How a command can end.</summary>
public enum Ending
{
    /// <summary>It did what it was asked, and nothing is wrong.</summary>
    Done,

    /// <summary>It did what it was asked, and found something wrong.</summary>
    Fails,

    /// <summary>The user's mistake: an option, a file, a setting.</summary>
    Usage,

    /// <summary>A program that it needs is not on the PATH.</summary>
    NoTool,

    /// <summary>Ctrl-C.</summary>
    BrokenOff,
}
