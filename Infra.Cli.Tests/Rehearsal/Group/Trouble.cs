using Infra.Cli.Rehearsal.Simulation;

namespace Infra.Cli.Tests.Rehearsal.Group;

/// <summary>Something that happens to a stack, and how long nothing else does.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Which">To which server or zone: counted on from the first one, and round again.</param>
/// <param name="Load">The requests a second of a change of load.</param>
/// <param name="Then">The time until the next trouble.</param>
internal sealed record Trouble(TroubleKind Kind, int Which, int Load, TimeSpan Then)
{
    public const int MaximumLoad = 600;
    public const int MaximumSeconds = 900;

    public static Trouble Any(Random random) => new(
        random.GetItems(Enum.GetValues<TroubleKind>(), 1)[0],
        random.Next(0, 1000),
        random.Next(0, MaximumLoad),
        TimeSpan.FromSeconds(random.Next(1, MaximumSeconds)));

    public void HappenTo(SimulatedStack stack, IReadOnlyList<string> zones)
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
                stack.Roll();
                break;
            case TroubleKind.RollBroken:
                stack.Roll(isBroken: true);
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
    LoseZone,
    RestoreZone,
    SetLoad,
}
