namespace Infra.Cli.Rehearsal.Group;

/// <summary>
/// Where servers are launched, and whether they are spread as evenly as they can be. See
/// https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html.
/// </summary>
internal static class ZoneChoice
{
    /// <summary>The zone with the fewest servers, the first of several; none if there is no zone.</summary>
    /// <param name="zones">The zones that can take a server.</param>
    /// <param name="staying">The servers that stay.</param>
    public static string? Emptiest(IEnumerable<string> zones, IReadOnlyCollection<Server> staying) =>
        zones.MinBy(zone => staying.Count(server => server.Zone == zone));

    /// <summary>The servers to move so that no two zones differ by more than one, the first to be terminated first.</summary>
    /// <inheritdoc cref="Emptiest"/>
    public static IReadOnlyList<Server> ToMove(IReadOnlyList<string> zones, IReadOnlyCollection<Server> staying)
    {
        var counts = zones.ToDictionary(zone => zone, zone => staying.Count(server => server.Zone == zone));
        var moved = new List<Server>();
        while (counts.Count > 0 && counts.MaxBy(zone => zone.Value) is var fullest && counts.MinBy(zone => zone.Value) is var emptiest
            && fullest.Value - emptiest.Value > 1)
        {
            counts[fullest.Key]--;
            counts[emptiest.Key]++;
            moved.Add(TerminationChoice.Among(staying.Where(server => server.Zone == fullest.Key).Except(moved)));
        }

        return moved;
    }
}
