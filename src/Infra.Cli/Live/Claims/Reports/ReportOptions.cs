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

    private readonly Option<string?> _evidence = new("--evidence")
    {
        Description = "Also writes what --json prints to this file, for 'infra report --with'.",
        HelpName = "file",
    };

    /// <summary>Adds them to a command, behind those that it has.</summary>
    /// <param name="command">The command.</param>
    /// <param name="isEvidence">Whether its report is one that 'infra report' takes.</param>
    public ReportOptions(Command command, bool isEvidence)
    {
        command.Options.Add(_json);
        command.Options.Add(_junit);
        if (isEvidence)
            command.Options.Add(_evidence);
    }

    /// <summary>Whether a command line asks for a report in any form.</summary>
    public bool AreGiven(SymbolResult line) =>
        line.GetValue(_json) || line.GetValue(_junit) is not null || IsEvidence(line);

    /// <summary>Whether a command line asks for a file that is evidence later.</summary>
    public bool IsEvidence(SymbolResult line) => line.GetValue(_evidence) is not null;

    public bool AsJson(ParseResult line) => line.GetValue(_json);

    /// <summary>Whether the report may be evidence later, and so is to say of what and when it is.</summary>
    public bool IsKept(ParseResult line) => AsJson(line) || line.GetValue(_evidence) is not null;

    /// <summary>
    /// Writes a report as the command line asks, and its files last: that may fail, and the report is not to be lost with it.
    /// </summary>
    /// <param name="line">The command line.</param>
    /// <param name="report">The report.</param>
    /// <param name="json">The same for programs.</param>
    /// <param name="files">Those of <see cref="Files"/>, which are asked for before there is anything to report.</param>
    /// <param name="terminal">Takes the report.</param>
    public async Task WriteAsync(ParseResult line, ClaimReport report, Func<string> json, ReportFiles files, Terminal terminal)
    {
        if (AsJson(line))
            await terminal.Out.WriteLineAsync(json());
        else
            new ClaimText(report, terminal.Styled).Write();

        files.Write(report, json);
    }

    /// <summary>The files that a command line asks for.</summary>
    /// <exception cref="InvalidUsageException">One can't be a file.</exception>
    public ReportFiles Files(ParseResult line) => new(FileOf(line, _junit), FileOf(line, _evidence));

    private static ReportPath? FileOf(ParseResult line, Option<string?> option) => ReportPath.Of(option.Name, line.GetValue(option));
}
