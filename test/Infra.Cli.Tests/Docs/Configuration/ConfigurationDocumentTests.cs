using Infra.Settings;
using Infra.Settings.Kinds;

namespace Infra.Cli.Tests.Docs.Configuration;

public sealed class ConfigurationDocumentTests
{
    [Test]
    public void Document_IsFresh() => GeneratedFile.Verify(ConfigurationDocument.Path, ConfigurationDocument.Write());

    [TestCaseSource(typeof(SettingsCatalogue), nameof(SettingsCatalogue.All))]
    public void Document_SaysOfEachSetting_EverythingThatIsKnown(SettingDefinition setting)
    {
        var document = ConfigurationDocument.Write();

        var section = document.Split($"\n### {setting.Key}\n")[1].Split("\n### ")[0];
        Assert.That(section, Does.Contain(setting.Description).And.Contains(setting.Range).And.Contains(setting.Unit ?? ""));
        Assert.That(section, Does.Contain(setting.Default ?? "required").And.Contains(setting.Example ?? ""));
    }

    [Test]
    public void Numbers_SayWhatTheyCount() =>
        Assert.That(SettingsCatalogue.All.Where(setting => setting is { Kind: SettingKind.Integer, Unit: null }), Is.Empty);

    [Test]
    public void Document_ShowsWhatAStackSets_BesideTheDefault() =>
        Assert.That(
            ConfigurationDocument.Write(),
            Does.Contain("| [`minServers`](#minservers) | integer | servers | `1` |  | `2` |\n")
                .And.Contain("| [`logRetentionDays`](#logretentiondays) | integer | days | `90` | `7` | `365` |\n"));
}
