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
