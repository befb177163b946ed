using System.CommandLine;
using Infra.Cli.Checks.Reports;
using Infra.Cli.Checks.Waivers;
using Infra.Cli.Plan;
using Infra.Cli.Shell;

namespace Infra.Cli.Checks;

/// <summary><c>infra check</c>.</summary>
internal static class CheckCommand
{
    private const string Help =
        $"""
        Checks a stack against security and reliability controls, before anything of it exists.

        The controls are those of Security Hub, CIS, cdk-nag, checkov and trivy that concern what the stack creates, and what
        keeps the site up and within three servers. What is accepted all the same stands with its reason, and with the
        settings that it is accepted for, in {WaiverFile.DesignPath}, which is the design's, and in your own
        {WaiverFile.ProjectPath} beside Pulumi.yaml. Exit code 1 if a control fails, or if a waiver of your own is not needed;
        with --set, only if a control fails.

        Examples:
          infra check prod
          infra check dev --set egress=nat
          infra check prod --json | jq '.controls[] | select(.outcome == "waived")'
          infra check prod --sarif > infra.sarif
        """;

    public static Command Create(Terminal terminal, PlanSource plan)
    {
        var command = new Command("check", Help);
        var stack = new StackArguments(command, plan);
        var asJson = new Option<bool>("--json") { Description = "Prints every control with what it was checked on, for programs." };
        var asSarif = new Option<bool>("--sarif") { Description = "Prints what fails or is waived as SARIF 2.1.0, for code scanning." };
        command.Options.Add(asJson);
        command.Options.Add(asSarif);
        command.Validators.Add(line =>
        {
            if (line.GetValue(asJson) && line.GetValue(asSarif))
                line.AddError("--json and --sarif are two formats: choose one.");
        });
        command.SetAction(async (line, cancellation) =>
        {
            var configuration = await stack.ConfigurationAsync(line, cancellation);
            var waivers = WaiverFile.Read(configuration.RootDirectory);
            var report = CheckReport.Of(await stack.GraphAsync(configuration), waivers, stack.HasOverrides(line));
            if (line.GetValue(asJson))
                await terminal.Out.WriteLineAsync(CheckJson.Of(report));
            else if (line.GetValue(asSarif))
                await terminal.Out.WriteLineAsync(CheckSarif.Of(report));
            else
                new CheckText(report, terminal.Styled).Write();

            return report.Passed ? ExitCode.Done : ExitCode.CheckFailed;
        });
        return command;
    }
}
