using Infra.Settings;

namespace Infra.Tests.Settings;

public sealed class SettingsCatalogueTests
{
    [Test]
    public void Keys_AreUnique() => Assert.That(SettingsCatalogue.All.Select(setting => setting.Key), Is.Unique);

    [Test]
    public void Zones_AreTheOnlySettingThatAStackMustHave() =>
        Assert.That(SettingsCatalogue.All.Where(setting => setting.Default is null).Select(setting => setting.Key), Is.EqualTo(["zones"]));

    [Test]
    public void WhenNotSet_IsSaidExactlyWhereASettingMayStayUnset() =>
        Assert.That(
            SettingsCatalogue.All.Where(setting => setting.WhenNotSet is not null),
            Is.EqualTo(SettingsCatalogue.All.Where(setting => setting.IsOptional)));

    [Test]
    public void Unit_IsSaidOfEveryNumber() =>
        Assert.That(
            SettingsCatalogue.All.Where(setting => setting.Unit is not null).Select(setting => $"{setting.Key}: {setting.Unit}"),
            Is.EquivalentTo(
            [
                "healthyThreshold: checks",
                "unhealthyThreshold: checks",
                "wafRateLimit: requests in 5 minutes",
                "logRetentionDays: days",
                "minServers: servers",
                "maxServers: servers",
                "cpuTarget: percent",
                "requestsPerServer: requests a minute",
            ]));

    [Test]
    public void Effect_IsASentence() =>
        Assert.That(SettingsCatalogue.All.Select(setting => setting.Effect), Has.All.Match("^[A-Z].*\\.$"));

    [Test]
    public void Default_SpelledOut_IsTheSameAsUnset()
    {
        var defaults = SettingsCatalogue.All.Where(setting => setting.Default is not null);

        var spelledOut = Given.Settings([.. defaults.Select(setting => (setting.Key, setting.Default!))]);

        // Records compare lists by identity, so the network's are compared on their own.
        var unset = Given.Settings();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(spelledOut with { Network = unset.Network }, Is.EqualTo(unset));
            Assert.That(spelledOut.Network.AllowedCidrs, Is.EqualTo(unset.Network.AllowedCidrs));
            Assert.That(
                spelledOut.Network with { Zones = unset.Network.Zones, AllowedCidrs = unset.Network.AllowedCidrs },
                Is.EqualTo(unset.Network));
        }
    }
}
