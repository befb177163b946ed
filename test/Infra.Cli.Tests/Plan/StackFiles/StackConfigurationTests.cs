using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Shell;
using Infra.Settings;

namespace Infra.Cli.Tests.Plan.StackFiles;

/// <summary>What a stack's configuration says: secrets, overrides, examples, and what stands for the customer's own.</summary>
internal sealed class StackConfigurationTests
{
    private const string Example = "arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555";

    [TestCase("example.com", ExpectedResult = "domainName")]
    [TestCase("www.example.com", ExpectedResult = "domainName")]
    [TestCase("www.EXAMPLE.com", ExpectedResult = "domainName")]
    [TestCase("www.example.net", ExpectedResult = "domainName")]
    [TestCase("www.example.org", ExpectedResult = "domainName")]
    [TestCase("www.example", ExpectedResult = "domainName")]
    [TestCase("www.invalid", ExpectedResult = "domainName")]
    [TestCase("localhost", ExpectedResult = "domainName")]
    [TestCase("shop.test", ExpectedResult = "domainName")]
    [TestCase("myexample.com", ExpectedResult = "")]
    [TestCase("example.com.shop.io", ExpectedResult = "")]
    [TestCase("latest", ExpectedResult = "")]
    [TestCase("example.co", ExpectedResult = "")]
    public string Domain_ThatNobodyCanOwn_IsAPlaceholder(string domain) =>
        string.Join(' ', Placeholders.In(Texts(("infra:domainName", domain))));

    [Test]
    public void Placeholders_AreNamedInTheirOrder()
    {
        var zone = SettingsCatalogue.All.Single(setting => setting.Key == "hostedZoneId").Example!;

        Assert.Multiple(() =>
        {
            Assert.That(
                Placeholders.In(Texts(
                    ("infra:hostedZoneId", zone),
                    ("infra:alarmEmail", "ops@mail.example.com"),
                    ("infra:domainName", "www.example.com"),
                    ("aws:allowedAccountIds", "[\"123456789012\"]"))),
                Is.EqualTo(["domainName", "hostedZoneId", "alarmEmail", "aws:allowedAccountIds"]));
            Assert.That(
                Placeholders.In(Texts(
                    ("infra:hostedZoneId", zone[..^1]),
                    ("infra:alarmEmail", "example.com@shop.io"),
                    ("infra:domainName", "shop.io"),
                    ("aws:allowedAccountIds", "[\"111122223333\"]"))),
                Is.Empty);
            Assert.That(Placeholders.In(With()), Is.Empty);
        });
    }

    [Test]
    public void Secret_ThatCannotBeRead_HasAnExampleOfTheRegion()
    {
        var (here, there, nowhere) = (
            Arn(With(Hidden("infra:certificateArn"), Plain("aws:region", "eu-west-1"))),
            Arn(With(Hidden("infra:certificateArn"), Plain("aws:region", "cn-north-1"))),
            Arn(With(Hidden("infra:certificateArn"))));

        Assert.Multiple(() =>
        {
            Assert.That(here, Is.EqualTo(new ConfigValue(Example, IsSecret: true)));
            Assert.That(there.Text, Is.EqualTo("arn:aws-cn:acm:cn-north-1:111122223333:certificate/11111111-2222-3333-4444-555555555555"));
            Assert.That(nowhere.Text, Is.EqualTo(Example));
        });
    }

    [Test]
    public void Secret_ThatIsKnownOrMustNotBeOne_IsLeftAsItIs()
    {
        var configuration = With(
            ("infra:certificateArn", new("arn:known", IsSecret: true)), Hidden("infra:domainName"), Hidden("shop:alarmEmail"));

        Assert.That(SecretSettings.WithExamples(configuration).Values, Is.EquivalentTo(configuration.Values));
    }

    [Test]
    public void Secrets_AreTheSettingsThatMayBe()
    {
        var configuration = With(
            ("infra:certificateArn", new("arn:known", IsSecret: true)),
            ("infra:alarmEmail", new("open@shop.io")),
            ("infra:domainName", new("hidden.io", IsSecret: true)),
            ("aws:secretKey", new("key", IsSecret: true)));

        Assert.That(configuration.Secrets, Is.EqualTo(["arn:known"]));
        Assert.That(
            configuration.SecretKeys.Order(), Is.EqualTo(["aws:secretKey", "infra:certificateArn", "infra:domainName"]));
        Assert.That(configuration.SecretKeysForEngine(), Does.StartWith("[\"").And.Contain("\"infra:domainName\""));
    }

    [Test]
    public void Setting_IsTheStacksOrItsDefault()
    {
        var set = SettingsCatalogue.All.First(setting => !string.IsNullOrEmpty(setting.Default));
        var configuration = With(Plain($"infra:{set.Key}", "own"));

        Assert.Multiple(() =>
        {
            Assert.That(configuration.Setting(set.Key), Is.EqualTo("own"));
            Assert.That(With().Setting(set.Key), Is.EqualTo(set.Default));
            Assert.That(With().Setting("nobody"), Is.Empty);
            Assert.That((With().Region, With(Plain("aws:region", "eu-west-1")).Region), Is.EqualTo(("", "eu-west-1")));
            Assert.That(With().FileName, Is.EqualTo("Pulumi.s.yaml"));
            Assert.That((With() with { FileName = "stacks/Pulumi.s.yaml" }).FileName, Is.EqualTo("stacks/Pulumi.s.yaml"));
        });
    }

    [TestCase("true", ExpectedResult = true)]
    [TestCase("false", ExpectedResult = false)]
    [TestCase("True", ExpectedResult = false)]
    public bool Stack_IsProtected_ByItsSetting(string text) => With(Plain("infra:deletionProtection", text)).IsProtected;

    [TestCase("key")]
    [TestCase("=value")]
    [TestCase("")]
    [TestCase("a:b:c=value")]
    public void Override_ThatIsNoPair_IsOneMessage(string entry) => Assert.That(
        () => With().With([entry]),
        Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo($"--set must be key=value, got '{entry}'"));

    [Test]
    public void Override_OfASecret_StaysOneAndIsNotNamedAsOverridden()
    {
        var set = With(("infra:alarmEmail", new("a@b.io", IsSecret: true)), Plain("infra:domainName", "a.io"))
            .With(["alarmEmail=c@d.io", "domainName=b=c", "aws:region=eu-north-1"]).With(["infra:config:egress=none"]);

        Assert.Multiple(() =>
        {
            Assert.That(set.Values["infra:alarmEmail"], Is.EqualTo(new ConfigValue("c@d.io", IsSecret: true)));
            Assert.That(set.Values["infra:domainName"], Is.EqualTo(new ConfigValue("b=c")));
            Assert.That(set.Overridden, Is.EquivalentTo(["infra:domainName", "aws:region", "infra:egress"]));
        });
    }

    [Test]
    public void Source_HasTheProjectsSettingsAndTheProviders()
    {
        var source = With(
            Plain("infra:egress", "none"), Plain("infrared:egress", "far"), Plain("aws:region", "eu-west-1"), Hidden("infra:alarmEmail"))
            .With(["maxServers=3"]).Source();

        Assert.Multiple(() =>
        {
            Assert.That((source.ProjectName, source.StackName), Is.EqualTo(("infra", "s")));
            Assert.That(source.Provider, Is.EquivalentTo(new Dictionary<string, string> { ["region"] = "eu-west-1" }));
            Assert.That(source.SecretKeys, Is.EqualTo(["infra:alarmEmail"]));
            Assert.That(source.Places, Is.EquivalentTo(new Dictionary<string, string> { ["infra:maxServers"] = "--set" }));
        });
    }

    private static ConfigValue Arn(StackConfiguration configuration) =>
        SecretSettings.WithExamples(configuration).Values["infra:certificateArn"];

    private static (string Key, ConfigValue Value) Hidden(string key) => (key, new(ConfigValue.Hidden, IsSecret: true));

    private static (string Key, ConfigValue Value) Plain(string key, string text) => (key, new(text));

    private static StackConfiguration Texts(params (string Key, string Text)[] values) =>
        With([.. values.Select(value => Plain(value.Key, value.Text))]);

    private static StackConfiguration With(params (string Key, ConfigValue Value)[] values) => new()
    {
        RootDirectory = "/",
        ProjectName = "infra",
        StackName = "s",
        Values = values.ToDictionary(value => value.Key, value => value.Value),
    };
}
