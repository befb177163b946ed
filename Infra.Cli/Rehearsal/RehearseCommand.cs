using System.CommandLine;
using System.Globalization;
using Infra.Cli.Commands;
using Infra.Cli.Console;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Drill;
using Infra.Cli.Rehearsal.Live;
using Infra.Cli.Rehearsal.LoadBalancing;
using Infra.Cli.Rehearsal.Stage;

namespace Infra.Cli.Rehearsal;

/// <summary><c>infra rehearse</c>.</summary>
internal static class RehearseCommand
{
    private const string Help =
        """
        Brings a stack up on this machine as it is declared: the load balancer, a web server process for each server, and the group
        that replaces, adds and removes them by AWS's rules.

        Servers are nginx where it is installed, with the configuration that the launch template writes; otherwise embedded ones. A page
        shows all, and has buttons to break a server or add load. AWS's minutes pass faster than this machine's: see --speed. Loopback
        only; Ctrl-C leaves nothing behind. Exit code 1 if the drill finds a requirement that does not hold.

        Examples:
          infra rehearse dev
          infra rehearse prod --drill
          infra rehearse dev --fast
          infra rehearse dev --fast --json | jq '.verdicts[] | select(.outcome == "fail")'
        """;

    public static Command Create(Terminal terminal)
    {
        var command = new Command("rehearse", Help);
        var stack = new StackArguments(command);
        var options = new RehearseOptions(command);
        command.SetAction(async (line, cancellation) =>
        {
            var configuration = stack.Configuration(line);
            var declared = DeclaredStackReader.Read(await Offline.OfflineRun.RunAsync(configuration), configuration.RootDirectory);
            return options.IsFast(line)
                ? Report(await SimulateAsync(declared, cancellation))
                : await RunLiveAsync(declared, line, cancellation);

            int Report(DrillReport report)
            {
                if (options.AsJson(line))
                    terminal.Out.WriteLine(DrillJson.Of(report));
                else
                    new DrillText(report, terminal.Styled).Write();
                return report.Passed ? ExitCode.Done : ExitCode.CheckFailed;
            }

            async Task<int> RunLiveAsync(DeclaredStack declared, ParseResult line, CancellationToken cancellation)
            {
                await using var rehearsal = await LiveRehearsal.StartAsync(declared, options.Live(line, declared), options.PagePort(line), cancellation);
                await rehearsal.AnnounceAsync(terminal.Error);
                if (options.IsDrill(line))
                    return Report(await rehearsal.DrillAsync(cancellation));

                await rehearsal.WatchAsync(terminal.Out, cancellation);
                return ExitCode.Done;
            }
        });
        return command;
    }

    private static Task<DrillReport> SimulateAsync(DeclaredStack declared, CancellationToken cancellation) =>
        DrillRunner.RunAsync(declared, ServerModel.Default, new SimulatedStage(declared, ServerModel.Default), live: null, cancellation);
}
