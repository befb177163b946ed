using Infra.Settings;
using Infra.Settings.Reading;

namespace Infra.Tests.Settings;

/// <summary>Which settings a stack file may keep secret, and what becomes of those that it may not.</summary>
public sealed class SecretSettingTests
{
    private const string Rule = "must not be secret, since ids, names, numbers or scripts of resources tell it";
    private const string Mend = "set it without --secret; only infra:certificateArn and infra:alarmEmail can be secret";

    private static IEnumerable<string> CannotBeSecret =>
        SettingsCatalogue.All.Where(setting => !setting.CanBeSecret).Select(setting => setting.Key);

    private static IEnumerable<string> CanBeSecret =>
        SettingsCatalogue.All.Where(setting => setting.CanBeSecret).Select(setting => setting.Key);

    [TestCaseSource(nameof(CannotBeSecret))]
    public void Setting_ThatResourcesTell_IsRefusedAsASecret(string key) =>
        Assert.That(
            Given.Invalid(Given.Full() with { SecretKeys = new HashSet<string> { $"infra:{key}" } }, Given.Region).Problems,
            Is.EqualTo([new SettingProblem($"infra:{key}", Rule, Got: null, Mend)]));

    [TestCaseSource(nameof(CannotBeSecret))]
    public void Setting_ThatIsWrongAndSecret_IsNotQuoted(string key) =>
        Assert.That(Given.Invalid(Secret([key], (key, "Planted value")), Given.Region).Message, Does.Not.Contain("Planted"));

    [TestCaseSource(nameof(CanBeSecret))]
    public void Setting_ThatCanBeSecretAndIsWrong_IsNotQuoted(string key) =>
        Assert.That(Given.Invalid(Secret([key], (key, "Planted value")), Given.Region).Problems.Single().Got, Is.EqualTo("[secret]"));

    [Test]
    public void SecretSettings_Several_AreOneMessage() =>
        Assert.That(
            Given.Invalid(
                Secret(["healthCheckPath", "domainName", "alarmEmail"], ("domainName", "a.example"), ("hostedZoneId", "Z1")),
                Given.Region).Message,
            Is.EqualTo($"""
                Pulumi.test.yaml is not valid (2 problems):
                  infra:domainName {Rule}: {Mend}
                  infra:healthCheckPath {Rule}: {Mend}
                """));

    [TestCase("eu-west-1")]
    [TestCase("planted")]
    public void Region_ThatIsSecret_IsRefusedAndNotQuoted(string region)
    {
        var config = Given.Config(("zones", """["us-east-1a","us-east-1b"]""")) with { SecretKeys = new HashSet<string> { "aws:region" } };

        var refusal = Given.Invalid(config, region);

        Assert.That(refusal.Message, Does.Not.Contain(region));
        Assert.That(refusal.Problems, Is.EqualTo([new SettingProblem("aws:region", Rule, Got: null, Mend)]));
    }

    [Test]
    public void Text_OfASecret_IsNotShownByAccident() =>
        Assert.That($"{new SecretText("planted", IsSecret: true)} {new SecretText("open", IsSecret: false)}", Is.EqualTo("[secret] open"));

    private static ConfigSource Secret(string[] keys, params (string Key, string Value)[] changes) =>
        Given.Config(changes) with { SecretKeys = keys.Select(key => $"infra:{key}").ToHashSet() };
}
