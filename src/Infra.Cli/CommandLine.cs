using System.CommandLine;
using System.CommandLine.Help;
using Infra.Cli.Checks;
using Infra.Cli.Cost;
using Infra.Cli.Cost.Updating;
using Infra.Cli.Diagram;
using Infra.Cli.Diff;
using Infra.Cli.Documents;
using Infra.Cli.Drift;
using Infra.Cli.Init;
using Infra.Cli.Live.Drill;
using Infra.Cli.Live.Roll;
using Infra.Cli.Live.Verify;
using Infra.Cli.Plan;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Recording;
using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Preview;
using Infra.Cli.Rehearsal;
using Infra.Cli.Rehearsal.WebServers;
using Infra.Cli.Report;
using Infra.Cli.Roles;
using Infra.Cli.Shell;
using Infra.Cli.Shell.Completions;
using Infra.Cli.Shell.Help;
using Infra.Cli.Stacks;
using Infra.Settings.Reading;

namespace Infra.Cli;

/// <summary>The whole command line: the verbs, and what becomes of a user's mistake.</summary>
internal static class CommandLine
{
    // What a command that Ctrl-C breaks off has to stop its processes and remove its files.
    private static readonly TimeSpan TidiesUpWithin = TimeSpan.FromSeconds(10);

    /// <summary>The commands that there are.</summary>
    /// <param name="terminal">Where they write.</param>
    /// <param name="plan">Where they get a stack from; without any, from running the program.</param>
    /// <param name="prices">What <c>infra prices</c> reads AWS's lists with.</param>
    public static Command Create(Terminal terminal, PlanSource? plan = null, PriceTools? prices = null)
    {
        plan ??= OfflineRun.RunAsync;
        // No RootCommand, which is named after the executable: that is Infra.Cli, since infra.dll and Infra.dll can't share a folder.
        var program = new Command("infra", "Shows what a stack will create, what it costs and how safe it is: without a cloud account.");
        var groups = Groups(terminal, plan, prices ?? new());
        foreach (var command in groups.SelectMany(group => group.Commands))
            program.Add(command);
        program.Add(new HelpOption { Action = new HelpCommandAction(program, groups, () => terminal.Styled.Profile.Width) });
        program.Add(new VersionOption { Action = new VersionAction(program.Name) });
        program.Add(ServeSiteCommand.Create());
        program.Add(CompleteCommand.Create(terminal, program));
        YieldingAction.InAll(program);
        return program;
    }

    /// <summary>Runs one command line; returns the exit code.</summary>
    /// <param name="args">The words behind the program's name.</param>
    /// <param name="terminal">Where it writes.</param>
    /// <param name="plan">Where it gets a stack from; without any, from running the program.</param>
    public static async Task<int> RunAsync(string[] args, Terminal terminal, PlanSource? plan = null)
    {
        // Whatever a command writes, by whatever way: what its stack keeps secret stays here.
        List<Func<string, string>> edits = [];
        terminal = terminal.Through(text => edits.Aggregate(text, (shown, edit) => edit(shown))) with { Conceal = edits.Add };
        var line = Create(terminal, Noting(plan ?? OfflineRun.RunAsync, terminal)).Parse(args);
        var io = new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TidiesUpWithin,
        };
        try
        {
            if (line.Errors.Count > 0)
            {
                foreach (var message in UsageErrors.Of(line))
                    await terminal.Error.WriteLineAsync(message);
                return ExitCode.InvalidUsage;
            }

            return await line.InvokeAsync(io);
        }
        catch (Exception mistake) when (mistake is InvalidUsageException or InvalidSettingsException)
        {
            await terminal.Error.WriteLineAsync(mistake.Message);
            return ExitCode.InvalidUsage;
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync("The command was broken off.");
            return ExitCode.InvalidUsage;
        }
        catch (IOException fault)
        {
            // The machine's fault, such as a full disk where the result was to go.
            await terminal.Error.WriteLineAsync($"can't go on: {fault.Message}");
            return ExitCode.InvalidUsage;
        }
    }

    private static IReadOnlyList<CommandGroup> Groups(Terminal terminal, PlanSource plan, PriceTools prices) =>
    [
        new(
            "Look at a stack, without an account",
            StacksCommand.Create(terminal),
            PreviewCommand.Create(terminal, plan, (graph, _) => CostSummary.Line(graph), CheckSummary.Line),
            CheckCommand.Create(terminal, plan),
            CostCommand.Create(terminal, plan),
            PricesCommand.Create(terminal, prices),
            DiagramCommand.Create(terminal, plan),
            ReportCommand.Create(terminal, plan, new StackReporter(PlanHash.Of, TimeProvider.System, PackageVersions.InUse))),
        new(
            "See what a change does",
            DiffCommand.Create(terminal, plan, DiffFacts.Of, DiagramCommand.DrawDifference),
            DriftCommand.Create(terminal)),
        new(
            "Try a stack on this machine",
            RehearseCommand.Create(terminal, plan, PlanHash.Of)),
        new(
            "Run a stack on AWS",
            RolesCommand.Create(terminal, plan),
            RollCommand.Create(terminal, new()),
            VerifyCommand.Create(terminal, PlanHash.StampsOf(plan, TimeProvider.System)),
            DrillCommand.Create(terminal, new(), PlanHash.StampsOf(plan, TimeProvider.System))),
        new(
            "Look after the project",
            InitCommand.Create(terminal),
            DocumentsCommand.Create(terminal, plan, DocumentFragments.All, DocumentDrawings.OfAsync),
            CompletionsCommand.Create(terminal)),
    ];

    private static PlanSource Noting(PlanSource plan, Terminal terminal)
    {
        var isSaid = false;
        return async configuration =>
        {
            terminal.Conceal(new SecretTexts(SecretSettings.WithExamples(configuration).Secrets).HiddenIn);
            if (!isSaid && ProgramSources.DifferIn(configuration.RootDirectory, typeof(WebStack).Assembly.Location))
            {
                isSaid = true;
                await terminal.Error.WriteLineAsync(
                    "The project's program is not the one that this tool was built from, and what follows is of the tool's: "
                    + "run ./infra there for its own.");
            }

            return await plan(configuration);
        };
    }
}
