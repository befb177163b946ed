using System.CommandLine;
using Infra.Cli.Plan;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;
using Spectre.Console;

namespace Infra.Cli.Preview;

/// <summary><c>infra preview</c>.</summary>
internal static class PreviewCommand
{
    private const string Help =
        """
        Shows what a stack will create, as 'pulumi preview' does, but without the Pulumi CLI or a cloud account.

        The program runs as in a deployment. What AWS would decide (ids, ARNs, DNS names) is made up, the same at every run.

        Examples:
          infra preview dev
          infra preview prod --set egress=nat
          infra preview prod --json | jq '.changeSummary'
          pulumi stack export | infra preview --from -
        """;

    /// <param name="terminal">Where it writes.</param>
    /// <param name="plan">Where it gets a stack from.</param>
    /// <param name="summaries">
    /// What other commands say of a stack in a line, to stand below its resources; they get its graph and the project's directory.
    /// </param>
    public static Command Create(Terminal terminal, PlanSource plan, params IReadOnlyList<Func<ResourceGraph, string, string>> summaries)
    {
        var command = new Command("preview", Help);
        var stack = new StackArguments(command, plan, terminal);
        var asJson = new Option<bool>("--json") { Description = "Prints what 'pulumi preview --json' would." };
        command.Options.Add(asJson);
        command.SetAction(async (line, cancellation) =>
        {
            var (graph, rootDirectory, _) = await stack.PlanAsync(line, cancellation);
            if (line.GetValue(asJson))
            {
                await terminal.Out.WriteLineAsync(PreviewJson.Of(graph));
            }
            else
            {
                var profile = terminal.Styled.Profile;
                new PreviewText(graph, new AnsiWriter(profile.Out.Writer, profile.Capabilities), profile.Width)
                    .Write([.. summaries.Select(summary => summary(graph, rootDirectory))]);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
