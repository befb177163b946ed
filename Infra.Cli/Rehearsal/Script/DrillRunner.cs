using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Script.Steps;
using Infra.Cli.Rehearsal.Stage;

namespace Infra.Cli.Rehearsal.Script;

/// <summary>The drill: one script, the same for a live stack and for a simulated one.</summary>
internal static class DrillRunner
{
    private static readonly IReadOnlyList<IDrillStep> Script =
    [
        new FrontStep(),
        new HealthCheckStep(),
        new SickServerStep("a sick server"),
        new LoadStep(),
        new SickServerStep("a sick server at full size"),
        new RollStep(),
        new LostZoneStep(),
        new LoadGoneStep(),
    ];

    /// <summary>Runs it to its end, whatever fails on the way.</summary>
    /// <param name="declared">What the stack declares.</param>
    /// <param name="model">What is assumed of a server.</param>
    /// <param name="stage">The stack, started and calm.</param>
    /// <param name="live">What can be measured live; none for a simulated stack.</param>
    /// <param name="cancellation">Breaks it off.</param>
    public static async Task<DrillReport> RunAsync(
        RehearsedStack declared, ServerModel model, IStage stage, LiveInstruments? live, CancellationToken cancellation)
    {
        var scene = new DrillScene(declared, model, stage, live);
        var start = stage.View.Time;
        var before = stage.Events.Count;
        var verdicts = new List<Verdict>();

        stage.SetLoad(scene.Load.Quiet);
        foreach (var step in Script)
            verdicts.AddRange(await step.RunAsync(scene, cancellation));
        verdicts.Add(Ceiling.VerdictOn(scene));

        var report = new DrillReport
        {
            StackName = declared.StackName,
            IsFast = live is null,
            Model = model,
            Slack = scene.Slack,
            Start = start,
            Log = [.. stage.Events.Skip(before)],
            Events = scene.Events,
            Verdicts = [.. verdicts.OrderBy(verdict => verdict.Requirement, StringComparer.Ordinal)],
        };
        stage.SetLoad(0);
        return report;
    }
}
