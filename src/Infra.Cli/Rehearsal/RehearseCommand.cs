using System.CommandLine;
using Infra.Cli.Live.Claims.Reports;
using Infra.Cli.Plan;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Emulation;
using Infra.Cli.Rehearsal.Script;
using Infra.Cli.Rehearsal.Simulation;
using Infra.Cli.Rehearsal.Stack;
using Infra.Cli.Rehearsal.Timeline.Plot;
using Infra.Cli.Shell;

namespace Infra.Cli.Rehearsal;

/// <summary><c>infra rehearse</c>.</summary>
internal static class RehearseCommand
{
    private const string Help =
        """
        Brings a stack up on this machine as it is declared, to break it, load it and watch it hold.

        There is the load balancer, a web server process for each server, and the group that replaces, adds and removes them by AWS's
        rules. Servers are nginx where it is installed, with the configuration that the launch template writes; otherwise embedded
        ones. A page shows all, and has buttons to break a server or add load. AWS's minutes pass faster than this machine's: see
        --speed; reports give AWS's. Loopback only; Ctrl-C leaves nothing behind. Exit code 1 if a claim of the drill does not
        hold, 2 if one could not be checked and all others hold, or if the drill was broken off.

        Examples:
          infra rehearse dev
          infra rehearse prod --drill
          infra rehearse dev --fast
          infra rehearse prod --fast --junit rehearse.xml
          infra rehearse prod --fast --svg timeline.svg
          pulumi stack export | infra rehearse --from - --fast
          infra rehearse dev --fast --json | jq '.checks[] | select(.outcome != "pass")'
        """;

    /// <param name="terminal">Where it writes.</param>
    /// <param name="plan">Where it gets a stack from.</param>
    /// <param name="hash">What a plan is known by.</param>
    public static Command Create(Terminal terminal, PlanSource plan, Func<ResourceGraph, string> hash)
    {
        var command = new Command("rehearse", Help);
        var stack = new StackArguments(command, plan, terminal);
        var options = new RehearseOptions(command);
        command.SetAction(async (line, cancellation) =>
        {
            var loaded = await stack.PlanAsync(line, cancellation);
            var declared = loaded.Told(_ => RehearsedPlan.Of(loaded));
            var begin = TimeProvider.System.GetUtcNow();
            var (files, svg) = (options.Report.Files(line), options.SvgFile(line));
            try
            {
                var report = options.IsFast(line)
                    ? await SimulateAsync(declared, cancellation)
                    : await EmulateAsync(declared, options, line, terminal, cancellation);
                if (report is null)
                    return ExitCode.Done;

                // On a virtual clock it says the same whenever it is asked.
                if (options.Report.IsKept(line) && !report.IsFast)
                {
                    report = report with
                    {
                        Made = new("infra rehearse", begin, loaded.Graph.ProjectName, report.StackName, hash(loaded.Graph)),
                    };
                }

                Write(report, options.Report.AsJson(line), terminal);

                // Last, since it may fail, and the drill took minutes.
                files.Write(report, () => RehearsalJson.Of(report));
                svg?.Write(TimelinePlot.Write(report.Timeline));
                return report.ExitCode;
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                await terminal.Error.WriteLineAsync("The rehearsal was broken off; nothing of it is left.");
                return ExitCode.InvalidUsage;
            }
        });
        return command;
    }

    // No report where nothing is drilled.
    private static async Task<RehearsalReport?> EmulateAsync(
        RehearsedStack declared, RehearseOptions options, ParseResult line, Terminal terminal, CancellationToken cancellation)
    {
        var words = options.Report.AsJson(line) ? TextWriter.Null : terminal.Out;
        await using var rehearsal = await EmulatedRehearsal.StartAsync(
            declared, options.Emulation(line, declared), options.PagePort(line), cancellation);
        await rehearsal.AnnounceAsync(words);
        if (options.IsDrill(line))
            return await rehearsal.DrillAsync(words, cancellation);

        await rehearsal.WatchAsync(words, cancellation);
        return null;
    }

    private static void Write(RehearsalReport report, bool asJson, Terminal terminal)
    {
        if (asJson)
            terminal.Out.WriteLine(RehearsalJson.Of(report));
        else if (report.IsFast)
            new RehearsalText(report, terminal.Styled).Write();
        else
            new RehearsalText(report, terminal.Styled).WriteResult();
    }

    /// <summary>The drill on a virtual clock.</summary>
    public static Task<RehearsalReport> SimulateAsync(RehearsedStack declared, CancellationToken cancellation) =>
        ScriptRunner.RunAsync(
            declared, ServerModel.Default, new SimulatedStack(declared, ServerModel.Default), instruments: null, cancellation);
}
