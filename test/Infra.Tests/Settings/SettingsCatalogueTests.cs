using Infra.Settings;
using Infra.Settings.Kinds;
using Infra.Settings.Reading;
using Infra.Tests.Support;

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
            SettingsCatalogue.All.Where(setting => setting.Unit is not null),
            Is.EqualTo(SettingsCatalogue.All.Where(setting => setting.Kind == SettingKind.Integer)));

    [Test]
    public void Example_IsGivenOfTextsAndLists_AndIsNotTheDefault() =>
        Assert.That(
            SettingsCatalogue.All.Where(setting => setting.Example is not null && setting.Example != setting.Default),
            Is.EqualTo(SettingsCatalogue.All.Where(setting => setting.Kind is SettingKind.Text or SettingKind.TextList)));

    [Test]
    public void Example_OfEachSetting_IsTaken()
    {
        var problems = new ProblemList(Given.Config(), SettingsCatalogue.All);
        var examples = SettingsCatalogue.All.Where(setting => setting.Example is not null)
            .Select(setting => (setting.Key, setting.Example!));

        _ = StackSettings.Read(Given.Config([.. examples, ("egress", "endpoints")]), Given.Region, problems);

        Assert.That(problems.InOrder, Is.Empty);
    }

    [Test]
    public void Texts_OfEverySetting_AreThese() =>
        Golden.Verify("settings", string.Concat(SettingsCatalogue.Areas.Select(area =>
            $"{area.Name}\n{string.Concat(area.Settings.Select(TextsOf))}")));

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
                spelledOut.Network with
                {
                    Zones = unset.Network.Zones,
                    AllowedCidrs = unset.Network.AllowedCidrs,
                    AllowedPrefixLists = unset.Network.AllowedPrefixLists,
                },
                Is.EqualTo(unset.Network));
        }
    }

    private static string TextsOf(SettingDefinition setting) =>
        $"  {setting.Key}{(setting.Unit is { } unit ? $" ({unit})" : "")}: {setting.Description}\n";
}
