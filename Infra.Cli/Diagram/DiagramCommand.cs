using System.CommandLine;
using System.CommandLine.Parsing;
using Infra.Cli.Commands;
using Infra.Cli.Console;
using Infra.Cli.Diagram.Facts;
using Infra.Cli.Diagram.Layout;
using Infra.Cli.Diagram.Mermaid;
using Infra.Cli.Diagram.Svg;
using Infra.Cli.Graph;
using Infra.Cli.StackFiles;

namespace Infra.Cli.Diagram;

/// <summary><c>infra diagram</c>.</summary>
internal static class DiagramCommand
{
    private const string Svg = "svg";
    private const string Mermaid = "mermaid";
    private const string OutputOption = "--output";
    private const string CheckOption = "--check";

    private const string Description = """
        Draws the architecture of a stack, with the path of a request.

        Examples:
          infra diagram dev > dev.svg
          infra diagram prod --output docs/architecture-prod.svg
          infra diagram prod --check docs/architecture-prod.svg
          infra diagram dev --set minServers=2 --format mermaid
        """;

    public static Command Create(Terminal terminal)
    {
        var command = new Command("diagram", Description);
        var stack = new StackArguments(command);
        var format = new Option<string>("--format") { Description = "svg, or mermaid for Markdown.", DefaultValueFactory = _ => Svg };
        format.AcceptOnlyFromAmong(Svg, Mermaid);
        var output = File(OutputOption, "Writes the drawing to a file instead of the standard output.");
        var check = File(CheckOption, "Writes nothing; fails with exit code 1 if the file is not what would be drawn now.");
        command.Options.Add(format);
        command.Options.Add(output);
        command.Options.Add(check);

        command.SetAction(async (line, _) =>
        {
            var (written, compared) = (line.GetValue(output), line.GetValue(check));
            if (written is not null && compared is not null)
                throw new InvalidUsageException($"{OutputOption} writes the file and {CheckOption} only looks at it: give one of them");

            var drawing = Draw(await stack.GraphAsync(line), line.GetRequiredValue(format));
            if (compared is not null)
                return await CheckAsync(terminal, compared, drawing, line);
            if (written is null)
                await terminal.Out.WriteAsync(drawing);
            else
                Write(written, drawing);

            return ExitCode.Done;
        });
        return command;
    }

    private static Option<string?> File(string name, string description) => new(name) { Description = description, HelpName = "file" };

    private static string Draw(ResourceGraph graph, string format)
    {
        var architecture = ArchitectureReader.Read(graph);
        return format == Mermaid ? MermaidWriter.Write(architecture) : SvgWriter.Write(DrawingLayout.Of(architecture));
    }

    private static async Task<int> CheckAsync(Terminal terminal, string path, string drawing, ParseResult line)
    {
        if (DiagramFile.Holds(path, drawing))
            return ExitCode.Done;

        var fault = System.IO.File.Exists(path) ? "is not what the stack looks like now" : "is missing";
        await terminal.Error.WriteLineAsync($"{path} {fault}: run 'infra {Updating(line)}'");
        return ExitCode.CheckFailed;
    }

    // The same command line, writing instead of checking.
    private static string Updating(ParseResult line) => string.Join(' ', line.Tokens.Select(token => token switch
    {
        { Type: TokenType.Option, Value: CheckOption } => OutputOption,
        { Value: var value } when value.Any(char.IsWhiteSpace) => $"\"{value}\"",
        { Value: var value } => value,
    }));

    private static void Write(string path, string drawing)
    {
        try
        {
            DiagramFile.Write(path, drawing);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InvalidUsageException($"{OutputOption} {path} can't be written: {fault.Message}");
        }
    }
}
