using System.Globalization;
using Infra.Cli.Live.Claims;
using Infra.Servers;

namespace Infra.Cli.Live.Drill.Steps;

/// <summary>R8: never more servers than the customer allows, at no moment of the drill. It comes after what could add some.</summary>
internal sealed class CeilingStep : IDrillStep
{
    public IReadOnlyList<Claim> Claims { get; } =
    [
        new(
            "R8",
            string.Create(CultureInfo.InvariantCulture, $"there were never more than {ServerFleet.Ceiling} servers in service or starting"),
            "that there were none between two looks"),
    ];

    public async Task<IReadOnlyList<Finding>> RunAsync(DrillContext context, CancellationToken cancellation)
    {
        // What has been seen stands, even where AWS can't be asked any more.
        if (context.Watch.Highest is { } known && known.Count > ServerFleet.Ceiling)
            return [Judge(context, known, known)];

        var now = await context.Watch.LookAsync(cancellation);
        return [Judge(context, context.Watch.Highest ?? now, now)];
    }

    private static Finding Judge(DrillContext context, GroupView highest, GroupView now)
    {
        var looks = $"{context.Watch.Looks} looks no more than {ExpectedTimes.Text(context.Watch.LongestGap)} apart";
        var seen = $"at most {highest.Count}, and with those that leave {context.Watch.MostRunning} machines at once, in {looks}; "
            + $"the group's maximum is {now.Group.MaxSize}";
        var strays = highest.Strays.Count > 0 ? $"; without the group: {string.Join(", ", highest.Strays)}" : "";
        return Finding.Of(highest.Count <= ServerFleet.Ceiling && now.Group.MaxSize <= ServerFleet.Ceiling, $"{seen}{strays}");
    }
}
