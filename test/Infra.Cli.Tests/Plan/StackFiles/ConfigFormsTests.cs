using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Shell;
using Infra.Settings;
using Infra.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace Infra.Cli.Tests.Plan.StackFiles;

/// <summary>Keys, values and types in each form, by the small rules themselves.</summary>
internal sealed class ConfigFormsTests
{
    [TestCase("key", ExpectedResult = "infra:key")]
    [TestCase("aws:key", ExpectedResult = "aws:key")]
    [TestCase("infra:config:key", ExpectedResult = "infra:key")]
    [TestCase("infra:other:key", ExpectedResult = null)]
    [TestCase("a:config:b:c", ExpectedResult = null)]
    [TestCase("", ExpectedResult = "infra:")]
    public string? Key_HasItsNamespaceOrTheProjects(string key) => ConfigKey.Full(key, "infra");

    [Test]
    public void Value_ThatIsSecret_IsHiddenAndTurnsUpInItsItems()
    {
        Assert.Multiple(() =>
        {
            Assert.That((new ConfigValue("a").Shown, new ConfigValue("a", IsSecret: true).Shown), Is.EqualTo(("a", "[secret]")));
            Assert.That(new ConfigValue("a").Texts, Is.EqualTo(["a"]));
            Assert.That(new ConfigValue("""["a","b"]""").Texts, Is.EqualTo(["""["a","b"]""", "a", "b"]));
            Assert.That(new ConfigValue("[1]").Texts, Is.EqualTo(["[1]"]));
            Assert.That(new ConfigValue("[a").Texts, Is.EqualTo(["[a"]));
            Assert.That(new ConfigValue("""{"a":"b"}""").Texts, Is.EqualTo(["""{"a":"b"}"""]));
            Assert.That(new ConfigValue("").Texts, Is.EqualTo([""]));
            Assert.That(new ConfigValue("null").Texts, Is.EqualTo(["null"]));
        });
    }

    [Test]
    public void Printed_IsReadByKey()
    {
        var read = CliConfig.Read(
            """
            {
              "infra:a": {"value": "1", "secret": false}, "infra:b": {"value": "2", "secret": true},
              "infra:c": {"secret": true}, "infra:d": {"value": "", "secret": false, "objectValue": []}
            }
            """,
            "--cli");

        Assert.That(read.Select(entry => (entry.Key, entry.Value)), Is.EqualTo(
        [
            ("infra:a", new ConfigValue("1")), ("infra:b", new ConfigValue("2", IsSecret: true)),
            ("infra:c", new ConfigValue("[secret]", IsSecret: true)), ("infra:d", new ConfigValue("")),
        ]));
    }

    [PlainCase("")]
    [PlainCase("null")]
    [PlainCase("[]")]
    [PlainCase("""{"infra:a": null}""")]
    [PlainCase("""{"infra:a": {}}""")]
    [PlainCase("""{"infra:a": {"secret": false}}""")]
    [PlainCase("""{"infra:a": "1"}""")]
    public void Printed_ThatIsSomethingElse_IsOneMessage(string printed) => Assert.That(
        () => CliConfig.Read(printed, "--from"),
        Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(
            "--from: 'pulumi config --json' must print an object of keys, each with value and secret, and printed something else: "
            + "run it to see what"));

    [PlainCase("string", "a", ExpectedResult = true)]
    [PlainCase("string", "'1'", ExpectedResult = true)]
    [PlainCase("string", "1", ExpectedResult = false)]
    [PlainCase("string", "true", ExpectedResult = false)]
    [PlainCase("string", "~", ExpectedResult = false)]
    [PlainCase("string", "[a]", ExpectedResult = false)]
    [PlainCase("integer", "1", ExpectedResult = true)]
    [PlainCase("integer", "-1", ExpectedResult = true)]
    [PlainCase("integer", "1.0", ExpectedResult = true)]
    [PlainCase("integer", "1.5", ExpectedResult = false)]
    [PlainCase("integer", "'1'", ExpectedResult = true)]
    [PlainCase("integer", "'-1'", ExpectedResult = true)]
    [PlainCase("integer", "'1.0'", ExpectedResult = false)]
    [PlainCase("integer", "' 1'", ExpectedResult = false)]
    [PlainCase("integer", "'a'", ExpectedResult = false)]
    [PlainCase("integer", "true", ExpectedResult = false)]
    [PlainCase("integer", "[1]", ExpectedResult = false)]
    [PlainCase("boolean", "true", ExpectedResult = true)]
    [PlainCase("boolean", "false", ExpectedResult = true)]
    [PlainCase("boolean", "'true'", ExpectedResult = true)]
    [PlainCase("boolean", "'false'", ExpectedResult = true)]
    [PlainCase("boolean", "'True'", ExpectedResult = false)]
    [PlainCase("boolean", "yes", ExpectedResult = false)]
    [PlainCase("boolean", "1", ExpectedResult = false)]
    [PlainCase("object", "{a: b}", ExpectedResult = true)]
    [PlainCase("object", "{}", ExpectedResult = true)]
    [PlainCase("object", "[a]", ExpectedResult = false)]
    [PlainCase("object", "a", ExpectedResult = false)]
    [PlainCase("array", "[a, b]", ExpectedResult = true)]
    [PlainCase("array", "[]", ExpectedResult = true)]
    [PlainCase("array", "[a, 1]", ExpectedResult = false)]
    [PlainCase("array", "[1, a]", ExpectedResult = false)]
    [PlainCase("array", "a", ExpectedResult = false)]
    [PlainCase("array", "{a: b}", ExpectedResult = false)]
    public bool Default_IsOfATypeOrNot(string type, string value) =>
        DeclaredType.Takes(Node(value), type, Node("{type: string}"));

    [PlainCase("{type: array, items: {type: integer}}", "[[1], [2, 3], []]", ExpectedResult = true)]
    [PlainCase("{type: array, items: {type: integer}}", "[[1], [a]]", ExpectedResult = false)]
    [PlainCase("{type: array, items: {type: integer}}", "[1]", ExpectedResult = false)]
    [PlainCase("{type: object}", "[{a: b}]", ExpectedResult = true)]
    public bool Items_AreOfTheirType(string items, string value) => DeclaredType.Takes(Node(value), "array", Node(items));

    [TestCase(10, " and so on", ExpectedResult = false)]
    [TestCase(11, " and 1 more: write ", ExpectedResult = true)]
    [TestCase(12, " and 2 more: write ", ExpectedResult = true)]
    public bool Settings_OfAFormerName_AreNamedUpToTen(int count, string part)
    {
        var keys = SettingsCatalogue.All.Take(count).Select(setting => $"shop:{setting.Key}").ToList();
        var message = Assert.Throws<InvalidUsageException>(() => FormerNames.Check(keys, "infra", "Pulumi.s.yaml", "Pulumi.yaml")).Message;

        Assert.That(message.Split("shop:"), Has.Length.EqualTo(Math.Min(count, 10) + 1));
        Assert.That(message.EndsWith(" and so on, or remove them", StringComparison.Ordinal), Is.EqualTo(count > 10));
        return message.Contains(part, StringComparison.Ordinal);
    }

    [TestCase("infra:zones")]
    [TestCase("shop:other")]
    [TestCase("aws:region")]
    public void Settings_OfOthers_AreLeftAlone(string key) =>
        Assert.That(() => FormerNames.Check([key], "infra", "Pulumi.s.yaml", "Pulumi.yaml"), Throws.Nothing);

    [PlainCase("mainEnvironment: a\nenvironment: b", ExpectedResult = "a")]
    [PlainCase("mainEnvironment: []\nenvironment: b", ExpectedResult = "b")]
    [PlainCase("environment: [a, b: {merge: false}, c]", ExpectedResult = "a b c")]
    [PlainCase("environment: {imports: [a, b], values: {c: d}}", ExpectedResult = "a b one in the file itself")]
    [PlainCase("environment: {imports: [a], values: {}}", ExpectedResult = "a")]
    [PlainCase("environment: {imports: [a], values: c}", ExpectedResult = "a")]
    [PlainCase("environment: ~", ExpectedResult = "")]
    [PlainCase("environment: 'null'", ExpectedResult = "null")]
    [PlainCase("environment: \"a\\tb\"", ExpectedResult = "a\\u0009b")]
    [PlainCase("config: {}", ExpectedResult = "")]
    public string Environments_AreNamedInTheirOrder(string lines) =>
        string.Join(' ', StackEnvironments.Of((YamlMappingNode)Node(lines)));

    private static YamlNode Node(string text)
    {
        using var reader = new StringReader(text.Contains(": ", StringComparison.Ordinal) && text[0] is not ('{' or '[')
            ? text
            : $"it: {text}");
        var read = YamlFile.Parse(reader, "f.yaml");
        return read.Children.TryGetValue("it", out var value) ? value : read;
    }
}
