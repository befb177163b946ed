using Infra.Cli.Diff.Facts;
using Infra.Cli.Diff.Resources;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;
using Infra.Servers;

namespace Infra.Cli.Diff.Effects;

/// <summary>What a change does to the site of a stack that runs: the table in docs/configuration.md, by what is in the plans.</summary>
internal sealed record Effect
{
    /// <summary>What becomes of a group whose servers are replaced.</summary>
    public const string Rolled = "rolled";

    /// <summary>Whether AWS refuses it half-way, so that the stack has to be destroyed and created anew.</summary>
    public required bool NeedsNewStack { get; init; }

    public required RollKind Roll { get; init; }

    /// <summary>The longest that the roll takes as promised; none where it is not known, or nothing rolls.</summary>
    public required TimeSpan? RollsWithin { get; init; }

    public required IReadOnlyList<Break> Breaks { get; init; }

    /// <summary>Whether nobody notices anything.</summary>
    public bool IsNone => !NeedsNewStack && Roll == RollKind.None && Breaks.Count == 0;

    public static Effect Of(GraphDiff diff)
    {
        var roll = RollOf(diff);
        return new()
        {
            NeedsNewStack = diff.Of(Change.Replaced).Any(node => node.Node.Type == TypeToken.Vpc),
            Roll = roll,
            RollsWithin = roll == RollKind.None ? null : PromisedTime.Of(diff.After, PromisedTime.Roll),
            Breaks = [.. SoleServer(diff.After, roll), .. diff.Nodes.Select(node => Interruption.Of(node, diff)).OfType<Break>()],
        };
    }

    // The group follows the template's newest version, or the proven one; its subnets are a trigger of a roll in any case.
    private static RollKind RollOf(GraphDiff diff)
    {
        if (diff.Of(Change.Changed).Any(node => node.Node.Type == TypeToken.AutoScalingGroup && Has(node, "vpcZoneIdentifiers")))
            return RollKind.Started;
        if (!diff.Nodes.Any(node => node is { Change: not Change.Created, Node.Type: TypeToken.LaunchTemplate } && !IsOfTagsAlone(node)))
            return RollKind.None;

        return new DeclaredStack(diff.After).Groups.Any(group => group.Rollout == Rollout.Up) ? RollKind.Started : RollKind.Prepared;
    }

    private static bool Has(NodeDiff node, string input) => node.Properties.Any(property => property.Input == input);

    private static bool IsOfTagsAlone(NodeDiff node) =>
        node.Change == Change.Changed && node.Properties.All(property => property.Input == "tags");

    // Where pulumi up starts the roll, the only server leaves before the next one comes.
    private static IEnumerable<Break> SoleServer(ResourceGraph after, RollKind roll) =>
        from servers in roll == RollKind.Started ? new DeclaredStack(after).Groups : []
        where servers.MinSize == 1
        select new Break(servers.Name, Rolled, "all requests, since the only server leaves before the next one is ready")
        {
            For = servers.HealthCheckGracePeriod,
        };
}
