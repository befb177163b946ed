namespace Infra.Cli.Rehearsal.Simulation;

/// <summary>A clock that stands still until it is moved: a day of AWS's time costs nothing.</summary>
internal sealed class VirtualClock : TimeProvider
{
    private DateTimeOffset _now = DateTimeOffset.UnixEpoch;

    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>Moves it forward; a moment that has passed leaves it where it is.</summary>
    public void AdvanceTo(DateTimeOffset moment) => _now = moment > _now ? moment : _now;
}
