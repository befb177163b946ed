using Infra.Cli.Live.Load;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Rehearsal.Script;

/// <summary>What the steps of a drill share: the stack that runs, and how waits and events are measured.</summary>
internal sealed class ScriptContext(RehearsedStack declared, ServerModel model, IRunningStack stack, Instruments? instruments)
{
    private readonly List<ScriptEvent> _events = [];
    private int _fewestHealthy;
    private LossMeter? _losses;

    public RehearsedStack Declared => declared;

    public IRunningStack Stack => stack;

    /// <summary>None where the stack is simulated.</summary>
    public Instruments? Instruments => instruments;

    public ScriptLoad Load { get; } = ScriptLoad.For(declared.Group, model);

    public TimeSpan Slack => instruments?.Slack ?? TimeSpan.Zero;

    public IReadOnlyList<ScriptEvent> Events => _events;

    private LoadCounts Requests => instruments?.Load.Counts ?? stack.Requests;

    /// <summary>Lets something happen, and records how the stack stood it.</summary>
    public async Task<ScriptEvent> DuringAsync(string name, Func<Task> happening)
    {
        var start = stack.View;
        var losses = new LossMeter(start.Time, Requests);
        (_fewestHealthy, _losses) = (start.Healthy, losses);
        stack.Note(name);
        await happening();
        losses.Look(stack.View.Time, Requests);
        var occurred = new ScriptEvent(
            name,
            stack.View.Time - start.Time,
            start.Healthy,
            _fewestHealthy,
            stack.HighestCapacity,
            stack.MostRunning,
            losses.Loss);
        _events.Add(occurred);
        return occurred;
    }

    /// <summary>Waits until the stack stands as asked.</summary>
    /// <param name="condition">How it should stand.</param>
    /// <param name="limit">How long it may take from <paramref name="since"/>.</param>
    /// <param name="since">When the time began to count; now unless given.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<Wait> UntilAsync(
        Predicate<StackView> condition, TimeSpan limit, CancellationToken cancellation, DateTimeOffset? since = null)
    {
        var start = since ?? stack.View.Time;
        var wait = new Wait(limit, Slack, null);
        var left = wait.Patience - (stack.View.Time - start);
        return left > TimeSpan.Zero && await stack.UntilAsync(Watched(condition), left, cancellation)
            ? wait with { Took = stack.View.Time - start }
            : wait;
    }

    /// <summary>Lets time pass.</summary>
    public Task PassAsync(TimeSpan time, CancellationToken cancellation) => stack.UntilAsync(Watched(_ => false), time, cancellation);

    private Predicate<StackView> Watched(Predicate<StackView> condition) => view =>
    {
        _fewestHealthy = Math.Min(_fewestHealthy, view.Healthy);
        _losses?.Look(view.Time, Requests);
        return condition(view);
    };
}
