using Infra.Cli.Live.Claims;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Script.Steps;
using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Rehearsal.Script;

/// <summary>The drill: one script, the same for an emulated stack and for a simulated one.</summary>
internal static class ScriptRunner
{
    private static readonly IReadOnlyList<IScriptStep> Script =
    [
        new FrontStep(),
        new HealthCheckStep(),
        new SickServerStep("a sick server"),
        new RollStep("a roll without load"),
        new RisingLoadStep(),
        new SickServerStep("a sick server at full size"),
        new RollStep("a roll at full size"),
        new ContentStep(),
        new BrokenVersionStep(),
        new FailingVersionStep(),
        new LostZoneStep(),
        new FallingLoadStep(),
    ];

    /// <summary>Runs it to its end, whatever fails on the way.</summary>
    /// <param name="declared">What the stack declares.</param>
    /// <param name="model">What is assumed of a server.</param>
    /// <param name="stack">The stack, started and calm.</param>
    /// <param name="instruments">What an emulated stack can be asked; none for a simulated one.</param>
    /// <param name="cancellation">Breaks it off.</param>
    public static async Task<RehearsalReport> RunAsync(
        RehearsedStack declared, ServerModel model, IRunningStack stack, Instruments? instruments, CancellationToken cancellation)
    {
        var context = new ScriptContext(declared, model, stack, instruments);
        var start = stack.View.Time;
        var before = stack.Events.Count;
        var verdicts = new List<Verdict>();
        var machine = new BusyMachine(instruments);

        stack.SetLoad(context.Load.Quiet);
        foreach (var step in Script)
        {
            var begin = stack.View.Time;
            machine.Begin();
            var found = (await step.RunAsync(context, cancellation)).Select(machine.Judge).ToList();
            var took = stack.View.Time - begin;

            // A step's time is told once, with its first claim.
            verdicts.AddRange(found.Select((verdict, index) => index == 0 ? verdict with { Took = took } : verdict));
        }

        verdicts.Add(Ceiling.VerdictOn(context));
        IReadOnlyList<StackEvent> log = [.. stack.Events.Skip(before)];

        var report = new RehearsalReport([.. verdicts.OrderBy(verdict => verdict.Claim.Requirement, StringComparer.Ordinal)])
        {
            StackName = declared.StackName,
            IsFast = instruments is null,
            Model = model,
            Slack = context.Slack,
            Start = start,
            Log = log,
            Events = context.Events,
            Timeline = stack.Recorder.Timeline(start, start, stack.View.Time, log),
        };
        stack.SetLoad(0);
        return report;
    }
}
