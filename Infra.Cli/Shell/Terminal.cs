using Spectre.Console;

namespace Infra.Cli.Shell;

/// <summary>Where commands write: results to one place, diagnostics to the other. Whatever they write arrives legible.</summary>
internal sealed record Terminal
{
    // Without a terminal Spectre assumes 80 columns and breaks lines there; a file or a pipe has no such limit.
    private const int PipeWidth = 1000;

    /// <summary>Makes one.</summary>
    /// <param name="output">Takes the results.</param>
    /// <param name="error">Takes the diagnostics.</param>
    /// <param name="styled">Takes the results for people.</param>
    public Terminal(TextWriter output, TextWriter error, IAnsiConsole styled) =>
        (Out, Error, Styled, Steered) = (new LegibleWriter(output), new LegibleWriter(error), new LegibleConsole(styled), error);

    /// <summary>Results, as plain text for other programs.</summary>
    public TextWriter Out { get; }

    /// <summary>Diagnostics.</summary>
    public TextWriter Error { get; }

    /// <summary>Results for people: colours on a terminal, none when piped or with NO_COLOR.</summary>
    public IAnsiConsole Styled { get; }

    /// <summary>Diagnostics of a writer that moves the cursor: it has to make legible itself what comes from others.</summary>
    public TextWriter Steered { get; }

    /// <summary>Whether diagnostics go to a terminal, where somebody can watch a line change.</summary>
    public bool IsErrorWatched => Steered == System.Console.Error && !System.Console.IsErrorRedirected;

    /// <summary>The console of this process.</summary>
    public static Terminal OfProcess()
    {
        var styled = AnsiConsole.Console;
        if (System.Console.IsOutputRedirected)
            styled.Profile.Width = PipeWidth;

        return new(System.Console.Out, System.Console.Error, styled);
    }
}
