using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Shell;
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
    [PlainCase("infra:x: \"true\"", "true")]
    [TestCase("infra:x: True", "true")]
    [TestCase("infra:x:", "")]
    [TestCase("infra:x: ~", "")]
    [PlainCase("infra:x: \"~\"", "~")]
    [PlainCase("infra:x: |\n    a\n    b", "a\nb\n")]
    [PlainCase("infra:x: [a, [b]]", """["a",["b"]]""")]
    [PlainCase("infra:x: {a: [b], c: d}", """{"a":["b"],"c":"d"}""")]
    public void Value_OfAnyKind_IsTheTextThatPulumiMakesOfIt(string line, string expected)
    {
        _project.With("Pulumi.s.yaml", $"config:\n  {line}\n");

        Assert.That(Texts("s")["infra:x"], Is.EqualTo(expected));
    }

    // Recorded by eng/go-yaml/record.go with gopkg.in/yaml.v3 3.0.1, the library of the Pulumi CLI.
    private static IEnumerable<TestCaseData> Recorded =>
        from row in JsonSerializer.Deserialize<string[][]>(
            File.ReadAllText(Path.Combine(Repository.Root, "test", "Infra.Cli.Tests", "Plan", "StackFiles", "go-yaml.json")))!
        select new TestCaseData([.. row]).SetArgDisplayNames([.. row.Select(PlainCaseAttribute.Name)]);

    [TestCaseSource(nameof(Recorded))]
    public void Value_OfAStackAsYaml_IsTheTextThatPulumiMakesOfIt(string yaml, string ofStack, string ofProject)
    {
        _project.With("Pulumi.s.yaml", $"config:\n  infra:x: {yaml}\n");

        Assert.That(Normal(Texts("s")["infra:x"]), Is.EqualTo(Normal(ofStack)), ofProject);
    }

    [TestCaseSource(nameof(Recorded))]
    public void Value_OfTheProjectAsYaml_IsTheTextThatPulumiMakesOfIt(string yaml, string ofStack, string ofProject)
    {
        _project.With("Pulumi.yaml", $"name: infra\nconfig:\n  x:\n    value: {yaml}\n").With("Pulumi.s.yaml", "config: {}\n");

        if (ofProject == "ERR")
            Assert.That(() => Texts("s"), Throws.TypeOf<InvalidUsageException>(), ofStack);
        else if (ofProject == "null")
            Assert.That(Texts("s"), Is.Empty);
        else
            Assert.That(Normal(Texts("s")["infra:x"]), Is.EqualTo(Normal(ofProject)));
    }

    [PlainCase("{secure: AAA}", "[secret]")]
    [PlainCase("[a, {secure: AAA}]", """["a","[secret]"]""")]
    [PlainCase("{a: {b: {secure: AAA}}}", """{"a":{"b":"[secret]"}}""")]
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

    // Go and .NET escape different letters.
    private static string Normal(string text) => text is ['[' or '{', ..] ? JsonNode.Parse(text)!.ToJsonString() : text;

    private Dictionary<string, string> Texts(string stack, params string[] overrides) =>
        ProjectFiles.Read(_project.Root, stack, overrides).Values
            .Where(entry => !IsOurDefault(entry.Key)).ToDictionary(entry => entry.Key, entry => entry.Value.Text);

    // Unless a test brings a project file of its own, ours is there with all its defaults.
    private static bool IsOurDefault(string key) => key.StartsWith("infra:", StringComparison.Ordinal) && key != "infra:x";
}
