using System.Text.Json;
using Infra.Cli.Plan.StackFiles;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Plan.StackFiles;

internal sealed class ProjectFilesTests
{
    private TemporaryProject _project = null!;

    [SetUp]
    public void CreateProject() => _project = new();

    [TearDown]
    public void DeleteProject() => _project.Dispose();

    [Test]
    public void Value_ThatTheStackLeavesOut_IsTheProjectsDefaultAsText()
    {
        _project.With("Pulumi.yaml", """
            name: shop
            runtime: dotnet
            config:
              count: {type: integer, default: 3}
              ratio: {default: 1.50}
              open: {type: boolean, default: true}
              names: {type: array, items: {type: string}, default: [a, b]}
              limits: {type: object, default: {cpu: "1"}}
              empty: {type: string, default: ""}
              needed: {type: string}
              aws:region: {value: eu-west-1}
            """).With("Pulumi.s.yaml", "config: {}\n");

        Assert.That(Texts("s"), Is.EqualTo(new Dictionary<string, string>
        {
            ["aws:region"] = "eu-west-1",
            ["shop:count"] = "3",
            ["shop:empty"] = "",
            ["shop:limits"] = """{"cpu":"1"}""",
            ["shop:names"] = """["a","b"]""",
            ["shop:open"] = "true",
            ["shop:ratio"] = "1.5",
        }));
    }

    [Test]
    public void Value_InSeveralPlaces_IsTheLastOverridesThenTheStacksThenTheDefault()
    {
        _project.With("Pulumi.yaml", "name: shop\nconfig:\n  a: {default: project}\n  b: {default: project}\n  c: {default: project}\n")
            .With("Pulumi.s.yaml", "config:\n  shop:b: stack\n  shop:c: stack\n  other:c: namespace\n");

        Assert.That(Texts("s", "c=first", "shop:c=last", "other:d=x=y=", "e="), Is.EqualTo(new Dictionary<string, string>
        {
            ["shop:a"] = "project",
            ["shop:b"] = "stack",
            ["shop:c"] = "last",
            ["other:c"] = "namespace",
            ["other:d"] = "x=y=",
            ["shop:e"] = "",
        }));
    }

    [TestCase("infra:x: yes", "yes")]
    [TestCase("infra:x: \"true\"", "true")]
    [TestCase("infra:x: True", "true")]
    [TestCase("infra:x:", "")]
    [TestCase("infra:x: ~", "")]
    [TestCase("infra:x: \"~\"", "~")]
    [TestCase("infra:x: |\n    a\n    b", "a\nb\n")]
    [TestCase("infra:x: [a, [b]]", """["a",["b"]]""")]
    [TestCase("infra:x: {a: [b], c: d}", """{"a":["b"],"c":"d"}""")]
    [TestCase("infra:x: [1.10, 3, yes, FALSE, ~, 1e6, 1e21, 1e-7, 2026-01-02]",
        """[1.1,3,"yes",false,null,1000000,1e+21,1e-7,"2026-01-02 00:00:00 \u002B0000 UTC"]""")]
    public void Value_OfAnyKind_IsTheTextThatPulumiMakesOfIt(string line, string expected)
    {
        _project.With("Pulumi.s.yaml", $"config:\n  {line}\n");

        Assert.That(Texts("s")["infra:x"], Is.EqualTo(expected));
    }

    [TestCase("1.10", "1.1")]
    [TestCase("'1.10'", "1.10")]
    [TestCase("!!str 1.10", "1.10")]
    [TestCase("10.0", "10")]
    [TestCase("-.5", "-0.5")]
    [TestCase("0x10", "16")]
    [TestCase("-0x10", "-16")]
    [TestCase("010", "8")]
    [TestCase("0o10", "8")]
    [TestCase("0b101", "5")]
    [TestCase("1_000", "1000")]
    [TestCase("+5", "5")]
    [TestCase("1e3", "1000")]
    [TestCase("1e6", "1e+06")]
    [TestCase("123456789.5", "1.234567895e+08")]
    [TestCase("0.00001", "1e-05")]
    [TestCase("0.0001", "0.0001")]
    [TestCase("18446744073709551615", "18446744073709551615")]
    [TestCase("18446744073709551616", "1.8446744073709552e+19")]
    [TestCase("-9223372036854775808", "-9223372036854775808")]
    [TestCase("012345678912", "1.2345678912e+10")]
    [TestCase("1e999", "1e999")]
    [TestCase(".inf", ".inf")]
    [TestCase(".NaN", ".nan")]
    [TestCase("1:30", "1:30")]
    [TestCase("2026-01-02", "2026-01-02T00:00:00Z")]
    [TestCase("2026-1-2 3:4:5.6", "2026-01-02T03:04:05.6Z")]
    [TestCase("2026-01-02T03:04:05+02:00", "2026-01-02T03:04:05+02:00")]
    [TestCase("2026-01-02T03:04:05", "2026-01-02T03:04:05")]
    [TestCase("2026-13-01", "2026-13-01")]
    [TestCase("on", "on")]
    [TestCase("NULL", "")]
    public void Value_ThatYamlTakesForMoreThanText_IsTheTextThatPulumiMakesOfIt(string yaml, string expected)
    {
        _project.With("Pulumi.s.yaml", $"config:\n  infra:x: {yaml}\n");

        Assert.That(Texts("s")["infra:x"], Is.EqualTo(expected));
    }

    [TestCase("{secure: AAA}", "[secret]")]
    [TestCase("[a, {secure: AAA}]", """["a","[secret]"]""")]
    [TestCase("{a: {b: {secure: AAA}}}", """{"a":{"b":"[secret]"}}""")]
    public void Value_WithASecretInIt_IsSecretAndHasNoCiphertext(string value, string expected)
    {
        _project.With("Pulumi.s.yaml", $"config:\n  infra:x: {value}\n");

        var read = ProjectFiles.Read(_project.Root, "s", []).Values["infra:x"];

        Assert.That((read.Text, read.IsSecret, read.Shown), Is.EqualTo((expected, true, "[secret]")));
    }

    [Test]
    public void Value_ThatOverridesASecret_IsUsedButNotShown()
    {
        _project.With("Pulumi.s.yaml", "config:\n  infra:x: {secure: AAA}\n");

        var read = ProjectFiles.Read(_project.Root, "s", ["x=open"]).Values["infra:x"];

        Assert.That((read.Text, read.Shown), Is.EqualTo(("open", "[secret]")));
    }

    [Test]
    public void Configuration_ForTheEngine_IsOneObjectOfTexts()
    {
        _project.With("Pulumi.yaml", "name: shop\nconfig:\n  zones: {default: [a]}\n").With("Pulumi.s.yaml", "config:\n  shop:n: 1\n");

        Assert.That(
            JsonDocument.Parse(ProjectFiles.Read(_project.Root, "s", []).ForEngine()).RootElement.EnumerateObject()
                .Select(entry => (entry.Name, entry.Value.GetString())),
            Is.EqualTo(new[] { ("shop:n", "1"), ("shop:zones", """["a"]""") }));
    }

    [TestCase("dev")]
    [TestCase("prod")]
    public void Configuration_OfACommittedStack_IsReadFromAnyFolderOfTheProject(string stack)
    {
        var read = ProjectFiles.Read(Path.Combine(Reference.Root, "site"), stack, []);

        Assert.That(
            (read.RootDirectory, read.ProjectName, read.StackName, read.Region),
            Is.EqualTo((Reference.Root, "infra", stack, "eu-west-1")));
    }

    [Test]
    public void Stacks_OfAProject_AreThoseWithAFileInOrder()
    {
        _project.With("Pulumi.b.yaml", "").With("Pulumi.a-1.yaml", "").With("Pulumi.B.yml", "");

        Assert.That(ProjectFiles.StackNames(_project.Root), Is.EqualTo(new[] { "a-1", "b" }));
    }

    private Dictionary<string, string> Texts(string stack, params string[] overrides) =>
        ProjectFiles.Read(_project.Root, stack, overrides).Values
            .Where(entry => !IsOurDefault(entry.Key)).ToDictionary(entry => entry.Key, entry => entry.Value.Text);

    // Unless a test brings a project file of its own, ours is there with all its defaults.
    private static bool IsOurDefault(string key) => key.StartsWith("infra:", StringComparison.Ordinal) && key != "infra:x";
}
