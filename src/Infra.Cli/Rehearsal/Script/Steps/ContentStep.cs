using Infra.Cli.Live.Claims;
using Infra.Cli.Rehearsal.Content;
using Infra.Cli.Rehearsal.Group;
using Infra.Cli.Rehearsal.Stack;
using Infra.Servers;

namespace Infra.Cli.Rehearsal.Script.Steps;

/// <summary>R6: where servers take content while they run, a change reaches all of them without a boot, and a broken one none.</summary>
internal sealed class ContentStep : IScriptStep
{
    private const string Happening = "content changes";
    private const string Changed = "changed content is on every server";
    private const string NotProven = "that content which is whole and wrong is noticed";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(SiteUpdater.PromisedSeconds);
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    public async Task<IReadOnlyList<Verdict>> RunAsync(ScriptContext context, CancellationToken cancellation)
    {
        if (context.Declared.Server.SiteUpdater is null)
            return [];
        if (context.Instruments is not { } instruments)
            return [new(new("R6", Changed, NotProven), Fast.LeftOut)];
        if (instruments.Content is not { } content)
        {
            const string Reason = "only nginx on Linux, with bash, curl and GNU's tools, takes content while it runs";
            return [new(new("R6", Changed, NotProven), Finding.NotApplicable(Reason))];
        }

        using var probe = new SiteProbe();
        var before = Serving(context.Stack.View);
        Wait? taken = null;
        IReadOnlyList<string> moved = [];
        var occurred = await context.DuringAsync(Happening, async () =>
        {
            var mark = content.UploadMarked();
            taken = await UntilServedAsync(mark);
            moved = await ThatDoNotStayAsync(mark, content.UploadBroken());

            // A server that boots from now on would not get up with the broken one.
            await UntilServedAsync(content.UploadMarked());
        });

        var after = Serving(context.Stack.View);
        return
        [
            taken!.VerdictOn("R6", Changed, NotProven),
            new(
                new("R6", "every server refuses content whose archive is broken, and serves the one before", NotProven),
                Finding.Of(moved.Count == 0, moved.Count == 0 ? $"{before.Count} of {before.Count}" : $"not {Names(moved)}")),
            new(
                new("R6", $"no server is launched while {Happening}", NotProven),
                Finding.Of(!after.Except(before).Any(), $"{Names(before)} before, {Names(after)} after")),
            Steps.Serving.NothingLost(occurred, $"while {Happening}"),
        ];

        async Task<Wait> UntilServedAsync(SiteMark mark)
        {
            var start = context.Stack.View.Time;
            var wait = new Wait(Limit, context.Slack, null);
            while (context.Stack.View.Time - start < wait.Patience)
            {
                if ((await WithoutAsync(mark)).Count == 0)
                    return wait with { Took = context.Stack.View.Time - start };
                await context.PassAsync(Glance, cancellation);
            }

            return wait;
        }

        // That a version is refused is what the servers' own program says.
        async Task<IReadOnlyList<string>> ThatDoNotStayAsync(SiteMark mark, string broken)
        {
            await context.UntilAsync(_ => Silent().Count == 0, Limit, cancellation);
            return [.. Silent().Union(await WithoutAsync(mark))];

            List<string> Silent() =>
            [
                .. Serving(context.Stack.View).Where(server => !context.Stack.Events.Any(told =>
                    told.Text.StartsWith($"{server}: site {broken} is refused", StringComparison.Ordinal))),
            ];
        }

        async Task<IReadOnlyList<string>> WithoutAsync(SiteMark mark)
        {
            List<string> without = [];
            foreach (var server in Serving(context.Stack.View))
            {
                if (!await probe.HasAsync(mark, instruments.Targets.AddressOf(server), cancellation))
                    without.Add(server);
            }

            return without;
        }
    }

    private static string Names(IEnumerable<string> servers) => string.Join(", ", servers);

    private static List<string> Serving(StackView view) =>
    [
        .. from server in view.Servers
           where server is { Lifecycle: LifecycleState.InService, Health: TargetState.Healthy }
           select server.Id,
    ];
}
