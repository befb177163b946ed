using System.Text.RegularExpressions;
using Infra.Cli.Diagram.Facts;
using Infra.Cli.Diagram.Mermaid;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Diagram;

public sealed class MermaidWriterTests
{
    [TestCase("dev")]
    [TestCase("prod")]
    public async Task Write_CommittedStack_IsAsVerified(string stack) =>
        Golden.Verify($"mermaid.{stack}", MermaidWriter.Write(await Drawn.Facts(stack)));

    [Test]
    public async Task Write_OneNatGateway_IsReachedByTheServersAndReachesTheInternet()
    {
        var chart = MermaidWriter.Write(await Drawn.Facts("dev", "egress=nat"));

        Assert.That(chart, Does.Contain("nat-eu-west-1a[\"NAT gateway<br/>eu-west-1a\"]"));
        Assert.That(chart, Does.Contain("servers --> nat-eu-west-1a --> gateway").And.Not.Contain("nat-eu-west-1b"));
    }

    [TestCase("servers --> nat-eu-west-1a", "nat")]
    [TestCase("servers --> nat-eu-west-1a; servers --> nat-eu-west-1b", "nat-per-zone")]
    [TestCase("", "none")]
    public async Task Write_NatGateways_AreReachedByOneArrowEach(string arrows, string egress)
    {
        var chart = MermaidWriter.Write(await Drawn.Facts("dev", $"egress={egress}"));

        Assert.That(
            string.Join("; ", ArrowsIn(chart).Where(arrow => arrow.StartsWith("servers --> nat-", StringComparison.Ordinal))),
            Is.EqualTo(arrows));
    }

    [TestCaseSource(nameof(Stacks))]
    public async Task Write_AnyStack_HasEachNodeAndEachArrowOnce(string stack, string egress)
    {
        var facts = await Drawn.Facts(stack, $"egress={egress}");
        var twice = facts with { Https = Twice(facts.Https), Redirect = Twice(facts.Redirect!) };

        foreach (var chart in new[] { facts, twice }.Select(MermaidWriter.Write))
        {
            var nodes = Regex.Matches(chart, @"(?m)^ *(?:subgraph )?([\w-]+)\[").Select(node => node.Groups[1].Value).ToList();
            var arrows = ArrowsIn(chart).ToList();
            Assert.That(nodes, Is.Unique.And.Not.Empty);
            Assert.That(arrows, Is.Unique.And.Not.Empty);
            Assert.That(arrows.SelectMany(Ends).Distinct(), Is.SubsetOf(nodes));
        }
    }

    [Test]
    public async Task Write_Guards_StandWhereARequestPassesThem()
    {
        var chart = MermaidWriter.Write(await Drawn.Facts("dev"));

        Assert.That(chart, Does.Contain(
            "publicGuard[\"Network ACL: 80, 443 from 0.0.0.0/0; answers from 10.0.128.0/17<br/>Security group: 80, 443 from 0.0.0.0/0\"]"));
        Assert.That(chart, Does.Contain("| publicGuard ==> https").And.Contains("publicGuard --> http"));
        Assert.That(chart, Does.Contain("<br/>Security group: 80 from the load balancer's group alone\"]"));
        Assert.That(chart, Does.Contain("| privateGuard ==> servers"));
    }

    [Test]
    public async Task Write_TextThatMermaidWouldRead_IsEscaped()
    {
        const string Text = "a \"<b>\" #1";
        const string Escaped = "a #quot;#lt;b#gt;#quot; #35;1";
        var facts = await Drawn.Facts("dev") with { Region = Text, ClientCidrs = [Text] };

        var chart = MermaidWriter.Write(facts);

        Assert.That(chart, Does.Contain($"region[\"Region {Escaped}\"]"));
        Assert.That(chart, Does.Contain($"clients[\"Clients<br/>from {Escaped}\"]"));
    }

    private static IEnumerable<TestCaseData> Stacks =>
        from stack in new[] { "dev", "prod" }
        from egress in new[] { "none", "endpoints", "nat", "nat-per-zone" }
        select new TestCaseData(stack, egress);

    private static DrawnListeners Twice(DrawnListeners listeners) => listeners with { Ports = [.. listeners.Ports, 8443] };

    private static string[] Ends(string arrow) => arrow.Split(' ') is [var from, _, var to] ? [from, to] : [arrow];

    // Each from one node to the next, without what is written on it.
    private static IEnumerable<string> ArrowsIn(string chart) =>
        from line in chart.Split('\n')
        let way = Regex.Replace(line.Trim(), @"\|[^|]*\|", "").Split(' ')
        where way.Length > 2 && way[1].EndsWith('>')
        from place in Enumerable.Range(0, way.Length / 2)
        select string.Join(' ', way.Skip(2 * place).Take(3));
}
