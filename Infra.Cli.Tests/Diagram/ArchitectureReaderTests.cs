using Infra.Cli.Diagram.Facts;

namespace Infra.Cli.Tests.Diagram;

public sealed class ArchitectureReaderTests
{
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
            Assert.That(facts.Firewall.LogDays, Is.EqualTo(365));
            Assert.That(facts.Vpc.Zones.Select(zone => zone.Name), Is.EqualTo(new[] { "eu-west-1a", "eu-west-1b", "eu-west-1c" }));
            Assert.That(facts.Vpc.Zones[1].Public, Is.EqualTo(new Subnet("10.0.16.0/20", "/64")));
            Assert.That(facts.Vpc.Zones[1].Private, Is.EqualTo(new Subnet("10.0.144.0/20", null)));
            Assert.That((facts.Vpc.Cidr, facts.Vpc.IPv6Prefix, facts.Vpc.FlowLogDays), Is.EqualTo(("10.0.0.0/16", "/56", 365)));
            Assert.That(facts.Vpc.InterfaceEndpoints, Is.EqualTo(new[] { "ssm", "ssmmessages", "ec2messages" }));
            Assert.That(facts.Vpc.GatewayEndpoints, Is.EqualTo(new[] { "s3" }));
            Assert.That(facts.LoadBalancer, Is.EqualTo(new LoadBalancer
            {
                IsInternetFacing = true,
                IsDualStack = true,
                IsDeletionProtected = true,
                Https = new("HTTPS", "443", "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"),
                Redirect = new("HTTP", "80", "301", "HTTPS", "443"),
                TargetGroup = new("HTTPS", "443", new("HTTPS", "/health", "15", "2", "3")),
                Certificate = new(CertificateOrigin.Issued, "www.example.com"),
            }));
            Assert.That((facts.Fleet.MinSize, facts.Fleet.MaxSize, facts.Fleet.InstanceType), Is.EqualTo((2, 3, "t4g.small")));
            Assert.That((facts.Fleet.FollowsLoadBalancerHealth, facts.Fleet.IsPrivate), Is.EqualTo((true, true)));
            Assert.That(facts.Fleet.ScalingTargets, Is.EqualTo(new[] { "50% CPU", "1,000 requests a minute per target" }));
            Assert.That(facts.Buckets, Is.EqualTo(new Buckets(365, "site.zip")));
            Assert.That((facts.Alerts.AlarmCount, facts.Alerts.IsEncrypted), Is.EqualTo((9, true)));
            Assert.That((facts.Alerts.HasGroupEvents, facts.Alerts.HasDashboard), Is.EqualTo((true, true)));
            Assert.That(facts.Alerts.Emails, Is.EqualTo(new[] { "ops@example.com" }));
        });
    }

    [Test]
    public async Task Dev_Always_HasNoneOfWhatItsFileLeavesOut()
    {
        var facts = await Drawn.Facts("dev");

        Assert.Multiple(() =>
        {
            Assert.That(facts.SiteName, Is.Null);
            Assert.That(facts.Firewall, Is.Null);
            Assert.That(facts.Vpc.IPv6Prefix, Is.Null);
            Assert.That(facts.Vpc.InterfaceEndpoints, Is.Empty);
            Assert.That(facts.Vpc.HasNatGateway, Is.False);
            Assert.That(facts.LoadBalancer.TargetGroup.Port, Is.EqualTo("80"));
            Assert.That(facts.LoadBalancer.Certificate, Is.EqualTo(new Certificate(CertificateOrigin.SelfSigned, null)));
            Assert.That((facts.LoadBalancer.IsDualStack, facts.LoadBalancer.IsDeletionProtected), Is.EqualTo((false, false)));
            Assert.That(facts.Buckets.LogDays, Is.EqualTo(7));
            Assert.That(facts.Alerts.Emails, Is.Empty);
        });
    }

    [Test]
    public async Task NatGateways_OnePerZone_StandInEachAndServeIt()
    {
        var facts = await Drawn.Facts("dev", "egress=nat-per-zone");

        Assert.That(
            facts.Vpc.Zones.Select(zone => (zone.Name, zone.HasNatGateway, zone.NatGatewayZone)),
            Is.EqualTo(new[] { ("eu-west-1a", true, "eu-west-1a"), ("eu-west-1b", true, "eu-west-1b") }));
    }

    [Test]
    public async Task NatGateway_OneForAll_StandsInTheFirstZoneAndServesAll()
    {
        var facts = await Drawn.Facts("dev", "egress=nat");

        Assert.That(
            facts.Vpc.Zones.Select(zone => (zone.Name, zone.HasNatGateway, zone.NatGatewayZone)),
            Is.EqualTo(new[] { ("eu-west-1a", true, "eu-west-1a"), ("eu-west-1b", false, "eu-west-1a") }));
    }

    [Test]
    public async Task Certificate_FromOutside_IsExisting()
    {
        const string Arn = "arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555";

        var facts = await Drawn.Facts("dev", $"certificateArn={Arn}");

        Assert.That(facts.LoadBalancer.Certificate, Is.EqualTo(new Certificate(CertificateOrigin.Existing, null)));
    }
}
