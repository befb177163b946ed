using Infra.Certificates;
using Infra.Networking;
using Infra.Tests.Support;

namespace Infra.Tests.Settings;

/// <summary>What the defaults amount to. Each by itself stands in docs/configuration.md, where a change of one shows.</summary>
public sealed class SettingsDefaultsTests
{
    [Test]
    public void Certificate_NothingSet_IsSelfSignedForTheLoadBalancersOwnName()
    {
        var settings = Given.Settings();

        Assert.That(settings.Certificate.SiteName, Is.Null);
        Assert.That(settings.CertificateSource, Is.EqualTo(new CertificateSource.SelfSigned("*.eu-west-1.elb.amazonaws.com", "1")));
    }

    [Test]
    public void Network_NothingSet_HasNoEgressAndAdmitsEveryIPv4Address()
    {
        var network = Given.Settings().Network;

        Assert.That(network.Egress, Is.EqualTo(Egress.None));
        Assert.That(network.AllowedCidrs, Is.EqualTo(["0.0.0.0/0"]));
    }

    [Test, Requirement("R3")]
    public void LoadBalancer_NothingSet_RefusesOldTls() =>
        Assert.That(Given.Settings().LoadBalancer.TlsPolicy, Is.EqualTo("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"));

    [Test]
    public void Servers_NothingSet_AreOneToThreeSmallGravitons()
    {
        var servers = Given.Settings().Servers;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(servers.InstanceType, Is.EqualTo("t4g.small"));
            Assert.That(servers.Image.Id, Is.Null);
            Assert.That(servers.Image.ParameterName, Is.EqualTo("/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64"));
            Assert.That((servers.MinServers, servers.MaxServers), Is.EqualTo((1, 3)));
        }
    }

    [Test, Requirement("R5")]
    public void HealthCheck_NothingSet_NoticesASickServerWithinAMinute() =>
        Assert.That(Given.Settings().HealthCheck.ToUnhealthy, Is.LessThan(TimeSpan.FromMinutes(1)));

    [Test]
    public void Stack_NothingSet_CanBeDestroyed() => Assert.That(Given.Settings().DeletionProtection, Is.False);
}
