using System.CommandLine;
using Infra.Cli.Cost.Prices;
using Infra.Cli.Plan;
using Infra.Cli.Shell;

namespace Infra.Cli.Cost;

/// <summary><c>infra cost</c>.</summary>
internal static class CostCommand
{
    private const string Help = """
        Estimates what a stack costs in a month, with the fewest and with the most servers.

        A price that is not known is a gap: it is named, and the total is 'at least'.
        'infra prices' says what is known, and --complete makes a gap a failure.

        Examples:
          infra cost dev
          infra cost prod --traffic-gb 500 --requests 20000000
          infra cost dev --set egress=nat
          infra cost dev --compare prod
          infra cost prod --json
          infra cost prod --complete
          infra cost --from plan.json
        """;

    public static Command Create(Terminal terminal, PlanSource plan)
    {
        var command = new Command("cost", Help);
        var stack = new StackArguments(command, plan, terminal);
        var options = new CostOptions(command);
        var compare = new Option<string>("--compare")
        {
            Description = "Puts another stack beside it, with the same overrides.",
            HelpName = "stack",
        };
        var json = new Option<bool>("--json")
        {
            Description = "Prints JSON, with the source of each price and why the other resources are free.",
        };
        var complete = new Option<bool>("--complete")
        {
            Description = "Fails with exit code 1 if a price is not known; everything is printed all the same.",
        };
        command.Options.Add(compare);
        command.Options.Add(json);
        command.Options.Add(complete);
        command.AddRule(line =>
        {
            if (stack.IsFromFile(line) && line.GetResult(compare) is not null)
                line.AddError("--compare puts another stack beside a stack, and --from has a plan: leave out one of both.");
        });
        command.SetAction(async (line, cancellation) =>
        {
            var usage = options.Usage(line);
            var loaded = await stack.PlanAsync(line, cancellation);
            var estimate = loaded.Told(graph => CostEstimator.Estimate(graph, usage, PriceBook.Default));
            var other = line.GetValue(compare) is { } name
                ? CostEstimator.Estimate(await stack.GraphAsync(line, name, cancellation), usage, PriceBook.Default)
                : null;

            if (line.GetValue(json))
                await terminal.Out.WriteLineAsync(other is null ? CostJson.Of(estimate) : CostJson.Of(estimate, other));
            else if (other is null)
                CostReport.Write(terminal, estimate);
            else
                CostReport.WriteComparison(terminal, estimate, other);

            var isComplete = estimate.IsComplete && other?.IsComplete != false;
            return line.GetValue(complete) && !isComplete ? ExitCode.CheckFailed : ExitCode.Done;
        });
        return command;
    }
}
