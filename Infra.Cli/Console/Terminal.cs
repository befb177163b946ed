using Spectre.Console;

namespace Infra.Cli.Console;

/// <summary>Where commands write: results to one place, diagnostics to the other.</summary>
/// <param name="Out">Results, as plain text for other programs.</param>
/// <param name="Error">Diagnostics.</param>
/// <param name="Styled">Results for people: colours on a terminal, none when piped or with NO_COLOR.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, IAnsiConsole Styled)
{
    /// <summary>The console of this process.</summary>
    public static Terminal OfProcess() => new(System.Console.Out, System.Console.Error, AnsiConsole.Console);
}
