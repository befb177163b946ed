using Infra.Cli.Live.Aws;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Drill.Steps;
using Infra.Cli.Shell;
using Infra.Cli.Shell.Tools;

namespace Infra.Cli.Live.Drill;

/// <summary>Runs the steps one after another, whatever fails on the way.</summary>
internal static class DrillRunner
{
    /// <summary>The steps: first those that only look, then those that break, and last those that judge the whole.</summary>
    public static IReadOnlyList<IDrillStep> Steps(IPortProbe probe) =>
    [
        new HealthStep(),
        new RefreshStep(),
        new PublicAddressStep(probe),
        new AdmittedStep(),
        new HealStep(),
        new LoadStep(),
        new LoadGoneStep(),
        new CeilingStep(),
        new LeftAsFoundStep(),
    ];

    /// <summary>Runs them.</summary>
    /// <param name="steps">The steps.</param>
    /// <param name="context">What they share.</param>
    /// <param name="progress">Is told what is about to be tried.</param>
    /// <param name="cancellation">Breaks it off; the load is stopped then as well.</param>
    public static async Task<IReadOnlyList<Verdict>> RunAsync(
        IReadOnlyList<IDrillStep> steps, DrillContext context, IProgress<Claim> progress, CancellationToken cancellation)
    {
        var verdicts = new List<Verdict>();
        try
        {
            foreach (var step in steps)
            {
                progress.Report(step.Claims[0]);
                var start = context.Watch.Time.GetUtcNow();
                var findings = await FindAsync(step, context, cancellation);
                var took = context.Watch.Time.GetUtcNow() - start;

                // A step's time is told once, with its first claim.
                verdicts.AddRange(step.Claims.Zip(
                    findings, (claim, finding) => new Verdict(claim, finding, claim == step.Claims[0] ? took : TimeSpan.Zero)));
            }

            return verdicts;
        }
        finally
        {
            context.Load.SetRate(0);
        }
    }

    private static async Task<IReadOnlyList<Finding>> FindAsync(IDrillStep step, DrillContext context, CancellationToken cancellation)
    {
        try
        {
            return await step.RunAsync(context, cancellation);
        }
        catch (Exception failure) when (failure is AwsException or ToolMissingException or InvalidUsageException)
        {
            return [.. step.Claims.Select(_ => Finding.NotChecked(failure.Message.ReplaceLineEndings(" ")))];
        }
    }
}
