using Infra.Cli.Plan.Declared;

namespace Infra.Cli.Rehearsal.Group;

/// <summary>The group's availability zones, and which of them are lost.</summary>
internal sealed class GroupZones(DeclaredGroup declared, Action<string> log)
{
    private readonly HashSet<string> _lost = [];

    /// <summary>Those that can take a server, as declared in order.</summary>
    public IReadOnlyList<string> Available => [.. declared.Zones.Where(zone => !_lost.Contains(zone))];

    /// <summary>Those that are lost, as declared in order.</summary>
    public IReadOnlyList<string> Lost => [.. declared.Zones.Where(_lost.Contains)];

    public void Lose(string zone)
    {
        if (_lost.Add(zone))
            log($"{zone} lost");
    }

    public void Restore(string zone)
    {
        if (_lost.Remove(zone))
            log($"{zone} back");
    }
}
