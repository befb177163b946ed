using System.CommandLine;
using Infra.Cli.Live.Aws;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Claims.Reports;
using Infra.Cli.Live.Drill.Reports;
using Infra.Cli.Shell;

namespace Infra.Cli.Live.Drill;

/// <summary><c>infra drill</c>.</summary>
internal static class DrillCommand
{
    private const string Help =
        """
        Drills a deployed stack on AWS: breaks a server and watches it healed, loads the site and watches servers come and go.

        Needs the Pulumi CLI, which knows the stack, and the AWS CLI with credentials for its account. All through the drill the servers
        are counted, and a fourth one in service or starting fails it. Nothing is set on AWS but the health of one server, or with
        --terminate its end; the load ends with the drill, however that ends. Asks before it breaks anything. With all of its waits it
        takes about an hour. Exit code 1 if a claim does not hold, 2 if one could not be checked and all others hold.

        Examples:
          infra drill dev
          infra drill dev --yes --no-scale-in --junit drill.xml
          infra drill dev --yes --no-load --terminate
          infra drill prod --yes-in-prod --rate 100
          infra drill dev --yes --json | jq '.checks[] | select(.outcome != "pass")'
        """;

    /// <param name="terminal">Where it writes.</param>
    /// <param name="tools">What it drills with.</param>
    /// <param name="stamps">Stamps a report that may be kept.</param>
    public static Command Create(Terminal terminal, DrillTools tools, Stamping stamps)
    {
        var command = new Command("drill", Help);
        var options = new DrillOptions(command);
        command.SetAction(async (line, cancellation) =>
        {
            var stack = options.Stack(line);
            var plan = options.Plan(line);
            var files = options.Report.Files(line);
            StackDrill? drill = null;
            try
            {
                var outputs = await GroupOutputs.OfAsync<GroupOutputs>(stack, cancellation);
                drill = await StackDrill.FindAsync(stack, outputs, plan, tools, cancellation);
                if (!await options.Consent(line).AskAsync(stack, drill, terminal.Error, tools.Answers(), cancellation))
                {
                    await terminal.Error.WriteLineAsync("Nothing was changed.");
                    return ExitCode.InvalidUsage;
                }

                var made = options.Report.IsKept(line) ? await stamps("infra drill", stack) : null;
                var report = await RunAsync(drill, terminal, tools, cancellation) with { Made = made };
                await options.Report.WriteAsync(line, report, () => DrillJson.Of(report), files, terminal);
                return report.ExitCode;
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                foreach (var sentence in drill is null ? ["The drill was broken off before it began."] : await drill.AftermathAsync())
                    await terminal.Error.WriteLineAsync(sentence);
                return ExitCode.InvalidUsage;
            }
            finally
            {
                if (drill is not null)
                    await drill.DisposeAsync();
            }
        });
        return command;
    }

    private static async Task<DrillReport> RunAsync(StackDrill drill, Terminal terminal, DrillTools tools, CancellationToken cancellation)
    {
        using var progress = new StepProgress(terminal.Steered, terminal.IsErrorWatched, drill.StepCount, tools.Time);
        return await drill.RunAsync(progress, view => progress.Show(view.Shown), cancellation);
    }
}
