using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Shell;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Plan.StackFiles;

/// <summary>What a project and a stack may be called, and where the project's file is found.</summary>
internal sealed class ProjectFileTests
{
    private static readonly string Long = new('a', 100);

    private TemporaryProject _project = null!;

    [SetUp]
    public void CreateProject() => _project = new();

    [TearDown]
    public void DeleteProject() => _project.Dispose();

    [TestCase("a", ExpectedResult = true)]
    [TestCase("Az09-_.", ExpectedResult = true)]
    [TestCase("-", ExpectedResult = true)]
    [TestCase("", ExpectedResult = false)]
    [TestCase("a b", ExpectedResult = false)]
    [TestCase("a/b", ExpectedResult = false)]
    [TestCase("a:b", ExpectedResult = false)]
    [TestCase("\u00e4", ExpectedResult = false)]
    [TestCase("\u0663", ExpectedResult = false)]
    public bool Name_IsOfPlainCharacters(string name) => ProjectFile.IsPlainName(name);

    private static IEnumerable<TestCaseData> Names =>
    [
        new TestCaseData($"name: {Long}", null).SetArgDisplayNames("100"),
        new TestCaseData(
            $"name: {Long}a",
            $"Pulumi.yaml must have a name of at most 100 characters, as Pulumi wants it, got '{Long}a': write a shorter one")
            .SetArgDisplayNames("101"),
        new TestCaseData(
            "name: a b",
            "Pulumi.yaml must have a name of letters, digits, and - _ . alone, as Pulumi wants it, got 'a b': write another")
            .SetArgDisplayNames("space"),
        new TestCaseData("runtime: dotnet", "Pulumi.yaml must have a name: restore it from git").SetArgDisplayNames("none"),
        new TestCaseData("name: [a]", "Pulumi.yaml must have a name: restore it from git").SetArgDisplayNames("list"),
    ];

    [TestCaseSource(nameof(Names))]
    public void Name_OfAProject_IsTakenOrOneMessage(string line, string? message)
    {
        _project.With("Pulumi.yaml", $"{line}\n");

        Assert.That(Message(() => ProjectFile.Find(_project.Root)), Is.EqualTo(message));
    }

    [Test]
    public void Project_IsFoundFromBelow()
    {
        var below = Path.Combine(_project.Root, "site", "deep");
        Directory.CreateDirectory(below);

        Assert.Multiple(() =>
        {
            Assert.That(ProjectFile.Find(below).RootDirectory, Is.EqualTo(_project.Root));
            Assert.That(ProjectFile.FindRoot(below), Is.EqualTo(_project.Root));
            Assert.That(ProjectFiles.FindRoot(below), Is.EqualTo(_project.Root));
            Assert.That(ProjectFile.IsAt(below), Is.True);
            Assert.That(ProjectFile.IsAt(Path.GetTempPath()), Is.False);
            Assert.That(
                Message(() => ProjectFile.FindRoot("/")),
                Is.EqualTo("Pulumi.yaml is not in / nor above it: change to the project's directory"));
        });
    }

    [TestCase("s", ExpectedResult = "s")]
    [TestCase("acme/s", ExpectedResult = "s")]
    [TestCase("acme/infra/s", ExpectedResult = "s")]
    [TestCase("acme.io/s", ExpectedResult = "s")]
    [TestCase("./s", ExpectedResult = null)]
    [TestCase("../s", ExpectedResult = null)]
    [TestCase("..", ExpectedResult = "..")]
    [TestCase("a/infra/b/s", ExpectedResult = null)]
    [TestCase("acme/", ExpectedResult = null)]
    [TestCase("/s", ExpectedResult = null)]
    [TestCase("a b", ExpectedResult = null)]
    [TestCase("", ExpectedResult = null)]
    public string? Stack_IsNamedByItsLastPart(string stack) => StackName.Of(stack, ProjectFile.Find(_project.Root));

    [Test]
    public void Stacks_WhoseNamesPulumiWouldNotTake_AreNone()
    {
        _project.With("Pulumi.b.yaml", "").With("Pulumi.a.yaml", "").With("Pulumi.a b.yaml", "").With("Pulumi..yaml", "")
            .With("Pulumi.c.yml", "").With("Other.d.yaml", "");

        Assert.That(ProjectFile.Find(_project.Root).StackNames(), Is.EqualTo(["a", "b"]));
    }

    [Test]
    public void Stack_OfAProjectWithoutAny_IsOneMessage() => Assert.That(
        Message(() => ProjectFiles.Read(_project.Root, "s", [])), Is.EqualTo("there is no stack 's': add Pulumi.s.yaml"));

    [Test]
    public void Stack_ThatIsNotThere_IsOneMessageWithThoseThatAre() => Assert.That(
        Message(() => ProjectFiles.Read(_project.With("Pulumi.a.yaml", "").With("Pulumi.b.yaml", "").Root, "s", [])),
        Is.EqualTo("there is no stack 's': name one of a, b, or add Pulumi.s.yaml"));

    [TestCase("config:")]
    [TestCase("config: ~")]
    [TestCase("config: ''")]
    [TestCase("config: {}")]
    [TestCase("encryptionsalt: v1")]
    public void Stack_MayHaveNoSettings(string line)
    {
        _project.With("Pulumi.yaml", "name: shop\n").With("Pulumi.s.yaml", $"{line}\n");

        Assert.That(ProjectFiles.Read(_project.Root, "s", []).Values, Is.Empty);
    }

    [PlainCase("stackConfigDir: ~", "Pulumi.s.yaml", null)]
    [PlainCase(
        "config: stacks\nstackConfigDir: ~", null,
        "Pulumi.yaml must have config as a folder, or stackConfigDir, but has both: remove config")]
    [PlainCase("stackConfigDir: ''\nconfig: ''", "Pulumi.s.yaml", null)]
    [PlainCase("stackConfigDir: stacks\nconfig: ''", "stacks/Pulumi.s.yaml", null)]
    [PlainCase("config: {a: {value: b}}", "Pulumi.s.yaml", null)]
    [PlainCase("stackConfigDir: true", null, "Pulumi.yaml must have a folder at stackConfigDir: write it like config")]
    public void Folder_OfStackFiles_IsWhereTheProjectSays(string lines, string? file, string? message)
    {
        _project.With("Pulumi.yaml", $"name: infra\n{lines}\n");

        string? shown = null;
        Assert.That(Message(() => shown = ProjectFile.Find(_project.Root).ShownStackFile("s")), Is.EqualTo(message));
        Assert.That(shown, Is.EqualTo(file));
    }

    [Test]
    public void Text_OfAStackToCome_IsReadAsItsFileWouldBe()
    {
        var read = ProjectFiles.ReadText(_project.Root, "s", "config:\n  infra:egress: none\n");

        Assert.That((read.StackName, read.FileName, read.Setting("egress")), Is.EqualTo(("s", "Pulumi.s.yaml", "none")));
        Assert.That(
            Message(() => ProjectFiles.ReadText(_project.Root, "s", "config: [a]\n")),
            Is.EqualTo("Pulumi.s.yaml must have a mapping of keys to values at config: restore it from git"));
    }

    private static string? Message(Func<object> read)
    {
        try
        {
            _ = read();
            return null;
        }
        catch (InvalidUsageException e)
        {
            return e.Message;
        }
    }
}
