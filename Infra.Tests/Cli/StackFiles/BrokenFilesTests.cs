using System.Text;
using Infra.Cli.StackFiles;

namespace Infra.Tests.Cli.StackFiles;

/// <summary>Whatever a file holds, the user gets one sentence that names it and says how to mend it.</summary>
internal sealed class BrokenFilesTests
{
    private TemporaryProject _project = null!;

    [SetUp]
    public void CreateProject() => _project = new TemporaryProject().With("Pulumi.s.yaml", "config: {}\n");

    [TearDown]
    public void DeleteProject() => _project.Dispose();

    [TestCase("", "Pulumi.s.yaml must hold settings, but is empty: restore it from git")]
    [TestCase("# nothing\n", "Pulumi.s.yaml must hold settings, but is empty: restore it from git")]
    [TestCase("- a\n", "Pulumi.s.yaml must be one YAML mapping: restore it from git")]
    [TestCase("text\n", "Pulumi.s.yaml must be one YAML mapping: restore it from git")]
    [TestCase("config: {}\n---\nconfig: {}\n", "Pulumi.s.yaml must be one YAML mapping: restore it from git")]
    [TestCase("config: [a]\n", "Pulumi.s.yaml must have a mapping of keys to values at config: restore it from git")]
    [TestCase("config: text\n", "Pulumi.s.yaml must have a mapping of keys to values at config: restore it from git")]
    [TestCase("config:\n  infra:x: 1\n  infra:x: 2\n", "Pulumi.s.yaml is not valid YAML, line 3: Duplicate key infra:x")]
    [TestCase("config:\n  infra:x: {a: [\n", "Pulumi.s.yaml is not valid YAML, line 3: While parsing a node, did not find expected node content.")]
    [TestCase("config:\n\tinfra:x: 1\n", "Pulumi.s.yaml is not valid YAML, line 1: While scanning a mapping, found invalid tab as indentation.")]
    [TestCase(":\n :", "Pulumi.s.yaml is not valid YAML: no parser could follow it, restore it from git")]
    [TestCase("a: &a [x]\nb: [*a, *a]\n", "Pulumi.s.yaml must not use YAML aliases, got *a, line 2: write the value out")]
    public void StackFile_ThatIsBroken_IsOneMessage(string content, string message)
    {
        _project.With("Pulumi.s.yaml", content);

        AssertRefused("s", message);
    }

    [Test]
    public void StackFile_OfAliasesThatMultiply_IsRefusedAtTheFirst()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var level = 1; level < 20; level++)
            bomb.Append($"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]\n");
        _project.With("Pulumi.s.yaml", bomb.ToString());

        AssertRefused("s", "Pulumi.s.yaml must not use YAML aliases, got *a0, line 2: write the value out");
    }

    [Test]
    public void StackFile_ThatNestsWithoutEnd_IsRefused()
    {
        _project.With("Pulumi.s.yaml", $"config:\n  infra:x: {new string('[', 100_000)}");

        AssertRefused("s", "Pulumi.s.yaml must not nest deeper than 32 levels, line 2: keep only settings in it");
    }

    [Test]
    public void StackFile_OfMoreThanAMebibyte_IsRefused()
    {
        _project.With("Pulumi.s.yaml", "config: {}\n#" + new string('x', 1024 * 1024));

        AssertRefused("s", "Pulumi.s.yaml must be at most 1 MiB: keep only settings in it");
    }

    [Test]
    [Platform(Exclude = "Win")]
    public void StackFile_ThatIsADeviceWithoutEnd_IsRefused()
    {
        File.CreateSymbolicLink(Path.Combine(_project.Root, "Pulumi.z.yaml"), "/dev/zero");

        AssertRefused("z", "Pulumi.z.yaml must be at most 1 MiB: keep only settings in it");
    }

    [Test]
    public void StackFile_ThatIsAFolder_IsRefused()
    {
        Directory.CreateDirectory(Path.Combine(_project.Root, "Pulumi.f.yaml"));

        AssertRefused("f", "Pulumi.f.yaml must be a file, but is a folder: restore it from git");
    }

    [TestCase("nope", "there is no stack 'nope': name one of s, or add Pulumi.nope.yaml")]
    [TestCase("S", "there is no stack 'S': name one of s, or add Pulumi.S.yaml")]
    [TestCase("", "there is no stack '': name one of s")]
    [TestCase("../s", "there is no stack '../s': name one of s")]
    public void Stack_ThatIsNotThere_IsOneMessage(string stack, string message) => AssertRefused(stack, message);

    [Test]
    public void Stack_InAProjectWithoutAny_IsToBeAdded()
    {
        File.Delete(Path.Combine(_project.Root, "Pulumi.s.yaml"));

        AssertRefused("s", "there is no stack 's': add Pulumi.s.yaml");
    }

    [TestCase("minServers")]
    [TestCase("")]
    [TestCase("=1")]
    public void Override_ThatIsNoPair_IsOneMessage(string entry) => AssertRefused("s", $"--set must be key=value, got '{entry}'", entry);

    [Test]
    public void Project_WithoutAFile_IsOneMessage()
    {
        var nowhere = Directory.CreateTempSubdirectory("infra-").FullName;
        try
        {
            Assert.That(() => ProjectFiles.Read(nowhere, "s", []), Throws.TypeOf<InvalidUsageException>()
                .With.Message.EqualTo($"Pulumi.yaml is not in {nowhere} nor above it: change to the project's directory"));
        }
        finally
        {
            Directory.Delete(nowhere);
        }
    }

    [TestCase("runtime: dotnet\n", "Pulumi.yaml must have a name: restore it from git")]
    [TestCase("name: [a]\n", "Pulumi.yaml must have a name: restore it from git")]
    [TestCase("", "Pulumi.yaml must hold settings, but is empty: restore it from git")]
    public void Project_WithABrokenFile_IsOneMessage(string content, string message)
    {
        _project.With("Pulumi.yaml", content);

        AssertRefused("s", message);
    }

    private void AssertRefused(string stack, string message, params string[] overrides) =>
        Assert.That(() => ProjectFiles.Read(_project.Root, stack, overrides), Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(message));
}
