using Infra.Cli.Live;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.SiteChecks;

namespace Infra.Cli.Rehearsal.Script.Steps;

/// <summary>R2, R3 and R4: what the listeners answer, as <c>infra verify</c> asks, and how the load balancer reaches the servers.</summary>
internal sealed class FrontStep : IScriptStep
{
    public async Task<IReadOnlyList<Verdict>> RunAsync(ScriptContext context, CancellationToken cancellation)
    {
        var checks = SiteCheck.OfListeners(context.Declared.LoadBalancer.Https.IsTls13Only);
        var hop = new ServerHopCheck(context.Declared.TargetGroup.IsHttps);
        if (context.Instruments is not { } instruments)
            return [.. checks.Append(hop).Select(check => new Verdict(check.Claim, Fast.LeftOut))];

        var verdicts = new List<Verdict>();
        foreach (var check in checks)
            verdicts.Add(new(check.Claim, await FindAsync(check, instruments.Site, cancellation)));
        var server = new LiveSite(instruments.Targets.AddressOf(context.Stack.View.Servers[0].Id));
        return [.. verdicts, new(hop.Claim, await SiteCheck.FindAsync(hop, server, cancellation))];
    }

    private static async Task<Finding> FindAsync(ISiteCheck check, LiveSite site, CancellationToken cancellation) => check switch
    {
        RedirectCheck when site.HttpPort is null => Finding.Fail("nothing listens for HTTP"),
        WeakCiphersCheck when OperatingSystem.IsWindows() =>
            Finding.NotApplicable("Windows has one list of cipher suites for the whole machine"),
        _ => await SiteCheck.FindAsync(check, site, cancellation),
    };
}
