using System.CommandLine;
using Infra.Cli.Diagram.Facts;
using Infra.Cli.Diagram.Layout;
using Infra.Cli.Diagram.Layout.Slide;
using Infra.Cli.Diagram.Mermaid;
using Infra.Cli.Diagram.Svg;
using Infra.Cli.Plan;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Reading;
using Infra.Cli.Shell;

namespace Infra.Cli.Diagram;

/// <summary><c>infra diagram</c>.</summary>
internal static class DiagramCommand
{
    private const string Svg = "svg";
    private const string Mermaid = "mermaid";
    private const string Request = "request";
    private const string Operations = "operations";
    private const string Slide = "slide";
    private const string OutputOption = "--output";
    private const string CheckOption = "--check";

    private const string Description = """
        Draws the architecture of a stack, with the path of a request.

        Examples:
          infra diagram dev > dev.svg
          infra diagram prod --output prod.svg
          infra diagram prod --view operations --output operations.svg
          infra diagram prod --view slide --output slide.svg
          infra diagram prod --check prod.svg
          infra diagram dev --set minServers=2 --format mermaid
          pulumi stack export | infra diagram --from - --output prod.svg
        """;

    public static Command Create(Terminal terminal, PlanSource plan)
    {
        var command = new Command("diagram", Description);
        var stack = new StackArguments(command, plan, terminal);
        var format = new Option<string>("--format") { Description = "svg, or mermaid for Markdown.", DefaultValueFactory = _ => Svg };
        format.AcceptOnlyFromAmong(Svg, Mermaid);
        var view = new Option<string>("--view")
        {
            Description = "request: its path through the network; slide: the same, wide and with less on it, for a slide; "
                + "operations: what is recorded, and who is told. The last two are SVG alone.",
            DefaultValueFactory = _ => Request,
        };
        view.AcceptOnlyFromAmong(Request, Slide, Operations);
        var output = File(OutputOption, "Writes the drawing to a file instead of the standard output.");
        var check = File(CheckOption, "Writes nothing; fails with exit code 1 if the file is not what would be drawn now.");
        command.Options.Add(format);
        command.Options.Add(view);
        command.Options.Add(output);
        command.Options.Add(check);

        command.SetAction(async (line, cancellation) =>
        {
            var (written, compared) = (line.GetValue(output), line.GetValue(check));
            if (written is not null && compared is not null)
                throw new InvalidUsageException($"{OutputOption} writes the file and {CheckOption} only looks at it: give one of them");

            var viewed = line.GetRequiredValue(view);
            var isMermaid = line.GetRequiredValue(format) == Mermaid;
            if (viewed != Request && isMermaid)
                throw new InvalidUsageException($"--view {viewed} is drawn as SVG alone: leave out --format mermaid");

            var drawing = (await stack.PlanAsync(line, cancellation)).Told(graph => viewed switch
            {
                Operations => DrawOperations(graph),
                Slide => DrawSlide(graph),
                _ => isMermaid ? MermaidWriter.Write(Architecture(graph)) : DrawSvg(graph),
            });
            if (compared is not null)
                return await CheckAsync(terminal, compared, drawing);

            if (written is not null)
                ReportFile.Write(written, drawing, $"{OutputOption} {written}");
            else
                await terminal.Out.WriteAsync(drawing);
            return ExitCode.Done;
        });
        return command;
    }

    private static Option<string?> File(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = "file" };
        option.Validators.Add(file =>
        {
            if (file.Tokens is [{ Value: "" }])
                file.AddError($"{name} must name a file, got ''");
        });
        return option;
    }

    /// <summary>The drawing of a stack as SVG: the path of a request.</summary>
    public static string DrawSvg(ResourceGraph graph) => SvgWriter.Write(DrawingLayout.Of(Architecture(graph)));

    /// <summary>The path of a request for a slide: wide, with fewer details, as SVG.</summary>
    public static string DrawSlide(ResourceGraph graph) => SvgWriter.Write(SlideLayout.Of(Architecture(graph)));

    /// <summary>The drawing of what is recorded of a stack, and who is told, as SVG.</summary>
    public static string DrawOperations(ResourceGraph graph) => SvgWriter.Write(DrawingLayout.Operations(Architecture(graph)));

    /// <summary>The drawing of the state before, by the assignment's words, as SVG.</summary>
    public static string DrawBefore() => SvgWriter.Write(BeforeLayout.Of(BeforeArchitecture.AsToldByTheAssignment));

    /// <summary>The drawing of a stack, with what is new and gone against another marked.</summary>
    public static string DrawDifference(ResourceGraph before, ResourceGraph after) =>
        SvgWriter.Write(MarkedLayout.Of(Architecture(before), Architecture(after)));

    // Hidden before it is laid out, since the width of a secret would tell of it.
    private static Architecture Architecture(ResourceGraph graph) => ArchitectureReader.Read(new(DashedPlan.Of(graph.Shown)));

    private static async Task<int> CheckAsync(Terminal terminal, string path, string drawing)
    {
        try
        {
            if (ReportFile.Holds(path, drawing))
                return ExitCode.Done;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InvalidUsageException($"{CheckOption} {path} can't be read: {fault.Message}");
        }

        // Not the command line itself: a value in it may be a secret's.
        var stale = Path.Exists(path) ? "is not what the stack looks like now" : "is missing";
        await terminal.Error.WriteLineAsync($"{path} {stale}: run the same command with {OutputOption} instead of {CheckOption}");
        return ExitCode.CheckFailed;
    }
}
