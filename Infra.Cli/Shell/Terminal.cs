using Spectre.Console;

namespace Infra.Cli.Shell;

/// <summary>Where commands write: results to one place, diagnostics to the other.</summary>
/// <param name="Out">Results, as plain text for other programs.</param>
/// <param name="Error">Diagnostics.</param>
/// <param name="Styled">Results for people: colours on a terminal, none when piped or with NO_COLOR.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, IAnsiConsole Styled)
{
    // Without a terminal Spectre assumes 80 columns and breaks lines there; a file or a pipe has no such limit.
    private const int PipeWidth = 1000;

    /// <summary>Whether diagnostics go to a terminal, where somebody can watch a line change.</summary>
    public bool IsErrorWatched => Error == System.Console.Error && !System.Console.IsErrorRedirected;

    /// <summary>The console of this process.</summary>
    public static Terminal OfProcess()
    {
        var styled = AnsiConsole.Console;
        if (System.Console.IsOutputRedirected)
            styled.Profile.Width = PipeWidth;

        return new(System.Console.Out, System.Console.Error, styled);
    }
}
