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
