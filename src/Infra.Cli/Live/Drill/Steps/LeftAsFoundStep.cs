using Infra.Cli.Live.Aws;
using Infra.Cli.Live.Claims;

namespace Infra.Cli.Live.Drill.Steps;

/// <summary>The drill leaves the group as it found it.</summary>
internal sealed class LeftAsFoundStep : IDrillStep
{
    public IReadOnlyList<Claim> Claims { get; } =
    [
        new(null, "the group is as it was before the drill", "that nothing else was changed meanwhile by others"),
    ];

    public async Task<IReadOnlyList<Finding>> RunAsync(DrillContext context, CancellationToken cancellation)
    {
        var view = await context.Watch.LookAsync(cancellation);
        var (before, now) = (context.Before, view.Group);

        // Where all are well, the server could not be broken at all.
        if (context.Broken is { } broken && !view.IsStable && !view.HasReplaced(broken, before.DesiredCapacity))
            return [Finding.Fail($"{broken} is still not replaced: {view.Shown}; {now.DesiredCapacity} desired")];

        var changes = Changes(before, now);

        // Not the drill's doing but the scaling's, and it takes back what it added.
        var isRisen = now.DesiredCapacity > before.DesiredCapacity && context.CountBeforeLoad is not null && !context.Plan.WaitsForScaleIn;
        if (isRisen && changes.Count == 1)
        {
            return
            [
                Finding.Pass($"{Shown(now)}; the load raised it from {before.DesiredCapacity}, and the group takes that back by itself"),
            ];
        }

        // A group that was above its minimum shrinks whenever it has too little to do.
        var isLowered = now.DesiredCapacity < before.DesiredCapacity && now.DesiredCapacity >= now.MinSize;
        if (isLowered && changes.Count == 1)
            return [Finding.Pass($"{Shown(now)}; it was {before.DesiredCapacity}, and scaling took that back")];

        return [Finding.Of(changes.Count == 0, changes.Count == 0 ? Shown(now) : string.Join(", ", changes))];
    }

    /// <summary>What is different, in words; nothing if all is as it was.</summary>
    public static IReadOnlyList<string> Changes(GroupAnswer before, GroupAnswer now)
    {
        (string Name, string Before, string Now)[] all =
        [
            ("minimum", $"{before.MinSize}", $"{now.MinSize}"),
            ("maximum", $"{before.MaxSize}", $"{now.MaxSize}"),
            ("desired", $"{before.DesiredCapacity}", $"{now.DesiredCapacity}"),
            ("suspended", Suspended(before), Suspended(now)),
        ];
        return [.. all.Where(each => each.Before != each.Now).Select(each => $"{each.Name} was {each.Before} and is {each.Now}")];
    }

    /// <summary>The group's bounds, as a sentence's part.</summary>
    public static string Shown(GroupAnswer group) =>
        $"minimum {group.MinSize}, maximum {group.MaxSize}, suspended: {Suspended(group)}, desired {group.DesiredCapacity}";

    private static string Suspended(GroupAnswer group) => group.SuspendedProcesses.Count == 0
        ? "nothing"
        : string.Join(" and ", group.SuspendedProcesses.Select(process => process.ProcessName).Order(StringComparer.Ordinal));
}
