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
    public Terminal(TextWriter output, TextWriter error, IAnsiConsole styled)
    {
        (Out, Error, Styled, Steered) = (new LegibleWriter(output), new LegibleWriter(error), new LegibleConsole(styled), error);
        IsErrorWatched = error == System.Console.Error && !System.Console.IsErrorRedirected;
    }

    /// <summary>Results, as plain text for other programs.</summary>
    public TextWriter Out { get; private init; }

    /// <summary>Diagnostics.</summary>
    public TextWriter Error { get; private init; }

    /// <summary>Results for people: colours on a terminal, none when piped or with NO_COLOR.</summary>
    public IAnsiConsole Styled { get; }

    /// <summary>Diagnostics of a writer that moves the cursor: it has to make legible itself what comes from others.</summary>
    public TextWriter Steered { get; private init; }

    /// <summary>Whether diagnostics go to a terminal, where somebody can watch a line change.</summary>
    public bool IsErrorWatched { get; init; }

    /// <summary>What is piped into this process.</summary>
    public Func<Stream> In { get; init; } = System.Console.OpenStandardInput;

    /// <summary>Where the user answers questions; none where nobody is there to answer, or to see them.</summary>
    public Func<TextReader?> Answers { get; init; } =
        () => System.Console.IsInputRedirected || System.Console.IsErrorRedirected ? null : System.Console.In;

    /// <summary>Has what comes out of an edit stand in place of every text from now on: for what must not be shown.</summary>
    public Action<Func<string, string>> Conceal { get; init; } = _ => { };

    /// <summary>The same, on which every text is edited before it leaves this process.</summary>
    public Terminal Through(Func<string, string> edit)
    {
        var width = Styled.Profile.Width;
        var output = Styled.Profile.Out;
        Styled.Profile.Out = new EditedOutput(output, edit);

        // Spectre forgets it for another output.
        if (!output.IsTerminal)
            Styled.Profile.Width = width;
        return this with
        {
            Out = new EditingWriter(Out, edit),
            Error = new EditingWriter(Error, edit),
            Steered = new EditingWriter(Steered, edit),
        };
    }

    /// <summary>The console of this process.</summary>
    public static Terminal OfProcess()
    {
        var styled = AnsiConsole.Console;
        if (System.Console.IsOutputRedirected)
            styled.Profile.Width = PipeWidth;

        return new(System.Console.Out, System.Console.Error, styled);
    }

    private sealed class EditedOutput(IAnsiConsoleOutput inner, Func<string, string> edit) : IAnsiConsoleOutput
    {
        public TextWriter Writer { get; } = new EditingWriter(inner.Writer, edit);

        public bool IsTerminal => inner.IsTerminal;

        public int Width => inner.Width;

        public int Height => inner.Height;

        public void SetEncoding(System.Text.Encoding encoding) => inner.SetEncoding(encoding);
    }
}
