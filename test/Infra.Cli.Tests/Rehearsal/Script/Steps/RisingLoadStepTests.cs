using Infra.Cli.Live.Load;
using Infra.Cli.Rehearsal.Script.Steps;

namespace Infra.Cli.Tests.Rehearsal.Script.Steps;

/// <summary>Whom a drill blames where a load brings no servers: the firewall, if it blocks that load, and then for certain.</summary>
internal sealed class RisingLoadStepTests
{
    private const string None = "1+ 1+";
    private const string One = "1+ 1+; 1+ 1+, 1+ 1+ 1+";

    private const string TheFirewall =
        ": the firewall blocks the load: each of 100 addresses makes 450 requests in 5 min, and it lets 10 in: "
        + "set infra:wafRateLimit to more than 450";

    [TestCase(None, "wafRateLimit=10", 1, "Fail, not within 11 min 45 s" + TheFirewall, true)]
    [TestCase(None, "wafRateLimit=10", 0, "Fail, not within 11 min 45 s", false)]
    [TestCase(None, "waf=false", 1, "Fail, not within 11 min 45 s", false)]
    [TestCase(One, "wafRateLimit=10", 1, "Pass, after 1 min", false)]
    public async Task FirstServer_UnderALoad_IsBlamedOnTheFirewallThatBlocksIt(
        string play, string setting, int blocked, string expected, bool isCertain)
    {
        var stack = new PlayedStack(play) { Share = new LoadCounts(Sent: 1, Failed: 0, Slow: 0, Blocked: blocked) };

        var verdict = (await new RisingLoadStep().RunAsync(await Declarations.Of("prod", setting), stack))[0];

        Assert.That(verdict.Claim.Requirement, Is.EqualTo("R7"));
        Assert.That(($"{verdict.Finding.Outcome}, {verdict.Finding.Seen}", verdict.IsCertain), Is.EqualTo((expected, isCertain)));
    }
}
