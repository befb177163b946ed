using Infra.Cli.Rehearsal.Group;
using Infra.Cli.Rehearsal.Simulation;

namespace Infra.Cli.Tests.Rehearsal.Group;

/// <summary>Something that happens to a stack, and how long nothing else does.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Which">To which server or zone: counted on from the first one, and round again.</param>
/// <param name="Load">The requests a second of a change of load.</param>
/// <param name="Then">The time until the next trouble.</param>
internal sealed record Trouble(TroubleKind Kind, int Which, int Load, TimeSpan Then)
{
    /// <summary>Enough for the alarm on errors.</summary>
    public const int MinimumLoad = 5;

    public const int MaximumLoad = 600;
    public const int MaximumSeconds = 900;

    public static Trouble Any(Random random) => new(
        random.GetItems(Enum.GetValues<TroubleKind>(), 1)[0],
        random.Next(0, 1000),
        random.Next(MinimumLoad, MaximumLoad),
        TimeSpan.FromSeconds(random.Next(1, MaximumSeconds)));

    public void HappenTo(SimulatedStack stack, LifeWatch watch, IReadOnlyList<string> zones)
    {
        var servers = stack.View.Servers;
        switch (Kind)
        {
            case TroubleKind.Break when servers.Count > 0:
                stack.Break(servers[Which % servers.Count].Id);
                break;
            case TroubleKind.Hang when servers.Count > 0:
                stack.Hang(servers[Which % servers.Count].Id);
                break;
            case TroubleKind.Roll:
                watch.Rolls(VersionFault.None);
                break;
            case TroubleKind.RollBroken:
                watch.Rolls(VersionFault.NeverHealthy);
                break;
            case TroubleKind.RollErrors:
                watch.Rolls(VersionFault.Errors);
                break;
            case TroubleKind.LoseZone:
                stack.LoseZone(zones[Which % zones.Count]);
                break;
            case TroubleKind.RestoreZone:
                stack.RestoreZone(zones[Which % zones.Count]);
                break;
            case TroubleKind.SetLoad:
                stack.SetLoad(Load);
                break;
        }
    }
}

internal enum TroubleKind
{
    Break,
    Hang,
    Roll,
    RollBroken,
    RollErrors,
    LoseZone,
    RestoreZone,
    SetLoad,
}
