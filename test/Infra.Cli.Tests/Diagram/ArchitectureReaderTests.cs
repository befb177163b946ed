using Infra.Cli.Diagram.Facts;
using Infra.Cli.Diagram.Layout;
using Infra.Cli.Diagram.Mermaid;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;
using Infra.Cli.Tests.Checks;

namespace Infra.Cli.Tests.Diagram;

public sealed class ArchitectureReaderTests
{
    [TestCase(80, 80, false)]
    [TestCase(80, 442, false)]
    [TestCase(80, 443, true)]
    [TestCase(443, 8443, true)]
    [TestCase(0, 65535, true)]
    [TestCase(444, 8443, false)]
    [TestCase(8443, 8443, false)]
    public async Task Clients_AreWhoeverReachesThePortOfHttps(double from, double to, bool reach)
    {
        var stack = (await Graphs.Of("dev", """allowedCidrs=["203.0.113.0/24"]""", "ipv6=false")).Add(
            TypeToken.SecurityGroupIngressRule,
            ("securityGroupId", (await Graphs.Of("dev")).Named("access-load-balancer").Id!),
            ("ipProtocol", "tcp"),
            ("fromPort", from),
            ("toPort", to),
            ("cidrIpv4", "198.51.100.0/24"));

        string[] clients = reach ? ["203.0.113.0/24", "198.51.100.0/24"] : ["203.0.113.0/24"];
        Assert.That(ArchitectureReader.Read(new(stack)).ClientCidrs, Is.EqualTo(clients));
    }

    [Test]
    public async Task Prod_Always_IsReadAsItsFileSays()
    {
        var facts = await Drawn.Facts("prod");

        Assert.Multiple(() =>
        {
            Assert.That(facts.SiteName!.Name, Is.EqualTo("www.example.com"));
            Assert.That(facts.SiteName.RecordTypes, Is.EqualTo(new[] { "A", "AAAA" }));
            Assert.That(facts.ClientCidrs, Is.EqualTo(new[] { "0.0.0.0/0", "::/0" }));
            Assert.That(
                facts.Firewall!.Rules,
                Is.EqualTo(new[] { "AmazonIpReputation", "2,000 requests per address in 300 s", "KnownBadInputs", "Common" }));
            Assert.That(facts.Firewall.Log?.Days, Is.EqualTo(365));
            Assert.That(facts.Zones.Select(zone => zone.Name), Is.EqualTo(new[] { "eu-west-1a", "eu-west-1b", "eu-west-1c" }));
            Assert.That((facts.Zones[1].Public.Cidr, facts.Zones[1].Public.IPv6Prefix), Is.EqualTo(("10.0.16.0/20", "/64")));
            Assert.That((facts.Zones[1].Private.Cidr, facts.Zones[1].Private.IPv6Prefix), Is.EqualTo(("10.0.144.0/20", (string?)null)));
            Assert.That((facts.Vpc.Cidr, facts.Vpc.IPv6Prefix, facts.FlowLog?.Days), Is.EqualTo(("10.0.0.0/16", "/56", 365)));
            Assert.That(facts.InterfaceEndpoints, Is.EqualTo(new[] { "ssm", "ssmmessages" }));
            Assert.That(facts.GatewayEndpoints, Is.EqualTo(new[] { "s3" }));
            Assert.That(
                (facts.LoadBalancer.IsInternetFacing, facts.LoadBalancer.IsDualStack, facts.LoadBalancer.IsDeletionProtected),
                Is.EqualTo((true, true, true)));
            Assert.That(
                (facts.Https.Address, facts.Https.First.TlsPolicy),
                Is.EqualTo(("HTTPS :443", "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09")));
            Assert.That((facts.Redirect?.Address, facts.Redirect?.First.Redirect?.StatusCode), Is.EqualTo(("HTTP :80", 301)));
            Assert.That((facts.TargetGroup.Protocol, facts.TargetGroup.Port), Is.EqualTo(("HTTPS", 443)));
            Assert.That(CertificateText.Of(facts.Https.First.Certificate), Is.EqualTo("issued for www.example.com"));
            Assert.That(facts.Servers, Is.EqualTo("2 to 3 × t4g.small"));
            Assert.That((facts.Group.FollowsLoadBalancerHealth, facts.LaunchTemplate.HasPublicAddress), Is.EqualTo((true, false)));
            Assert.That(facts.LoadBalancer.AccessLogs?.Days, Is.EqualTo(365));
            Assert.That(facts.Objects, Is.EqualTo(["site.tar"]));
            Assert.That((facts.Topic.AlarmCount, facts.Topic.IsEncrypted), Is.EqualTo((9, true)));
            Assert.That((facts.Topic.HasGroupEvents, facts.HasDashboard), Is.EqualTo((true, true)));
            Assert.That(facts.Topic.Emails, Is.EqualTo(new[] { "ops@example.com" }));
        });
    }

    [TestCase("dev", "80, 443 from 0.0.0.0/0", "80 from the load balancer's group alone")]
    [TestCase("prod", "80, 443 from 0.0.0.0/0, ::/0", "443 from the load balancer's group alone")]
    public async Task SecurityGroups_OfAStack_AreReadFromItsRules(string stack, string balancer, string servers)
    {
        var facts = await Drawn.Facts(stack);

        Assert.That(facts.PublicGuard.SecurityGroup, Is.EqualTo([$"Security group: {balancer}"]));
        Assert.That(facts.PrivateGuard.SecurityGroup, Is.EqualTo([$"Security group: {servers}"]));
    }

    [Test]
    public async Task Guards_OfOtherRules_SayWhatThoseLetIn()
    {
        var graph = (await RecordedStacks.Prod())
            .Without("access-load-balancer-http-from-0.0.0.0-0").Without("access-load-balancer-http-from----0")
            .Without("net-acls-public-a")
            .Set("access-server-from-load-balancer-443", "referencedSecurityGroupId", null)
            .Set("access-server-from-load-balancer-443", "cidrIpv4", "0.0.0.0/0");

        var facts = ArchitectureReader.Read(new(graph));

        Assert.That(facts.PublicGuard.SecurityGroup, Is.EqualTo(["Security group: 443 from 0.0.0.0/0, ::/0"]));
        Assert.That(facts.PrivateGuard.SecurityGroup, Is.EqualTo(["Security group: 443 from 0.0.0.0/0"]));
        Assert.That(facts.PublicGuard.Acl, Is.EqualTo(["Network ACL: differs by zone"]));
    }

    // What is not declared is not drawn: decision 0009.
    [Test]
    public async Task Group_WithoutItsTargetGroup_IsNotDrawn([Values("dev", "prod")] string stack)
    {
        var graph = (await Graphs.Of(stack)).Set("fleet-group", "targetGroupArns", null);

        Assert.That(
            () => ArchitectureReader.Read(new(graph)),
            Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(
                "Auto Scaling group fleet-group must register its servers with target group web-servers, "
                + "to which listener web-https forwards, to be drawn"));
    }

    [TestCase("dev")]
    [TestCase("prod")]
    public async Task LoadBalancer_InAPrivateSubnet_IsNotDrawn(string stack)
    {
        var graph = await Graphs.Of(stack);
        graph = graph.Set("web-alb", "subnets.0", graph.Named("net-private-a").Id);

        Assert.That(
            () => ArchitectureReader.Read(new(graph)),
            Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(
                "load balancer web-alb must stand in public subnets to be drawn, and net-private-a is none"));
    }

    [TestCase("dev")]
    [TestCase("prod")]
    public async Task Servers_InAPublicSubnet_AreNotDrawn(string stack)
    {
        var graph = await Graphs.Of(stack);
        graph = graph.Set("fleet-group", "vpcZoneIdentifiers.0", graph.Named("net-public-a").Id);

        Assert.That(
            () => ArchitectureReader.Read(new(graph)),
            Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(
                "Auto Scaling group fleet-group must stand in private subnets to be drawn, and net-public-a is none"));
    }

    [Test]
    public async Task Dev_Always_HasNoneOfWhatItsFileLeavesOut()
    {
        var facts = await Drawn.Facts("dev");

        Assert.Multiple(() =>
        {
            Assert.That(facts.SiteName, Is.Null);
            Assert.That(facts.Firewall, Is.Null);
            Assert.That(facts.InterfaceEndpoints, Is.Empty);
            Assert.That(facts.HasNatGateway, Is.False);
            Assert.That(facts.TargetGroup.Port, Is.EqualTo(80));
            Assert.That(CertificateText.Of(facts.Https.First.Certificate), Is.EqualTo("self-signed, imported"));
            Assert.That((facts.LoadBalancer.IsDualStack, facts.LoadBalancer.IsDeletionProtected), Is.EqualTo((false, false)));
            Assert.That(facts.LoadBalancer.AccessLogs?.Days, Is.EqualTo(7));
            Assert.That(facts.Topic.Emails, Is.Empty);
        });
    }

    [Test]
    public async Task NatGateways_OnePerZone_StandInEachAndServeIt()
    {
        var facts = await Drawn.Facts("dev", "egress=nat-per-zone");

        Assert.That(
            facts.Zones.Select(zone => (zone.Name, zone.HasNatGateway, zone.Private.NatGatewayZone)),
            Is.EqualTo(new[] { ("eu-west-1a", true, "eu-west-1a"), ("eu-west-1b", true, "eu-west-1b") }));
    }

    [Test]
    public async Task NatGateway_OneForAll_StandsInTheFirstZoneAndServesAll()
    {
        var facts = await Drawn.Facts("dev", "egress=nat");

        Assert.That(
            facts.Zones.Select(zone => (zone.Name, zone.HasNatGateway, zone.Private.NatGatewayZone)),
            Is.EqualTo(new[] { ("eu-west-1a", true, "eu-west-1a"), ("eu-west-1b", false, "eu-west-1a") }));
    }

    [Test]
    public async Task Certificate_FromOutside_IsExisting()
    {
        const string Arn = "arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555";

        var facts = await Drawn.Facts("dev", $"certificateArn={Arn}");

        Assert.That(CertificateText.Of(facts.Https.First.Certificate), Is.EqualTo("existing certificate"));
    }

    [Test]
    public async Task HttpsListeners_ThatDoTheSame_AreDrawnAsOneWithBothPorts()
    {
        var facts = ArchitectureReader.Read(new((await RecordedStacks.Dev()).Twice("web-https", OnPort8443)));

        Assert.That(facts.Https.Address, Is.EqualTo("HTTPS :443, :8443"));
        Assert.That(facts.ClientCidrs, Is.EqualTo(["0.0.0.0/0"]), "the group of the load balancer admits to one of them alone");
        Assert.That(Drawn.TextsOf(DrawingLayout.Of(facts)), Does.Contain("Listener HTTPS :443, :8443, TLS policy"));
        Assert.That(
            MermaidWriter.Write(facts),
            Does.Contain("==>|1: TLS| publicGuard ==> https").And.Contain("Application Load Balancer, HTTPS :443, :8443"));
    }

    [Test]
    public async Task HttpListener_ThatIsNotThere_IsNotDrawn()
    {
        var facts = ArchitectureReader.Read(new((await RecordedStacks.Dev()).Without("web-http")));

        Assert.That(Drawn.TextsOf(DrawingLayout.Of(facts)), Has.None.Contains("Listener HTTP :80").And.None.Contains("301"));
        Assert.That(MermaidWriter.Write(facts), Does.Not.Contain("gateway --> http\n").And.Not.Contain("Listener HTTP"));
    }

    [Test]
    public async Task Logs_ThatAreOff_AreNotDrawn()
    {
        var facts = ArchitectureReader.Read(
            new((await RecordedStacks.Dev())
                .Set("web-alb", "accessLogs", null).Set("web-alb", "connectionLogs", null).Set("web-alb", "healthCheckLogs", null)));

        Assert.That(Drawn.TextsOf(DrawingLayout.Operations(facts)), Has.None.Contains("S3 bucket: logs"));
        Assert.That(MermaidWriter.Write(facts), Does.Not.Contain(" logs[").And.Not.Contain("-.-> logs"));
    }

    [TestCase("access, connection, health check logs")]
    [TestCase("connection, health check logs", "accessLogs")]
    [TestCase("health check logs", "accessLogs", "connectionLogs")]
    public async Task Logs_OfOneKindOrMore_AreDrawnWithAllTheirKinds(string drawn, params string[] off)
    {
        var stack = off.Aggregate(await RecordedStacks.Dev(), (graph, kind) => graph.Set("web-alb", kind, null));

        var facts = ArchitectureReader.Read(new(stack));

        Assert.That(Drawn.TextsOf(DrawingLayout.Operations(facts)), Has.One.EqualTo(drawn));
        Assert.That(MermaidWriter.Write(facts), Does.Contain(" logs["));
    }

    [Test]
    public async Task WebAcl_FromOutside_IsExisting()
    {
        var facts = ArchitectureReader.Read(new((await RecordedStacks.Prod()).Without("waf-acl")));

        Assert.That(facts.Firewall?.Rules, Is.EqualTo(new[] { "existing web ACL" }));
        Assert.That(facts.Firewall?.Briefly, Is.EqualTo(new[] { "existing web ACL", "existing" }));
    }

    private static ResourceNode OnPort8443(ResourceNode listener) => listener with { Inputs = listener.Inputs.SetItem("port", 8443d) };
}
