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
}
