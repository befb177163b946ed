using Infra.Certificates;
using Infra.LoadBalancing;
using Infra.Networking;
using Infra.Settings;
using Infra.Tests.Support;

namespace Infra.Tests.Settings;

public sealed class StackFilesTests
{
    private static StackSettings Read(string stack)
    {
        var (config, region) = ProjectFiles.ConfigOf(stack);
        return StackSettings.Read(config, region);
    }

    [Test]
    public void Dev_IsCheapAndDestroyable()
    {
        var dev = Read("dev");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(dev.CertificateSource, Is.TypeOf<CertificateSource.SelfSigned>());
            Assert.That(dev.Network.Zones, Has.Count.EqualTo(2));
            Assert.That(dev.Network.Egress, Is.EqualTo(Egress.None));
            Assert.That(dev.LoadBalancer.Waf, Is.False);
            Assert.That((dev.Servers.MinServers, dev.Servers.MaxServers), Is.EqualTo((1, 3)));
            Assert.That(dev.Monitoring.LogRetentionDays, Is.EqualTo(7));
            Assert.That(dev.DeletionProtection, Is.False);
        }
    }

    [Test, Requirement("R4"), Requirement("R8")]
    public void Prod_SurvivesLossesAndResistsDeletion()
    {
        var prod = Read("prod");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(prod.Certificate.DomainName, Is.EqualTo("www.example.com"));
            Assert.That(prod.Network.Zones, Has.Count.EqualTo(3));
            Assert.That(prod.Network.Egress, Is.EqualTo(Egress.Endpoints));
            Assert.That(prod.Network.AllowedCidrs, Is.EqualTo(["0.0.0.0/0", "::/0"]));
            Assert.That(prod.LoadBalancer.TlsMode, Is.EqualTo(TlsMode.EndToEnd));
            Assert.That(prod.LoadBalancer.Waf, Is.True);
            Assert.That((prod.Servers.MinServers, prod.Servers.MaxServers), Is.EqualTo((2, 3)));
            Assert.That(prod.Servers.RequestsPerServer, Is.EqualTo(1000));
            Assert.That(prod.Monitoring.AlarmEmail?.Value, Is.EqualTo("ops@example.com"));
            Assert.That(prod.Monitoring.LogRetentionDays, Is.EqualTo(365));
            Assert.That(prod.DeletionProtection, Is.True);
        }
    }

    [TestCase("dev")]
    [TestCase("prod")]
    public void StackFile_SetsNothingToItsDefault(string stack)
    {
        var defaults = SettingsCatalogue.All.ToDictionary(setting => $"infra:{setting.Key}", setting => setting.Default);

        var repeated = ProjectFiles.ValuesOf(stack).Where(entry => defaults.GetValueOrDefault(entry.Key) == entry.Value);

        Assert.That(repeated, Is.Empty);
    }
}
