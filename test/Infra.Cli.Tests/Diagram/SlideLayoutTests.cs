using Infra.Cli.Diagram.Facts;
using Infra.Cli.Diagram.Layout;
using Infra.Cli.Diagram.Layout.Slide;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Tests.Checks;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Diagram;

/// <summary>What holds for all drawings is in <see cref="DrawingLayoutTests"/>.</summary>
public sealed class SlideLayoutTests
{
    private const string SixZones =
        """zones=["eu-west-1a","eu-west-1b","eu-west-1c","eu-west-1d","eu-west-1e","eu-west-1f"]""";

    [Test]
    public async Task Prod_Always_SaysWhatACustomerAsksFor()
    {
        var texts = Drawn.TextsOf(SlideLayout.Of(await Drawn.Facts("prod")));

        Assert.That(texts, Is.SupersetOf(new[]
        {
            "www.example.com", "AWS WAF", "4 rules", "Region eu-west-1", "VPC 10.0.0.0/16", "Public subnets", "Private subnets", "Zone c",
            "Security group: 80, 443", "from 0.0.0.0/0, ::/0", "Listener HTTP :80", "301 redirect to HTTPS :443",
            "Listener HTTPS :443", "TLS 1.2 or 1.3", "certificate from ACM", "health check every 10 s",
            "2 to 3 × t4g.small", "no public IP addresses", "replaces what fails its check", "Security group: 443", "load balancer alone",
            "under load", "S3 by gateway endpoint; ssm, ssmmessages by interface endpoints",
        }));
    }

    [TestCase("egress=none", "S3 by gateway endpoint")]
    [TestCase("egress=nat", "S3 by gateway endpoint; the internet by a NAT gateway")]
    [TestCase("egress=nat-per-zone", "S3 by gateway endpoint; the internet by 2 NAT gateways")]
    [TestCase("tlsPolicy=ELBSecurityPolicy-TLS13-1-3-2021-06", "TLS 1.3")]
    [PlainCase("""allowedCidrs=["203.0.113.0/24"]""", "from 203.0.113.0/24")]
    public async Task Slide_OfASetting_ShowsWhatItMakes(string setting, string text) => Assert.That(
        Drawn.TextsOf(SlideLayout.Of(await Drawn.Facts("dev", setting))), Has.Member(text));

    [TestCase(null, "Security group: 443", "from the load balancer's group alone")]
    [TestCase("198.51.100.0/24", "Security group", "443 from the load balancer's group alone; 8443 from 198.51.100.0/24")]
    public async Task Guard_SaysWhatEachOfItsRulesAdmits(string? more, string title, string detail)
    {
        var stack = await Graphs.Of("prod");
        if (more is not null)
        {
            stack = stack.Add(
                TypeToken.SecurityGroupIngressRule,
                ("securityGroupId", stack.Named("access-server").Id!),
                ("ipProtocol", "tcp"),
                ("fromPort", 8443d),
                ("toPort", 8443d),
                ("cidrIpv4", more));
        }

        var boxes = SlideLayout.Of(ArchitectureReader.Read(new(stack))).Boxes;

        Assert.That(boxes.SelectMany(box => box.Texts).Select(text => text.Whole), Has.Member(title).And.Member(detail));
    }

    [Test]
    public async Task Way_OfProd_LeadsFromClientsToEveryServer()
    {
        var drawing = SlideLayout.Of(await Drawn.Facts("prod"));

        var way = drawing.Lines.Where(line => line.From != line.To && line.Kind is LineKind.Request or LineKind.SpareRequest);
        Assert.That(way.Where(line => line.From != line.To).Select(line => $"{line.From} > {line.To}"), Is.EquivalentTo(new[]
        {
            "clients > dns", "clients > firewall", "firewall > internet-gateway", "internet-gateway > https-listener",
            "https-listener > target-group", "target-group > server-0", "target-group > server-1", "target-group > server-2",
        }));
    }

    [Test]
    public async Task Texts_OfCommittedStacksAndAnApplication_AreWholeOnASlide()
    {
        var application = await Graphs.Of(
            "prod", "egress=endpoints", "siteDirectory=site", "applicationDirectory=application", "applicationCommand=./run");
        Architecture[] all =
        [
            await Drawn.Facts("dev"), await Drawn.Facts("prod"), await Drawn.Facts("prod", SixZones),
            ArchitectureReader.Read(new(application)),
        ];

        foreach (var drawing in all.Select(SlideLayout.Of))
        {
            Assert.That((drawing.Width, drawing.Height), Is.EqualTo((1180, 600)));
            Assert.That(drawing.Boxes.SelectMany(box => box.Texts).Select(text => text.Style.Size()), Is.All.GreaterThanOrEqualTo(11));
            Assert.That(Drawn.TextsOf(drawing), Has.None.EndsWith("…"));
        }
    }

    [TestCase(2)]
    [TestCase(6)]
    public async Task Servers_OfAGroupThatIsLargerThanOurs_LieBesideEachOther(int zones)
    {
        var names = string.Join(",", Enumerable.Range(0, zones).Select(index => $"\"eu-west-1{(char)('a' + index)}\""));
        var facts = await Drawn.Facts("dev", $"zones=[{names}]");
        var many = facts with { Group = facts.Group with { MaxSize = 10 } };

        var servers = SlideLayout.Of(many).Boxes.Where(box => box.Name.StartsWith("server-", StringComparison.Ordinal)).ToList();

        Assert.That(servers, Has.Count.EqualTo(10));
        Assert.That(
            from first in servers
            from second in servers
            where first != second && first.Bounds.Overlaps(second.Bounds)
            select $"{first.Name} and {second.Name}",
            Is.Empty);
        Assert.That(servers.SelectMany(server => server.Texts.Where(text => !server.Bounds.Contains(text.Bounds()))), Is.Empty);
    }
}
