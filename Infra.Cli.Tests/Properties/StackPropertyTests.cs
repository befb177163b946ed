using Infra.Settings;

namespace Infra.Cli.Tests.Properties;

/// <summary>What must hold for every stack that the settings allow.</summary>
internal sealed class StackPropertyTests
{
    [Test]
    public void Invariants_OfAnyStack_Hold() => Property.Holds(StackCases.All, count: 500, AllInvariants.FaultOf);

    [Test]
    public void EverySetting_IsGenerated() =>
        Assert.That(SettingTexts.ByKey.Keys, Is.EquivalentTo(SettingsCatalogue.All.Select(setting => setting.Key)));
}
