using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Script.Steps;
using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Rehearsal.Script;

/// <summary>The drill: one script, the same for a live stack and for a simulated one.</summary>
internal static class ScriptRunner
{
    private static readonly IReadOnlyList<IScriptStep> Script =
    [
        new FrontStep(),
        new HealthCheckStep(),
        new SickServerStep("a sick server"),
        new RisingLoadStep(),
        new SickServerStep("a sick server at full size"),
        new RollStep(),
        new LostZoneStep(),
        new FallingLoadStep(),
    ];

    /// <summary>Runs it to its end, whatever fails on the way.</summary>
    /// <param name="declared">What the stack declares.</param>
    /// <param name="model">What is assumed of a server.</param>
    /// <param name="stack">The stack, started and calm.</param>
    /// <param name="live">What can be measured live; none for a simulated stack.</param>
    /// <param name="cancellation">Breaks it off.</param>
    public static async Task<RehearsalReport> RunAsync(
        DeclaredStack declared, ServerModel model, IRunningStack stack, Instruments? live, CancellationToken cancellation)
    {
        var context = new ScriptContext(declared, model, stack, live);
        var start = stack.View.Time;
        var before = stack.Events.Count;
        var verdicts = new List<Verdict>();

        stack.SetLoad(context.Load.Quiet);
        foreach (var step in Script)
            verdicts.AddRange(await step.RunAsync(context, cancellation));
        verdicts.Add(Ceiling.VerdictOn(context));

        var report = new RehearsalReport
        {
            StackName = declared.StackName,
            IsFast = live is null,
            Model = model,
            Slack = context.Slack,
            Start = start,
            Log = [.. stack.Events.Skip(before)],
            Events = context.Events,
            Verdicts = [.. verdicts.OrderBy(verdict => verdict.Requirement, StringComparer.Ordinal)],
        };
        stack.SetLoad(0);
        return report;
    }
}
