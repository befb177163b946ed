using System.Net;
using Infra.Networking;
using Infra.Tests.Support;
using static System.FormattableString;

namespace Infra.Tests.Networking;

public sealed class NetworkAclPlanTests
{
    // https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html
    private const int RulesPerDirection = 20;

    private static readonly NetworkAclPlan Baseline = new()
    {
        Subnets = new(IPNetwork.Parse("10.0.0.0/16")),
        Ipv6 = false,
        Egress = Egress.None,
    };

    [Test]
    [Requirement("R1")]
    public void PublicTier_WithoutEgress_AdmitsClientsAndTalksToServersAlone() => Assert.That(Table(Baseline.Public), Is.EqualTo("""
        in 110 tcp 80 0.0.0.0/0 http
        in 210 tcp 443 0.0.0.0/0 https
        in 300 tcp 1024-3388 10.0.128.0/17 server-answers-0
        in 301 tcp 3390-65535 10.0.128.0/17 server-answers-1
        in 600 icmp 0.0.0.0/0 too-big
        out 110 tcp 1024-65535 0.0.0.0/0 answers
        out 310 tcp 80 10.0.128.0/17 servers-http
        out 311 tcp 443 10.0.128.0/17 servers-https
        out 600 icmp 0.0.0.0/0 too-big
        """));

    [Test]
    [Requirement("R1")]
    public void PrivateTier_WithoutEgress_AdmitsTheLoadBalancerAndAnswersOfS3() => Assert.That(Table(Baseline.Private), Is.EqualTo("""
        in 110 tcp 80 10.0.0.0/17 load-balancer-http
        in 111 tcp 443 10.0.0.0/17 load-balancer-https
        in 200 tcp 1024-3388 0.0.0.0/0 https-answers-0
        in 201 tcp 3390-65535 0.0.0.0/0 https-answers-1
        out 100 tcp 1024-65535 10.0.0.0/17 load-balancer-answers
        out 200 tcp 443 0.0.0.0/0 https
        """));

    [Test]
    public void PrivateTier_WithEndpoints_AlsoTalksHttpsWithinItself() => Assert.That(
        Table((Baseline with { Egress = Egress.Endpoints }).Private),
        Is.EqualTo("""
            in 110 tcp 80 10.0.0.0/17 load-balancer-http
            in 111 tcp 443 10.0.0.0/17 load-balancer-https
            in 200 tcp 1024-3388 0.0.0.0/0 https-answers-0
            in 201 tcp 3390-65535 0.0.0.0/0 https-answers-1
            in 300 tcp 443 10.0.128.0/17 endpoints
            out 100 tcp 1024-65535 10.0.0.0/17 load-balancer-answers
            out 200 tcp 443 0.0.0.0/0 https
            out 300 tcp 1024-65535 10.0.128.0/17 endpoint-answers
            """));

    [TestCase(Egress.Nat)]
    [TestCase(Egress.NatPerZone)]
    public void PublicTier_WithNat_AlsoPassesHttpsOfTheServers(Egress egress) => Assert.That(
        Table((Baseline with { Egress = egress }).Public),
        Is.EqualTo("""
            in 110 tcp 80 0.0.0.0/0 http
            in 210 tcp 443 0.0.0.0/0 https
            in 300 tcp 1024-3388 10.0.128.0/17 server-answers-0
            in 301 tcp 3390-65535 10.0.128.0/17 server-answers-1
            in 400 tcp 443 10.0.128.0/17 nat
            in 500 tcp 1024-3388 0.0.0.0/0 nat-answers-0
            in 501 tcp 3390-65535 0.0.0.0/0 nat-answers-1
            in 600 icmp 0.0.0.0/0 too-big
            out 110 tcp 1024-65535 0.0.0.0/0 answers
            out 310 tcp 80 10.0.128.0/17 servers-http
            out 311 tcp 443 10.0.128.0/17 servers-https
            out 400 tcp 443 0.0.0.0/0 nat
            out 500 tcp 1024-65535 10.0.128.0/17 nat-answers
            out 600 icmp 0.0.0.0/0 too-big
            """));

    [Test]
    [Requirement("R1")]
    public void PublicTier_WithIPv6Clients_HasTheirRulesInIPv6() => Assert.That(
        Table((Baseline with { Ipv6 = true }).Public),
        Is.EqualTo("""
            in 110 tcp 80 0.0.0.0/0 http
            in 111 tcp 80 ::/0 http-ipv6
            in 210 tcp 443 0.0.0.0/0 https
            in 211 tcp 443 ::/0 https-ipv6
            in 300 tcp 1024-3388 10.0.128.0/17 server-answers-0
            in 301 tcp 3390-65535 10.0.128.0/17 server-answers-1
            in 600 icmp 0.0.0.0/0 too-big
            in 601 icmp6 ::/0 too-big-ipv6
            out 110 tcp 1024-65535 0.0.0.0/0 answers
            out 111 tcp 1024-65535 ::/0 answers-ipv6
            out 310 tcp 80 10.0.128.0/17 servers-http
            out 311 tcp 443 10.0.128.0/17 servers-https
            out 600 icmp 0.0.0.0/0 too-big
            out 601 icmp6 ::/0 too-big-ipv6
            """));

    [Test]
    [Requirement("R1")]
    public void Ingress_InEveryPlan_NeverContainsRemoteLogin([Values] Egress egress, [Values(20, 21, 22, 3389)] int port)
    {
        var plan = Worst(egress);

        var admitting = plan.Public.Concat(plan.Private)
            .Where(entry => !entry.IsEgress && entry.Ports is { } ports && ports.From <= port && port <= ports.To);

        Assert.That(admitting, Is.Empty);
    }

    [Test]
    public void Rules_InEveryPlan_NameTcpPortsOrOneIcmpMessage([Values] Egress egress)
    {
        var entries = Worst(egress).Public.Concat(Worst(egress).Private).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(entries.Where(entry => entry.Ports is { From: > 0 }).Select(entry => entry.Protocol), Has.All.EqualTo("6"));
            Assert.That(entries.Where(entry => entry.Ports is null).Select(entry => entry.Protocol), Has.All.AnyOf("1", "58"));
            Assert.That(entries.Where(entry => entry.Ports is { From: 0 }), Is.Empty);
        });
    }

    [Test]
    public void Rules_InTheWorstPlan_StayWithinTheQuota([Values] Egress egress, [Values] bool publicTier, [Values] bool outgoing)
    {
        var entries = publicTier ? Worst(egress).Public : Worst(egress).Private;

        Assert.That(entries.Count(entry => entry.IsEgress == outgoing), Is.AtMost(RulesPerDirection));
    }

    [Test]
    public void Rules_InEveryPlan_HaveNumbersAndNamesOfTheirOwn([Values] Egress egress, [Values] bool publicTier)
    {
        var entries = publicTier ? Worst(egress).Public : Worst(egress).Private;

        Assert.Multiple(() =>
        {
            Assert.That(entries.Select(entry => (entry.IsEgress, entry.Number)), Is.Unique);
            Assert.That(entries.Select(entry => entry.Name), Is.Unique);
        });
    }

    [Test]
    public void Rules_WhenEgressOrClientsAreAdded_KeepTheirNumbers()
    {
        var before = Baseline.Public;
        var after = (Baseline with { Egress = Egress.NatPerZone, Ipv6 = true }).Public;

        Assert.That(after, Is.SupersetOf(before));
    }

    // The most that the settings ask for.
    private static NetworkAclPlan Worst(Egress egress) => Baseline with { Ipv6 = true, Egress = egress };

    private static string Table(IReadOnlyList<NetworkAclEntry> entries) => string.Join(
        '\n',
        entries.OrderBy(entry => entry.IsEgress).ThenBy(entry => entry.Number).Select(Line));

    private static string Line(NetworkAclEntry entry)
    {
        var direction = entry.IsEgress ? "out" : "in";
        var traffic = (entry.Protocol, entry.Ports) switch
        {
            ("6", { } ports) when ports.From == ports.To => Invariant($"tcp {ports.From}"),
            ("6", { } ports) => Invariant($"tcp {ports.From}-{ports.To}"),
            ("1", null) => "icmp",
            ("58", null) => "icmp6",
            _ => $"unexpected protocol {entry.Protocol}",
        };
        return Invariant($"{direction} {entry.Number} {traffic} {entry.Block} {entry.Name[(direction.Length + 1)..]}");
    }
}
