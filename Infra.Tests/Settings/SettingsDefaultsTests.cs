using Infra.LoadBalancing;
using Infra.Networking;
using Infra.Tests.Support;

namespace Infra.Tests.Settings;

public sealed class SettingsDefaultsTests
{
    [Test]
    public void Certificate_NothingSet_IsSelfSigned()
    {
        var certificate = Given.Settings().Certificate;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(certificate.DomainName, Is.Null);
            Assert.That(certificate.HostedZoneId, Is.Null);
            Assert.That(certificate.CertificateArn, Is.Null);
            Assert.That(certificate.AllowSelfSigned, Is.False);
            Assert.That(certificate.Rotation, Is.EqualTo("1"));
            Assert.That(certificate.IsSelfSigned, Is.True);
        }
    }

    [Test]
    public void Network_NothingSet_HasNoEgressAndAdmitsEveryIPv4Address()
    {
        var network = Given.Settings().Network;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(network.Zones, Is.EqualTo(["eu-west-1a", "eu-west-1b"]));
            Assert.That(network.VpcCidr, Is.EqualTo("10.0.0.0/16"));
            Assert.That(network.Egress, Is.EqualTo(Egress.None));
            Assert.That(network.Ipv6, Is.False);
            Assert.That(network.AllowedCidrs, Is.EqualTo(["0.0.0.0/0"]));
        }
    }

    [Test, Requirement("R3")]
    public void LoadBalancer_NothingSet_RefusesOldTls()
    {
        var loadBalancer = Given.Settings().LoadBalancer;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(loadBalancer.TlsMode, Is.EqualTo(TlsMode.Offload));
            Assert.That(loadBalancer.TlsPolicy, Is.EqualTo("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"));
            Assert.That(loadBalancer.DeregistrationDelay, Is.EqualTo(TimeSpan.FromSeconds(30)));
            Assert.That(loadBalancer.Waf, Is.False);
            Assert.That(loadBalancer.WafRateLimit, Is.EqualTo(2000));
        }
    }

    [Test]
    public void Servers_NothingSet_AreOneToThreeSmallGravitons()
    {
        var servers = Given.Settings().Servers;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(servers.InstanceType, Is.EqualTo("t4g.small"));
            Assert.That(servers.ImageId, Is.Null);
            Assert.That(servers.Image.Id, Is.Null);
            Assert.That(servers.Image.ParameterName, Is.EqualTo("/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64"));
            Assert.That(servers.MinServers, Is.EqualTo(1));
            Assert.That(servers.MaxServers, Is.EqualTo(3));
            Assert.That(servers.SiteDirectory, Is.EqualTo("site"));
            Assert.That(servers.CpuTarget, Is.EqualTo(50));
            Assert.That(servers.RequestsPerServer, Is.Null);
            Assert.That(servers.BootBudget, Is.EqualTo(TimeSpan.FromMinutes(5)));
        }
    }

    [Test, Requirement("R5")]
    public void HealthCheck_NothingSet_NoticesASickServerWithinAMinute()
    {
        var healthCheck = Given.Settings().HealthCheck;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(healthCheck.Path, Is.EqualTo("/health"));
            Assert.That(healthCheck.Interval, Is.EqualTo(TimeSpan.FromSeconds(15)));
            Assert.That(healthCheck.Timeout, Is.EqualTo(TimeSpan.FromSeconds(5)));
            Assert.That(healthCheck.HealthyThreshold, Is.EqualTo(2));
            Assert.That(healthCheck.UnhealthyThreshold, Is.EqualTo(3));
            Assert.That(healthCheck.Interval * healthCheck.UnhealthyThreshold, Is.LessThan(TimeSpan.FromMinutes(1)));
        }
    }

    [Test]
    public void Monitoring_NothingSet_KeepsLogsForNinetyDays()
    {
        var monitoring = Given.Settings().Monitoring;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(monitoring.SlowResponse, Is.EqualTo(TimeSpan.FromSeconds(1)));
            Assert.That(monitoring.AlarmEmail, Is.Null);
            Assert.That(monitoring.LogRetentionDays, Is.EqualTo(90));
        }
    }

    [Test]
    public void Stack_NothingSet_CanBeDestroyed()
    {
        var settings = Given.Settings();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(settings.Region, Is.EqualTo("eu-west-1"));
            Assert.That(settings.DeletionProtection, Is.False);
        }
    }
}
