using System.CommandLine;
using Infra.Cli.Plan;
using Infra.Cli.Report.Page;
using Infra.Cli.Report.Printing;
using Infra.Cli.Shell;

namespace Infra.Cli.Report;

/// <summary><c>infra report</c>.</summary>
internal static class ReportCommand
{
    private const int DefaultMaxAge = 30;
    private const int LongestMaxAge = 3650;

    private const string Help =
        """
        Writes a report for the customer: which requirement is met, and how one knows.

        One HTML file, which needs nothing else: the answer, the drawing, and for
        each of R1 to R8 how it is met and what proves it: the plan's values, the
        controls, and a rehearsal on a virtual clock. What was found elsewhere is
        added by --with: the files that 'infra verify', 'infra drill' and 'infra
        rehearse --drill' write with --evidence, and the XML that 'dotnet test'
        writes with -- NUnit.TestOutputXml=FOLDER. Evidence of another plan of the stack, or
        older than --max-age, is shown as stale and counts for nothing; evidence
        of another stack is refused.

        Exit code 1 if a requirement is not met or a control fails; the report is
        written all the same.

        Examples:
          infra report dev --output report.html
          infra verify --stack prod --evidence verify.json
          infra report prod --output report.html --with verify.json --pdf
          infra report prod --output report.html --with drill.json --max-age 7
          pulumi stack export | infra report --from - --output report.html
        """;

    /// <param name="terminal">Where it writes.</param>
    /// <param name="plan">Where it gets a stack from.</param>
    /// <param name="reporter">Gathers what the report says.</param>
    public static Command Create(Terminal terminal, PlanSource plan, StackReporter reporter)
    {
        var command = new Command("report", Help);
        var stack = new StackArguments(command, plan, terminal);
        var output = new Option<string?>("--output")
        {
            Description = "Writes the report to this file instead of the standard output.",
            HelpName = "file",
        };
        var with = new Option<string[]>("--with")
        {
            Description = "A file with evidence. Repeatable.",
            HelpName = "file",
            AllowMultipleArgumentsPerToken = false,
            DefaultValueFactory = _ => [],
        };
        var maxAge = new Option<int?>("--max-age")
        {
            Description = $"The days after which evidence is stale, 1 to {LongestMaxAge}; {DefaultMaxAge} unless given.",
            HelpName = "days",
        };
        var pdf = new Option<bool>("--pdf")
        {
            Description = "Also prints it to a PDF beside --output, on A4, by the Chromium of this machine.",
        };
        foreach (var option in new Option[] { output, with, maxAge, pdf })
            command.Options.Add(option);
        command.AddRule(line =>
        {
            if (line.GetValue(pdf) && line.GetValue(output) is null)
                line.AddError("--pdf prints the file of --output: name one.");
            if (line.GetValue(pdf) && line.GetValue(output)?.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) is true)
                line.AddError("--pdf makes a file that ends in .pdf beside --output: give --output another end, such as .html.");
            if (line.GetValue(maxAge) is < 1 or > LongestMaxAge)
                line.AddError($"--max-age must be from 1 to {LongestMaxAge} days, got {line.GetValue(maxAge)}.");
        });
        command.SetAction(async (line, cancellation) =>
        {
            var (file, files) = (ReportPath.Of(output.Name, line.GetValue(output)), line.GetRequiredValue(with));

            // Before the work, since without one all of it would be in vain.
            var printer = line.GetValue(pdf) ? Chromium.Find() : null;
            var printed = printer is null ? null : ReportPath.Of(pdf.Name, Path.ChangeExtension(file!.File, ".pdf"));
            var loaded = await stack.PlanAsync(line, cancellation);
            var report = await reporter.ReportAsync(
                loaded,
                files,
                TimeSpan.FromDays(line.GetValue(maxAge) ?? DefaultMaxAge),
                await SourceVersion.OfAsync(loaded.RootDirectory, [.. files, file?.File, printed?.File], cancellation),
                cancellation);
            var page = ReportPage.Write(report);
            if (file is null)
            {
                await terminal.Out.WriteAsync(page);
            }
            else
            {
                file.Write(page);
                if (printer is not null)
                    printed!.Write(await printer.PrintAsync(page, cancellation));
            }

            return report.Fails ? ExitCode.CheckFailed : ExitCode.Done;
        });
        return command;
    }
}
