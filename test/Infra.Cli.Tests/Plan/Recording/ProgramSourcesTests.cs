using Infra.Cli.Plan.Recording;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Plan.Recording;

/// <summary>Whether a project's own program is the one that a tool runs, which was built somewhere else.</summary>
internal sealed class ProgramSourcesTests
{
    private static readonly string Program = typeof(WebStack).Assembly.Location;

    private string _project = null!;

    [SetUp]
    public void CopyProgram()
    {
        _project = Directory.CreateTempSubdirectory("infra-program-").FullName;
        var program = Path.Combine(Repository.Root, "src", "Infra");
        foreach (var file in Directory.EnumerateFiles(program, "*.cs", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(program, file);
            if (path.Split(Path.DirectorySeparatorChar)[0] is "bin" or "obj")
                continue;

            var copy = Path.Combine(_project, "src", "Infra", path);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    [TearDown]
    public void RemoveProject() => Directory.Delete(_project, recursive: true);

    [Test]
    public void Copy_Unchanged_IsTheSame() => Assert.That(ProgramSources.DifferIn(_project, Program), Is.False);

    [TestCase("obj", "Generated.cs")]
    [TestCase("bin", "Generated.cs")]
    [TestCase("docs", "notes.txt")]
    public void Copy_WithWhatIsNoSource_IsTheSame(string folder, string file)
    {
        Directory.CreateDirectory(Path.Combine(_project, "src", "Infra", folder, "Debug"));
        File.WriteAllText(Path.Combine(_project, "src", "Infra", folder, "Debug", file), "");

        Assert.That(ProgramSources.DifferIn(_project, Program), Is.False);
    }

    // Copies from before version 1.1 have it at the top.
    [Test]
    public void Copy_AtTheTop_IsAskedAsWell()
    {
        Directory.Move(Path.Combine(_project, "src", "Infra"), Path.Combine(_project, "Infra"));
        Assert.That(ProgramSources.DifferIn(_project, Program), Is.False);

        File.AppendAllText(Path.Combine(_project, "Infra", "WebStack.cs"), "// Another.\n");
        Assert.That(ProgramSources.DifferIn(_project, Program), Is.True);
    }

    [TestCase("WebStack.cs", "// Another.\n", TestName = "Copy_WithAChange_IsAnother")]
    [TestCase("Networking/More.cs", "namespace Infra.Networking;\n", TestName = "Copy_WithAnotherFile_IsAnother")]
    [TestCase("WebStack.cs", null, TestName = "Copy_WithoutAFile_IsAnother")]
    public void Copy_Changed_IsAnother(string file, string? added)
    {
        var path = Path.Combine(_project, "src", "Infra", file);
        if (added is null)
            File.Delete(path);
        else
            File.AppendAllText(path, added);

        Assert.That(ProgramSources.DifferIn(_project, Program));
    }

    [Test]
    public void Project_WithoutAProgram_HasNoOther()
    {
        Directory.Delete(Path.Combine(_project, "src", "Infra"), recursive: true);

        Assert.That(ProgramSources.DifferIn(_project, Program), Is.False);
    }

    // It is built again when something changes.
    [Test]
    public void Program_BuiltInTheProject_IsNotAsked()
    {
        Assert.That(ProgramSources.DifferIn(Repository.Root, Program), Is.False);
    }

    [Test]
    public async Task Program_OfTheProjectThatIsAnother_IsSaid()
    {
        using var project = new TemporaryProject();
        Directory.CreateDirectory(Path.Combine(project.Root, "src"));
        Directory.Move(Path.Combine(_project, "src", "Infra"), Path.Combine(project.Root, "src", "Infra"));
        File.AppendAllText(Path.Combine(project.Root, "src", "Infra", "WebStack.cs"), "// Another.\n");
        project.With("Pulumi.s.yaml", await File.ReadAllTextAsync(Path.Combine(Reference.Root, "Pulumi.dev.yaml")));
        Directory.CreateDirectory(Path.Combine(_project, "src", "Infra"));

        var run = await Invocation.Of(project.Root, "cost", "s");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((
            0,
            "The project's program is not the one that this tool was built from, and what follows is of the tool's: "
                + "run ./infra there for its own.\n")));
    }
}
