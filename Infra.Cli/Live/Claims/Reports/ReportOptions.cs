using System.CommandLine;
using System.CommandLine.Parsing;
using Infra.Cli.Shell;

namespace Infra.Cli.Live.Claims.Reports;

/// <summary>The options by which a command that judges claims is told where its report goes.</summary>
internal sealed class ReportOptions
{
    private readonly Option<bool> _json = new("--json") { Description = "Prints the report for programs." };

    private readonly Option<string?> _junit = new("--junit")
    {
        Description = "Also writes the report to this file, as JUnit's XML.",
        HelpName = "file",
    };

    /// <summary>Adds them to a command, behind those that it has.</summary>
    public ReportOptions(Command command)
    {
        command.Options.Add(_json);
        command.Options.Add(_junit);
    }

    /// <summary>Whether a command line asks for a report in either form.</summary>
    public bool AreGiven(SymbolResult line) => line.GetValue(_json) || line.GetValue(_junit) is not null;

    public bool AsJson(ParseResult line) => line.GetValue(_json);

    /// <summary>
    /// Writes a report as the command line asks, and JUnit's XML last: that may fail, and the report is not to be lost with it.
    /// </summary>
    /// <param name="line">The command line.</param>
    /// <param name="report">The report.</param>
    /// <param name="json">The same for programs.</param>
    /// <param name="junit">The file of <see cref="JUnitFile"/>, which is asked for before there is anything to report.</param>
    /// <param name="terminal">Takes the report.</param>
    public async Task WriteAsync(ParseResult line, ClaimReport report, Func<string> json, string? junit, Terminal terminal)
    {
        if (AsJson(line))
            await terminal.Out.WriteLineAsync(json());
        else
            new ClaimText(report, terminal.Styled).Write();

        if (junit is not null)
            ClaimJUnit.Write(junit, report);
    }

    /// <summary>Where to write JUnit's XML; none if nowhere.</summary>
    /// <exception cref="InvalidUsageException">It can't be a file.</exception>
    public string? JUnitFile(ParseResult line)
    {
        var file = line.GetValue(_junit);
        if (file is null)
            return null;

        if (string.IsNullOrWhiteSpace(file))
            throw new InvalidUsageException($"--junit must name a file, got '{file}'");
        return Path.EndsInDirectorySeparator(file) || Directory.Exists(file)
            ? throw new InvalidUsageException($"--junit must name a file, got the directory '{file}'")
            : file;
    }
}
