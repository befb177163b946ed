using Infra.Cli.Diagram.Facts;
using Infra.Cli.Diagram.Layout;
using Infra.Cli.Tests.Checks;

namespace Infra.Cli.Tests.Diagram;

public sealed class DrawingContentTests
{
    [Test]
    public async Task Prod_Always_SaysWhatACustomerAsksFor()
    {
        var texts = Drawn.TextsOf(await Drawn.Page("prod"));

        Assert.That(texts, Is.SupersetOf(new[]
        {
            "infra: architecture of prod", "from 0.0.0.0/0, ::/0", "www.example.com", "AWS WAF", "Internet gateway",
            "10.0.0.0/16", "IPv6 /56", "Zone eu-west-1c", "10.0.32.0/20, IPv6 /64", "10.0.160.0/20",
            "IPv4 and IPv6", "no deletion", "301 to HTTPS :443", "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
            "Target group HTTPS :443", "Health check HTTPS /health every 10 s",
            "Auto Scaling group, 2 to 3 × t4g.small, no public IP addresses",
            "target tracking: 50% CPU, 1,000 requests a minute per target",
            "Interface endpoints: ssm, ssmmessages", "Gateway endpoint: S3", "S3 bucket: site",
            "for www.example.com", "AmazonIpReputation, 2,000 requests per address in 300 s, KnownBadInputs, Common",
            "Network ACL: 80, 443 from 0.0.0.0/0, ::/0; answers from 10.0.128.0/17",
            "Security group: 80, 443 from 0.0.0.0/0, ::/0", "Security group: 443 from the load balancer's group alone",
        }));
    }

    [Test]
    public async Task Operations_OfProd_SayWhatIsKeptHowLongAndWhoIsTold()
    {
        var texts = Drawn.TextsOf(await Drawn.Operations("prod"));

        Assert.That(texts, Is.SupersetOf(new[]
        {
            "infra: operations of prod", "S3 bucket: logs", "access, connection, health check logs", "365 days, 30 more as old versions",
            "WAF requests, 365 days", "VPC flow logs, 365 days", "9 alarms, dashboard", "alerts, encrypted (KMS)", "ops@example.com",
            "What a server may do, by its IAM role", "read site.tar; list the bucket; be reached by Session Manager",
        }));
    }

    [Test]
    public async Task Application_OfAStack_IsDrawnWithItsSiteAndItsLog()
    {
        var graph = await Graphs.Of(
            "prod", "egress=endpoints", "siteDirectory=site", "applicationDirectory=application", "applicationCommand=./run");
        var facts = ArchitectureReader.Read(new(graph));

        Assert.That(Drawn.TextsOf(DrawingLayout.Of(facts)), Is.SupersetOf(["nginx, application", "site.tar", "application.tar"]));
        Assert.That(Drawn.TextsOf(DrawingLayout.Operations(facts)), Has.Member("application, 365 days"));
    }

    [Test]
    public async Task LogsThatAreKeptForEver_AreSaidToBe()
    {
        var graph = (await Graphs.Of("prod")).Set("net-flow-logs-group", "retentionInDays", null);

        Assert.That(
            Drawn.TextsOf(DrawingLayout.Operations(ArchitectureReader.Read(new(graph)))), Has.Member("VPC flow logs, for ever"));
    }

    // Answers come to a range of ports: a service has one.
    [Test]
    public async Task Port_ThatIsHighAndAlone_IsNotForAnswers()
    {
        var graph = (await Graphs.Of("prod"))
            .Set("net-acls-public-in-https", "fromPort", 8443d).Set("net-acls-public-in-https", "toPort", 8443d);

        Assert.That(
            Drawn.TextsOf(DrawingLayout.Of(ArchitectureReader.Read(new(graph)))),
            Has.Some.StartsWith("Network ACL: ").And.Some.Contains("8443 from 0.0.0.0/0"));
    }

    [Test]
    public async Task Zones_OfADifference_AreInOrder()
    {
        var before = await Drawn.Facts("prod", """zones=["eu-west-1a","eu-west-1c"]""");
        var after = await Drawn.Facts("prod", """zones=["eu-west-1b","eu-west-1c"]""");

        Assert.That(
            BothArchitectures.Of(before, after).Zones.Select(zone => zone.Name),
            Is.EqualTo(["eu-west-1a", "eu-west-1b", "eu-west-1c"]));
    }

    [TestCase("egress=nat", "NAT gateway", 1)]
    [TestCase("egress=nat-per-zone", "NAT gateway", 2)]
    [TestCase("egress=none", "NAT gateway", 0)]
    [TestCase("egress=endpoints", "Interface endpoints: ssm, ssmmessages", 1)]
    [TestCase("waf=true", "AWS WAF", 1)]
    [TestCase("waf=false", "AWS WAF", 0)]
    public async Task Drawing_OfASetting_ShowsWhatItMakes(string setting, string text, int times)
    {
        var texts = Drawn.TextsOf(await Drawn.Page("dev", setting));

        Assert.That(texts.Count(candidate => candidate == text), Is.EqualTo(times));
    }

    [TestCase("nat", "nat-eu-west-1a", "nat-eu-west-1a")]
    [TestCase("nat-per-zone", "nat-eu-west-1a", "nat-eu-west-1b")]
    public async Task WayOut_OfEachZone_LeadsToItsNatGateway(string egress, string ofFirst, string ofSecond)
    {
        var page = await Drawn.Page("dev", $"egress={egress}");

        Assert.That(
            page.Lines.Where(line => line.To.StartsWith("nat-", StringComparison.Ordinal)).Select(line => (line.From, line.To)),
            Is.EqualTo([("private-0", ofFirst), ("private-1", ofSecond)]));
    }

    [TestCase("ops@example.com", 1)]
    [TestCase("", 0)]
    public async Task Operations_OfAnAddress_ShowIt(string address, int times) => Assert.That(
        Drawn.TextsOf(await Drawn.Operations("dev", $"alarmEmail={address}")).Count(text => text == "E-mail"), Is.EqualTo(times));

    // Settings have one address; a plan, or what was subscribed by hand, may have more.
    [Test]
    public async Task Operations_OfSeveralAddresses_ShowEach()
    {
        var facts = await Drawn.Facts("dev");
        var drawing = DrawingLayout.Operations(facts with { Topic = facts.Topic with { Emails = ["a@example.com", "b@example.com"] } });

        Assert.That(Drawn.TextsOf(drawing), Has.Member("a@example.com, b@example.com"));
    }

    [TestCase("dev", 2, "TLS", "Forward")]
    [TestCase("prod", 4, "DNS lookup", "Inspection", "TLS", "Forward")]
    public async Task Steps_OfAStack_FollowTheRequest(string stack, int count, params string[] titles)
    {
        var drawing = await Drawn.Page(stack);

        var steps = drawing.Boxes.Where(box => box.Name.StartsWith("step-", StringComparison.Ordinal)).ToList();
        Assert.That(steps, Has.Count.EqualTo(count));
        Assert.That(steps.Select(step => step.Texts[0].Content), Is.EqualTo(titles));
    }

    [Test]
    public async Task RequestLine_OfProd_LeadsFromClientsToEveryRunningServer()
    {
        var drawing = await Drawn.Page("prod");

        var way = drawing.Lines.Where(line => line.Kind == LineKind.Request && line.From != line.To);
        Assert.That(way.Select(line => $"{line.From} > {line.To}"), Is.EquivalentTo(new[]
        {
            "clients > dns", "clients > firewall", "firewall > internet-gateway", "internet-gateway > public-guard",
            "public-guard > https-listener",
            "https-listener > target-group", "target-group > private-guard",
            "private-guard > server-0", "private-guard > server-1",
        }));
    }

    [Test]
    public async Task Servers_BeyondTheMinimum_AreDrawnAsSpare()
    {
        var drawing = await Drawn.Page("dev");

        Assert.That(
            drawing.Boxes.Where(box => box.Name.StartsWith("server-", StringComparison.Ordinal)).Select(box => box.Kind),
            Is.EqualTo(new[] { BoxKind.Card, BoxKind.Spare, BoxKind.Spare }));
    }
}
