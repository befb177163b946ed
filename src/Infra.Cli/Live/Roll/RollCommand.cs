using System.CommandLine;
using Infra.Cli.Live.Aws;
using Infra.Cli.Live.Claims.Reports;
using Infra.Cli.Live.Roll.Reports;
using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Shell;

namespace Infra.Cli.Live.Roll;

/// <summary><c>infra roll</c>.</summary>
internal static class RollCommand
{
    // Those that take time: the roll, and the way back.
    private const int Steps = 2;

    private const string Help =
        """
        Rolls a deployed stack's servers to the version that 'pulumi up' has prepared, and goes back if that fails.

        With infra:rollout on 'promote' it starts the roll: AWS goes back by itself when a new server does not get healthy or visitors
        get errors, and while fewer than three servers are wanted the new one comes first. On 'up' it waits for the roll that 'pulumi
        up' has started, and puts the former version back if that fails. A roll that is under way is joined. Scaling that a killed
        roll has left held is released. Needs the Pulumi CLI, which knows the stack, and the AWS CLI with credentials for its account.
        Exit code 1 if the servers did not stay new, an alarm rang, or there were more than three in service or starting; 2 if that could
        not be found out or was broken off.

        Examples:
          infra roll dev
          infra roll prod --junit roll.xml
          infra roll prod --json | jq '.checks[] | select(.outcome != "pass")'
        """;

    public static Command Create(Terminal terminal, RollTools tools)
    {
        var stackArgument = new Argument<string>("stack") { Description = "The stack, as the Pulumi CLI names it.", HelpName = "stack" };
        stackArgument.CompleteStacks();
        var command = new Command("roll", Help) { stackArgument };
        var options = new ReportOptions(command, isEvidence: false);
        command.SetAction(async (line, cancellation) =>
        {
            var stack = line.GetRequiredValue(stackArgument);
            var files = options.Files(line);
            StackRoll? roll = null;
            try
            {
                var outputs = await GroupOutputs.OfAsync<RollOutputs>(stack, cancellation);
                roll = new(stack, outputs, tools);
                var report = await RunAsync(roll, terminal, tools, cancellation);
                await options.WriteAsync(line, report, () => RollJson.Of(report), files, terminal);
                return report.ExitCode;
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                foreach (var sentence in roll is null ? ["The roll was broken off before it began."] : await roll.AftermathAsync())
                    await terminal.Error.WriteLineAsync(sentence);
                return ExitCode.InvalidUsage;
            }
        });
        return command;
    }

    private static async Task<RollReport> RunAsync(StackRoll roll, Terminal terminal, RollTools tools, CancellationToken cancellation)
    {
        using var progress = new StepProgress(terminal.Steered, terminal.IsErrorWatched, Steps, tools.Time);
        return await roll.RunAsync(progress, view => progress.Show(view.Shown), cancellation);
    }
}
