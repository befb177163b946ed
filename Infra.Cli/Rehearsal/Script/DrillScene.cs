using Infra.Cli.Live.Load;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Stage;

namespace Infra.Cli.Rehearsal.Script;

/// <summary>What the steps of a drill share: the stack that runs, and how waits and events are measured.</summary>
internal sealed class DrillScene(RehearsedStack declared, ServerModel model, IStage stage, LiveInstruments? live)
{
    private readonly List<DrillEvent> _events = [];
    private int _fewestHealthy;

    public RehearsedStack Declared => declared;

    public IStage Stage => stage;

    /// <summary>None in a fast drill.</summary>
    public LiveInstruments? Live => live;

    public DrillLoad Load { get; } = DrillLoad.For(declared.Group, model);

    public TimeSpan Slack => live?.Slack ?? TimeSpan.Zero;

    public IReadOnlyList<DrillEvent> Events => _events;

    /// <summary>Lets something happen, and records how the stack stood it.</summary>
    public async Task<DrillEvent> DuringAsync(string name, Func<Task> happening)
    {
        var start = stage.View;
        var requests = live?.Load.Counts;
        _fewestHealthy = start.Healthy;
        stage.Note(name);
        await happening();
        var occurred = new DrillEvent(
            name, stage.View.Time - start.Time, start.Healthy, _fewestHealthy, stage.HighestCapacity, RequestsSince(requests));
        _events.Add(occurred);
        return occurred;
    }

    /// <summary>Waits until the stack stands as asked.</summary>
    /// <param name="condition">How it should stand.</param>
    /// <param name="limit">How long it may take from <paramref name="since"/>.</param>
    /// <param name="since">When the time began to count; now unless given.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<Wait> UntilAsync(Predicate<StageView> condition, TimeSpan limit, CancellationToken cancellation, DateTimeOffset? since = null)
    {
        var start = since ?? stage.View.Time;
        var wait = new Wait(limit, Slack, null);
        var left = wait.Patience - (stage.View.Time - start);
        return left > TimeSpan.Zero && await stage.UntilAsync(Watched(condition), left, cancellation)
            ? wait with { Took = stage.View.Time - start }
            : wait;
    }

    /// <summary>Lets time pass.</summary>
    public Task PassAsync(TimeSpan time, CancellationToken cancellation) => stage.UntilAsync(Watched(_ => false), time, cancellation);

    private Predicate<StageView> Watched(Predicate<StageView> condition) => view =>
    {
        _fewestHealthy = Math.Min(_fewestHealthy, view.Healthy);
        return condition(view);
    };

    private LoadCounts? RequestsSince(LoadCounts? earlier) => live is not null && earlier is { } counts ? live.Load.Counts.Since(counts) : null;
}
