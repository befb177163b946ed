using System.Globalization;
using Infra.Cli.Live.Claims;
using Infra.Cli.Rehearsal.Firewall;

namespace Infra.Cli.Rehearsal.Script.Steps;

/// <summary>R7: the load rises and stays, and servers are added up to the maximum.</summary>
internal sealed class RisingLoadStep : IScriptStep
{
    private const string Expected = "a server is added under load";
    private const string NotProven = "that a server on AWS takes as many requests as is assumed";

    public async Task<IReadOnlyList<Verdict>> RunAsync(ScriptContext context, CancellationToken cancellation)
    {
        var group = context.Declared.Group;
        var most = string.Create(CultureInfo.InvariantCulture, $"{group.MaxSize} servers");
        if (group.MaxSize == group.MinSize)
            return [NotTried(Finding.NotApplicable($"the stack always has {most}"))];

        if (context.Stack.View.Healthy < group.MinSize)
            return [NotTried(Finding.NotChecked("too few servers were healthy to begin with"))];

        // The metrics leave out servers that warm up, and the promise is made for a group that has none.
        await context.PassAsync(group.InstanceWarmup, cancellation);
        var addServer = context.Declared.Expected.AddServer;
        var perStep = addServer + group.InstanceWarmup;
        Wait? added = null, full = null;
        var what = string.Create(CultureInfo.InvariantCulture, $"a load of {context.Load.Heavy:0} requests a second");
        var drilled = await context.DuringAsync(what, async () =>
        {
            var before = context.Stack.View;
            context.Stack.SetLoad(context.Load.Heavy);
            added = await context.UntilAsync(view => view.Healthy > before.Healthy, addServer, cancellation);
            if (added.Took is not null)
            {
                full = await context.UntilAsync(
                    view => view.Healthy >= group.MaxSize, perStep * (group.MaxSize - group.MinSize), cancellation, before.Time);
            }
        });

        var first = added!.VerdictOn("R7", Expected, NotProven);
        Verdict[] found = full is null ? [first] : [first, full.VerdictOn("R7", $"there are {most} under load", NotProven)];
        return drilled.Loss.Requests.Blocked > 0
            && RehearsedFirewall.Against(context.Declared.AddressLimits, context.Load.Heavy) is { } why
                ? [.. found.Select(verdict => Because(verdict, $"the firewall blocks the load: {why}"))]
                : found;
    }

    private static Verdict Because(Verdict verdict, string why) => verdict.Finding.Outcome == Outcome.Fail
        ? verdict with { Finding = Finding.Fail($"{verdict.Finding.Seen}: {why}"), IsCertain = true }
        : verdict;

    private static Verdict NotTried(Finding why) => new(new("R7", Expected, NotProven), why);
}
