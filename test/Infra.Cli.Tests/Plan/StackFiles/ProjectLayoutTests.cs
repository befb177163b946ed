using Infra.Cli.Checks.Reports;
using Infra.Cli.Plan.Recording;
using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Tests.BadInput;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Plan.StackFiles;

/// <summary>Where a project's files are, what they are called, and how a stack is named.</summary>
internal sealed class ProjectLayoutTests
{
    private const string Config = """{"aws:region": "eu-west-1", "zones": ["eu-west-1a", "eu-west-1b"], "infra:maxServers": 2}""";

    private TemporaryProject _project = null!;

    [SetUp]
    public void CreateProject() => _project = new();

    [TearDown]
    public void DeleteProject() => _project.Dispose();

    [TestCase("Pulumi.yml", "Pulumi.s.yml")]
    [TestCase("Pulumi.json", "Pulumi.s.json")]
    public async Task Files_OfAnotherForm_AreRead(string project, string stack)
    {
        File.Delete(Path.Combine(_project.Root, "Pulumi.yaml"));
        _project.With(project, """{"name": "infra", "runtime": "dotnet", "config": {"logRetentionDays": 7}}""")
            .With(stack, $$"""{"encryptionsalt": "v1:AAA", "config": {{Config}}}""");

        var run = await Invocation.Of(_project.Root, "stacks");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Out, Does.Match(@"s +eu-west-1 +1 to 2 +no domain +at once"));
    }

    // Pulumi looks for JSON first.
    [Test]
    public void Project_WithTwoFiles_IsTheOneThatPulumiTakes()
    {
        _project.With("Pulumi.json", """{"name": "shop"}""").With("Pulumi.a.json", """{"config": {"n": 1.0, "m": [1.5], "o": null}}""")
            .With("Pulumi.b.yaml", "config: {}\n");

        Assert.That(ProjectFiles.StackNames(_project.Root), Is.EqualTo(["a"]));
        Assert.That(
            ProjectFiles.Read(_project.Root, "a", []).Values.Select(entry => (entry.Key, entry.Value.Text)),
            Is.EqualTo(new[] { ("shop:m", "[1.5]"), ("shop:n", "1"), ("shop:o", "") }));
    }

    [PlainCase("[]", "Pulumi.json must be one JSON object: restore it from git")]
    [PlainCase("{\n\"name\": }", "Pulumi.json is not valid JSON, line 2: restore it from git")]
    [PlainCase("{\"name\": \"a\", \"name\": \"b\"}", "Pulumi.json is not valid JSON: restore it from git")]
    public Task Json_ThatIsBroken_IsOneMessage(string content, string message) =>
        Refusal.AssertAsync(_project.With("Pulumi.json", content), message, "preview", "s");

    [TestCase("stackConfigDir: stacks")]
    [TestCase("stackConfigDir: ./stacks/")]
    [TestCase("config: stacks")]
    public async Task StackFiles_InAFolderOfTheirOwn_AreReadThere(string line)
    {
        Directory.CreateDirectory(Path.Combine(_project.Root, "stacks"));
        _project.With("Pulumi.yaml", $"name: infra\n{line}\n").With(Path.Combine("stacks", "Pulumi.s.yaml"), StackFile.And(""))
            .With("Pulumi.elsewhere.yaml", "config: {}\n");

        Assert.That(ProjectFiles.StackNames(_project.Root), Is.EqualTo(["s"]));
        var read = ProjectFiles.Read(_project.Root, "s", []);
        Assert.That((read.FileName, read.Region, read.RootDirectory), Is.EqualTo(("stacks/Pulumi.s.yaml", "eu-west-1", _project.Root)));
        var graph = await OfflineRun.RunAsync(read);
        Assert.That(SourceFiles.Of(graph.Shown.Stack, graph.Shown), Is.EqualTo("stacks/Pulumi.s.yaml"));
    }

    [PlainCase("stackConfigDir: a\nconfig: b",
        "Pulumi.yaml must have config as a folder, or stackConfigDir, but has both: remove config")]
    [PlainCase("stackConfigDir: [a]", "Pulumi.yaml must have a folder at stackConfigDir: write it like config")]
    [PlainCase("stackConfigDir: 5", "Pulumi.yaml must have a folder at stackConfigDir: write it like config")]
    [PlainCase("config: 5", "Pulumi.yaml must have a mapping of keys to values at config: restore it from git")]
    [PlainCase("stackConfigDir: nowhere", "there is no stack 's': add nowhere/Pulumi.s.yaml")]
    public Task Folder_ThatIsNone_IsOneMessage(string lines, string message) =>
        Refusal.AssertAsync(
            _project.With("Pulumi.yaml", $"name: infra\n{lines}\n").With("Pulumi.s.yaml", "config: {}\n"), message, "preview", "s");

    [TestCase("s")]
    [TestCase("acme/s")]
    [TestCase("acme/infra/s")]
    [TestCase("organization/infra/s")]
    public void Stack_WithItsOrganizationAndProject_IsTheOneOfItsLastName(string stack)
    {
        _project.With("Pulumi.s.yaml", "config: {}\n");

        Assert.That(ProjectFiles.Read(_project.Root, stack, []).StackName, Is.EqualTo("s"));
    }

    [TestCase("acme/shop/s", "the stack acme/shop/s is of the project shop, but Pulumi.yaml names this one infra: "
        + "change to the directory of shop, or name s alone")]
    [TestCase("acme/t", "there is no stack 'acme/t': name one of s, or add Pulumi.t.yaml")]
    [TestCase("a/b/c/s", "there is no stack 'a/b/c/s': name one of s")]
    [TestCase("../s", "there is no stack '../s': name one of s")]
    [TestCase("acme//s", "there is no stack 'acme//s': name one of s")]
    [TestCase("s/", "there is no stack 's/': name one of s")]
    public Task Stack_OfAnotherProjectOrNone_IsOneMessage(string stack, string message) =>
        Refusal.AssertAsync(_project.With("Pulumi.s.yaml", "config: {}\n"), message, "preview", stack);

    [Test]
    public void StackFile_WithWhatSecretsNeed_IsReadAllTheSame()
    {
        _project.With(
            "Pulumi.s.yaml",
            """
            secretsprovider: awskms://alias/x?region=eu-west-1
            encryptedkey: AAA
            encryptionsalt: v1:AAA:v1:BBB
            config:
              infra:x: a
            """);

        Assert.That(ProjectFiles.Read(_project.Root, "s", []).Values["infra:x"].Text, Is.EqualTo("a"));
    }

    [PlainCase("infra:x: {1: a}", "Pulumi.s.yaml must have texts as keys, got 1, line 2: quote it")]
    [PlainCase("infra:x: [.nan]", "Pulumi.s.yaml must have numbers that JSON knows, got .nan, line 2: quote it")]
    [PlainCase("a:b:c: x", "Pulumi.s.yaml must have keys of the form namespace:key, got a:b:c: write it so")]
    public Task StackFile_ThatPulumiRefuses_IsOneMessage(string line, string message) =>
        Refusal.AssertAsync(_project.With("Pulumi.s.yaml", $"config:\n  {line}\n"), message, "preview", "s");

    [Test]
    public Task Settings_UnderTheNameThatTheProjectHad_AreNamed()
    {
        _project.With("Pulumi.yaml", "name: shop\n").With("Pulumi.s.yaml", StackFile.And("  infra:maxServers: 2\n  infra:other: x"));

        return Refusal.AssertAsync(
            _project,
            "Pulumi.s.yaml has settings that nobody reads, since Pulumi.yaml names the project shop: infra:maxServers, infra:zones: "
            + "write shop:maxServers, shop:zones, or remove them",
            "preview", "s");
    }

    [Test]
    public void Keys_OfOtherNamespaces_AreLeftAlone()
    {
        _project.With("Pulumi.s.yaml", "config:\n  aws:region: a\n  aws:defaultTags: {tags: {a: b}}\n  other:x: y\n");

        Assert.That(ProjectFiles.Read(_project.Root, "s", []).Values, Contains.Key("other:x"));
    }
}
