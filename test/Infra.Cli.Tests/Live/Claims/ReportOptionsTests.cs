using System.CommandLine;
using Infra.Cli.Live.Claims.Reports;
using Infra.Cli.Shell;
using Infra.Cli.Tests.Checks;

namespace Infra.Cli.Tests.Live.Claims;

/// <summary>Where a command line wants its report.</summary>
internal sealed class ReportOptionsTests
{
    private const string Json = "{ \"a\": 1 }";

    private DirectoryInfo _folder = null!;

    [SetUp]
    public void AFolder() => _folder = Directory.CreateTempSubdirectory("infra-report-");

    [TearDown]
    public void NoFolder() => _folder.Delete(recursive: true);

    [TestCase("", false, false, false, false)]
    [TestCase("--json", true, false, true, true)]
    [TestCase("--junit a", true, false, false, false)]
    [TestCase("--evidence a", true, true, false, true)]
    [TestCase("--json --junit a --evidence b", true, true, true, true)]
    public void Line_AsksForAReport_InAForm(string line, bool areGiven, bool isEvidence, bool asJson, bool isKept)
    {
        var (options, parsed) = Parsed(line);

        Assert.That(
            (options.AreGiven(parsed.CommandResult), options.IsEvidence(parsed.CommandResult), options.AsJson(parsed),
                options.IsKept(parsed)),
            Is.EqualTo((areGiven, isEvidence, asJson, isKept)));
    }

    [Test]
    public void Command_WhoseReportIsNoEvidence_DoesNotTakeThatOption([Values] bool isEvidence)
    {
        var command = new Command("try");
        var options = new ReportOptions(command, isEvidence);

        Assert.That(
            string.Join(' ', command.Options.Select(option => option.Name)),
            Is.EqualTo(isEvidence ? "--json --junit --evidence" : "--json --junit"));
        Assert.That(command.Parse("--json --junit a").Errors, Is.Empty);
        Assert.That(options.IsKept(command.Parse("")), Is.False);
        Assert.That(options.IsEvidence(command.Parse("").CommandResult), Is.False);
    }

    [Test]
    public void Options_AreExplained()
    {
        var command = new Command("try");
        _ = new ReportOptions(command, isEvidence: true);

        Assert.That(
            command.Options.Select(option => $"{option.Name} {option.HelpName}: {option.Description}"),
            Is.EqualTo(
            [
                "--json : Prints the report for programs.",
                "--junit file: Also writes the report to this file, as JUnit's XML.",
                "--evidence file: Also writes what --json prints to this file, for 'infra report --with'.",
            ]));
    }

    [TestCase("", null, null)]
    [TestCase("--junit a", "--junit a", null)]
    [TestCase("--evidence b", null, "--evidence b")]
    [TestCase("--junit a --evidence b", "--junit a", "--evidence b")]
    public void Files_AreThoseOfTheLine(string line, string? junit, string? evidence)
    {
        var (options, parsed) = Parsed(line);

        var files = options.Files(parsed);

        Assert.That(
            (Text(files.JUnit), Text(files.Evidence)), Is.EqualTo((junit, evidence)));

        static string? Text(ReportPath? path) => path is null ? null : $"{path.Option} {path.File}";
    }

    [TestCase("--junit")]
    [TestCase("--evidence")]
    public void File_ThatIsNone_IsAMistake(string option)
    {
        var (options, parsed) = Parsed($"{option} -");

        Assert.That(
            () => options.Files(parsed),
            Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo($"{option} must name a file, got '-': one of that name is ./-"));
    }

    [Test]
    public async Task Report_IsWritten_ForPeopleOrForPrograms([Values] bool asJson)
    {
        using var output = new StringWriter();
        var (options, parsed) = Parsed(asJson ? "--json" : "");
        var report = ToldReport.OfEach;

        await options.WriteAsync(parsed, report, () => Json, new(null, null), TerminalOf(output));

        Assert.That(
            output.ToString().ReplaceLineEndings("\n"),
            asJson ? Is.EqualTo($"{Json}\n") : Does.StartWith("Trial of dev: here\n\n").And.EndsWith("1 left out.\n"));
    }

    [Test]
    public async Task Report_IsWritten_ToTheFiles_InTheirForms()
    {
        var (junit, evidence) = (Path.Combine(_folder.FullName, "a.xml"), Path.Combine(_folder.FullName, "b.json"));
        var (options, parsed) = Parsed($"--junit {junit} --evidence {evidence}");

        await options.WriteAsync(parsed, ToldReport.OfEach, () => Json, options.Files(parsed), TerminalOf(TextWriter.Null));

        Assert.That(await File.ReadAllTextAsync(junit), Is.EqualTo(ClaimJUnit.Of(ToldReport.OfEach)));
        Assert.That(await File.ReadAllTextAsync(evidence), Is.EqualTo($"{Json}\n"));
    }

    [Test]
    public async Task Report_ThatNoFileTakes_IsShownAllTheSame()
    {
        using var output = new StringWriter();
        var (options, parsed) = Parsed("--json");

        // A file can't have another one in it.
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "a"), "");
        var nowhere = new ReportPath("--junit", Path.Combine(_folder.FullName, "a", "b"));

        await Assert.ThatAsync(
            () => options.WriteAsync(parsed, ToldReport.OfEach, () => Json, new(nowhere, null), TerminalOf(output)),
            Throws.TypeOf<InvalidUsageException>().With.Message.Contains("--junit "));
        Assert.That(output.ToString().TrimEnd(), Is.EqualTo(Json));
    }

    private static Terminal TerminalOf(TextWriter output) => new(output, TextWriter.Null, PlainConsole.Of(output));

    private static (ReportOptions Options, ParseResult Line) Parsed(string line)
    {
        var command = new Command("try");
        var options = new ReportOptions(command, isEvidence: true);
        return (options, command.Parse(line));
    }
}
