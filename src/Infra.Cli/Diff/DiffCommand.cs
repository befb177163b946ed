using System.CommandLine;
using Infra.Cli.Diff.Against;
using Infra.Cli.Diff.Facts;
using Infra.Cli.Diff.Reports;
using Infra.Cli.Plan;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Reading;
using Infra.Cli.Shell;

namespace Infra.Cli.Diff;

/// <summary><c>infra diff</c>.</summary>
internal static class DiffCommand
{
    private const string Text = "text";
    private const string Json = "json";
    private const string Markdown = "markdown";
    private const string Svg = "svg";

    private const string Help =
        $"""
        Shows what a change does: to the resources, the site, the cost, the controls.

        It compares a stack with what it was: where the branch left the main one, at
        another git ref, or in a file with a plan or a state, of any kind that --from
        takes. A ref is checked out into a folder of its own, which goes again. Where
        its program is another than this one, it is built there and makes its plan
        itself; that runs the ref's code, without the credentials of this shell.
        What can't be changed on a resource that exists replaces it: which inputs
        these are is known of the types that the program uses.

        With --forbid it is a guard: exit code 1, and one message for each thing that
        is forbidden and happens. What can be forbidden, N in USD a month:
        {Guard.Known}.

        Examples:
          infra diff dev
          infra diff prod --against v1.0.0
          infra diff prod --forbid replace,break,delete,cost+50
          infra diff dev --against HEAD --set minServers=2
          infra diff prod --format markdown --drawing prod.svg
          infra preview dev --json > before.json; infra diff dev --against before.json
          pulumi preview --json --show-sames | infra diff --from - --against main
        """;

    /// <param name="terminal">Where it writes.</param>
    /// <param name="plan">Where it gets a stack from.</param>
    /// <param name="facts">What other commands find out about a stack.</param>
    /// <param name="draw">Draws a stack, with what is new and gone against another marked.</param>
    public static Command Create(Terminal terminal, PlanSource plan, FactsSource facts, Func<ResourceGraph, ResourceGraph, string> draw)
    {
        var command = new Command("diff", Help);
        var stack = new StackArguments(command, plan, terminal);
        var against = new Option<string>("--against")
        {
            Description = "A git ref, or a file with a plan or a state, - for standard input. "
                + "By default where the branch left the main one.",
            HelpName = "what",
        };
        var format = new Option<string>("--format") { Description = "How it is shown.", DefaultValueFactory = _ => Text };
        format.AcceptOnlyFromAmong(Text, Json, Markdown, Svg);
        var drawing = new Option<string>("--drawing") { Description = "Writes the drawing to a file as well.", HelpName = "file" };
        var forbid = new Option<string[]>("--forbid")
        {
            Description = "Fails with exit code 1 if one of these happens. Repeatable.",
            HelpName = "what,...",
            DefaultValueFactory = _ => [],
        };
        command.Options.Add(against);
        command.Options.Add(format);
        command.Options.Add(drawing);
        command.Options.Add(forbid);
        command.AddRule(line =>
        {
            foreach (var option in new[] { against, drawing }.Where(option => line.GetResult(option) is { Tokens: [{ Value: "" }] }))
                line.AddError($"{option.Name} must name something, got ''");
            if (Guard.Read(line.GetValue(forbid) ?? [], out var unknown) is null)
                line.AddError($"--forbid must be of {Guard.Known}, got '{LegibleText.Line(unknown!)}'");
        });
        command.SetAction(async (line, cancellation) =>
        {
            try
            {
                var other = line.GetValue(against);
                if (other == PlanBytes.StandardInput && stack.File(line) == PlanBytes.StandardInput)
                    throw new InvalidUsageException("--from and --against can't both be standard input: name a file for one of them");

                var loaded = await stack.PlanAsync(line, cancellation);
                var former = other is not null && (other == PlanBytes.StandardInput || Path.Exists(other))
                    ? await Interruptible.RunAsync(() => OfFile(other, terminal, facts), cancellation)
                    : await new RefPlan(terminal, plan, facts).ReadAsync(loaded.Graph, other, cancellation);
                var diff = StackDiff.Of(
                    former.Name,
                    GraphDiff.Between(former.Graph, loaded.Graph),
                    former.Facts,
                    facts(loaded.Graph, loaded.RootDirectory, isCheckout: false));
                var broken = Guard.Read(line.GetRequiredValue(forbid), out _)!.Broken(diff);
                if (line.GetValue(drawing) is { } file)
                    ReportFile.Write(file, draw(former.Graph, loaded.Graph), $"--drawing {file}");
                await WriteAsync(terminal, line.GetRequiredValue(format), diff, broken, () => draw(former.Graph, loaded.Graph));
                foreach (var message in broken)
                    await terminal.Error.WriteLineAsync(message);
                return broken.Count == 0 ? ExitCode.Done : ExitCode.CheckFailed;
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                await terminal.Error.WriteLineAsync("The comparison was broken off.");
                return ExitCode.InvalidUsage;
            }
        });
        return command;
    }

    private static Former OfFile(string path, Terminal terminal, FactsSource facts)
    {
        var loaded = StackArguments.FromFile(path, terminal, isFormer: true);
        return new(PlanBytes.NameOf(path), loaded.Graph, facts(loaded.Graph, loaded.RootDirectory, isCheckout: false));
    }

    private static async Task WriteAsync(
        Terminal terminal, string format, StackDiff diff, IReadOnlyList<string> broken, Func<string> draw)
    {
        switch (format)
        {
            case Json:
                await terminal.Out.WriteLineAsync(DiffJson.Of(diff, broken));
                break;
            case Markdown:
                await terminal.Out.WriteAsync(DiffMarkdown.Of(diff));
                break;
            case Svg:
                await terminal.Out.WriteAsync(draw());
                break;
            default:
                new DiffText(diff, terminal.Styled).Write();
                break;
        }
    }
}
