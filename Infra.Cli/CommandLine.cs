using System.CommandLine;
using System.CommandLine.Help;
using Infra.Cli.Checks;
using Infra.Cli.Cost;
using Infra.Cli.Diagram;
using Infra.Cli.Diff;
using Infra.Cli.Documents;
using Infra.Cli.Drift;
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
using Infra.Cli.Roles;
using Infra.Cli.Shell;
using Infra.Cli.Stacks;
using Infra.Settings.Reading;

namespace Infra.Cli;

/// <summary>The whole command line: the verbs, and what becomes of a user's mistake.</summary>
internal static class CommandLine
{
    // What a command that Ctrl-C breaks off has to stop its processes and remove its files.
    private static readonly TimeSpan TidiesUpWithin = TimeSpan.FromSeconds(10);

    // No RootCommand, which is named after the executable: that is Infra.Cli, since infra.dll and Infra.dll can't share a folder.
    public static Command Create(Terminal terminal, PlanSource? plan = null)
    {
        plan ??= OfflineRun.RunAsync;
        return new Command("infra", "Shows what a stack will create, what it costs and how safe it is: without a cloud account.")
        {
            new HelpOption { Action = new BriefHelp() },
            StacksCommand.Create(terminal),
            PreviewCommand.Create(terminal, plan, (graph, _) => CostSummary.Line(graph), CheckSummary.Line),
            CheckCommand.Create(terminal, plan),
            DriftCommand.Create(terminal),
            CostCommand.Create(terminal, plan),
            DiagramCommand.Create(terminal, plan),
            DiffCommand.Create(terminal, plan, DiffFacts.Of, DiagramCommand.DrawDifference),
            RolesCommand.Create(terminal, plan),
            RehearseCommand.Create(terminal, plan),
            DocumentsCommand.Create(terminal, plan, DocumentFragments.All, StackDrawings.Of),
            VerifyCommand.Create(terminal),
            RollCommand.Create(terminal, new()),
            DrillCommand.Create(terminal, new()),
            ServeSiteCommand.Create(),
        };
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
                foreach (var error in line.Errors)
                    await terminal.Error.WriteLineAsync(error.Message);
                await terminal.Error.WriteLineAsync("Run 'infra --help' for what there is.");
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

    private static PlanSource Noting(PlanSource plan, Terminal terminal) => async configuration =>
    {
        terminal.Conceal(new SecretTexts(SecretSettings.WithExamples(configuration).Secrets).HiddenIn);
        return await plan(configuration);
    };
}
