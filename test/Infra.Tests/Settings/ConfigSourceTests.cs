using System.Text.Json;
using Infra.Settings;
using Infra.Settings.Reading;
using Moq;
using Pulumi;
using Pulumi.Testing;

namespace Infra.Tests.Settings;

public sealed class ConfigSourceTests
{
    private const string Variable = "PULUMI_CONFIG";

    private const string SecretKeysVariable = "PULUMI_CONFIG_SECRET_KEYS";

    private string? _before;
    private string? _secretKeysBefore;

    [SetUp]
    public void Remember() =>
        (_before, _secretKeysBefore) =
            (Environment.GetEnvironmentVariable(Variable), Environment.GetEnvironmentVariable(SecretKeysVariable));

    [TearDown]
    public void Restore()
    {
        Environment.SetEnvironmentVariable(Variable, _before);
        Environment.SetEnvironmentVariable(SecretKeysVariable, _secretKeysBefore);
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("{}")]
    public void Keys_OfNothing_AreNone(string? json) => Assert.That(ConfigSource.Keys(json, "infra"), Is.Empty);

    [TestCase("infra", new string[0])]
    [TestCase("infra:zones aws:region infrastructure:zones", new[] { "zones" })]
    [TestCase("infra:config:zones infra:waf infra:zones", new[] { "waf", "zones" })]
    public void Keys_OfTheNamespace_AreSortedAndWithoutIt(string keys, string[] expected) =>
        Assert.That(ConfigSource.Keys(Object(keys), "infra"), Is.EqualTo(expected));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("[]")]
    public void SecretKeysIn_Nothing_AreNone(string? json) => Assert.That(ConfigSource.SecretKeysIn(json), Is.Empty);

    [Test]
    public void SecretKeysIn_AnyForm_HaveTheirNamespace() =>
        Assert.That(
            ConfigSource.SecretKeysIn(Given.List("infra:alarmEmail aws:secretKey infra:config:zones")),
            Is.EquivalentTo(["infra:alarmEmail", "aws:secretKey", "infra:zones"]));

    [TestCase("null")]
    [TestCase("[null]")]
    [TestCase("[1]")]
    [TestCase("{}")]
    [TestCase("planted, and no JSON")]
    public void FromPulumi_SecretKeysAreNoList_FailsTheDeploymentWithOneMessage(string json)
    {
        Environment.SetEnvironmentVariable(Variable, "{}");
        Environment.SetEnvironmentVariable(SecretKeysVariable, json);

        Assert.That(() => InDeployment(ConfigSource.FromPulumi), Throws.TypeOf<RunException>().With.Message.EqualTo(
            "PULUMI_CONFIG_SECRET_KEYS must be a JSON array of keys: unset it, or let the Pulumi CLI set it"));
    }

    [Test]
    public async Task FromPulumi_KnowsWhatIsSecret()
    {
        Environment.SetEnvironmentVariable(Variable, """{"infra:alarmEmail":"ops@example.com","infra:waf":"true"}""");
        Environment.SetEnvironmentVariable(SecretKeysVariable, """["infra:alarmEmail"]""");

        var source = await InDeployment(ConfigSource.FromPulumi);

        Assert.That(SettingsCatalogue.All.Where(source.IsSecret).Select(setting => setting.Key), Is.EqualTo(["alarmEmail"]));
    }

    [Test]
    public async Task FromPulumi_HasEveryValueOfTheProject()
    {
        Environment.SetEnvironmentVariable(Variable, """{"infra:zones":"[\"a\"]","infra:misspelt":"1","aws:region":"eu-west-1"}""");

        var source = await InDeployment(ConfigSource.FromPulumi);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((source.ProjectName, source.StackName), Is.EqualTo(("infra", "dev")));
            Assert.That(source.Values, Is.EquivalentTo(new Dictionary<string, string> { ["zones"] = """["a"]""", ["misspelt"] = "1" }));
        }
    }

    [Test]
    public void FromPulumi_SettingsAreInvalid_FailsTheDeploymentWithTheMessageAlone()
    {
        Environment.SetEnvironmentVariable(Variable, "{}");

        Task<StackSettings> Deploy() => InDeployment(() => StackSettings.Read(ConfigSource.FromPulumi(), region: ""));

        Assert.That(Deploy, Throws.TypeOf<RunException>().With.Message.EqualTo(
            """
            Pulumi.dev.yaml is not valid (2 problems):
              aws:region is required: choose one by the command `pulumi config set aws:region eu-west-1`
              infra:zones is required: set it to 2 to 6 Availability Zones of the stack's region, letters a to h, each once
            """));
    }

    private static string Object(string keys) => JsonSerializer.Serialize(keys.Split(' ').ToDictionary(key => key, _ => "x"));

    private static async Task<T> InDeployment<T>(Func<T> read)
    {
        var result = default(T);
        TestOptions options = new() { ProjectName = "infra", StackName = "dev", IsPreview = false };
        await Deployment.TestAsync(Mock.Of<IMocks>(), options, () => { result = read(); });
        return result!;
    }
}
