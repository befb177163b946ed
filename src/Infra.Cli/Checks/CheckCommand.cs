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
        for other settings than the stack's, only if a control fails. Of a first deployment the engine does not know all: a
        control that depends on more is open, neither met nor failed.

        Examples:
          infra check prod
          infra check dev --set egress=nat
          infra check prod --json | jq '.controls[] | select(.outcome == "waived")'
          infra check prod --sarif > infra.sarif
          pulumi preview --json --show-sames | infra check --from - --strict
          pulumi stack export | infra check --from -
          pulumi preview --refresh --json --show-sames | infra check --from - --live
        """;

    public static Command Create(Terminal terminal, PlanSource plan)
    {
        var command = new Command("check", Help);
        var stack = new StackArguments(command, plan, terminal);
        var asJson = new Option<bool>("--json") { Description = "Prints every control with what it was checked on, for programs." };
        var asSarif = new Option<bool>("--sarif") { Description = "Prints what fails or is waived as SARIF 2.1.0, for code scanning." };
        var isStrict = new Option<bool>("--strict")
        {
            Description = "Fails with exit code 2 if nothing fails but a control depends on what the plan does not tell.",
        };
        var isLive = new Option<bool>("--live")
        {
            Description = "Checks what runs, as a preview made with --refresh and --show-sames found it, and not what it would make.",
        };
        command.Options.Add(isStrict);
        command.Options.Add(isLive);
        command.Options.Add(asJson);
        command.Options.Add(asSarif);
        command.AddRule(line =>
        {
            if (line.GetValue(isLive) && !stack.IsFromFile(line))
                line.AddError("--live is about what a preview found: name its file by --from.");
            if (line.GetValue(asJson) && line.GetValue(asSarif))
                line.AddError("--json and --sarif are two formats: choose one.");
        });
        command.SetAction(async (line, cancellation) =>
        {
            var loaded = await stack.PlanAsync(line, cancellation, line.GetValue(isLive));
            var report = CheckReport.Of(loaded.Graph, WaiverFile.Read(loaded.RootDirectory), loaded.IsWhatIf);
            if (line.GetValue(asJson))
                await terminal.Out.WriteLineAsync(CheckJson.Of(report));
            else if (line.GetValue(asSarif))
                await terminal.Out.WriteLineAsync(CheckSarif.Of(report));
            else
                new CheckText(report, terminal.Styled).Write();

            if (!report.Passed)
                return ExitCode.CheckFailed;
            return line.GetValue(isStrict) && CheckReport.NotKnown(report.Results) > 0 ? ExitCode.InvalidUsage : ExitCode.Done;
        });
        return command;
    }
}
