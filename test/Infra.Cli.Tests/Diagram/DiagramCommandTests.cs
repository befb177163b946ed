using Infra.Cli.Shell;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Diagram;

public sealed class DiagramCommandTests
{
    private string _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("diagram-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase("dev")]
    [TestCase("prod")]
    public async Task Drawing_OfAStack_IsAsVerified(string stack) => Golden.Verify($"svg.{stack}", (await Run(stack)).Out);

    [TestCase("dev")]
    [TestCase("prod")]
    public async Task Operations_OfAStack_AreAsVerified(string stack) =>
        Golden.Verify($"operations.{stack}", (await Run(stack, "--view", "operations")).Out);

    [TestCase("dev")]
    [TestCase("prod")]
    public async Task Slide_OfAStack_IsAsVerified(string stack) =>
        Golden.Verify($"slide.{stack}", (await Run(stack, "--view", "slide")).Out);

    [TestCase("operations")]
    [TestCase("slide")]
    public async Task View_AsMermaid_IsRefused(string view)
    {
        var run = await Run("dev", "--view", view, "--format", "mermaid");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((ExitCode.InvalidUsage, "")));
        Assert.That(run.Error, Does.StartWith($"--view {view} is drawn as SVG alone"));
    }

    [Test]
    public async Task Help_Always_IsAsVerified() => Golden.Verify("help", (await Run("--help")).Out);

    [Test]
    public async Task Diagram_WithoutOptions_PrintsSvg()
    {
        var run = await Run("dev");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((ExitCode.Done, "")));
        Assert.That(run.Out, Does.StartWith("<svg ").And.EndsWith("</svg>\n"));
    }

    [Test]
    public async Task Format_Mermaid_PrintsAFlowchart()
    {
        var run = await Run("dev", "--format", "mermaid");

        Assert.That(run.Out, Does.StartWith("flowchart TB\n"));
    }

    [Test]
    public async Task Format_Unknown_IsRefusedWithTheChoices()
    {
        var run = await Run("dev", "--format", "png");

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.InvalidUsage));
        Assert.That(run.Error, Does.Contain("png").And.Contains("mermaid"));
    }

    [Test]
    public async Task Output_IntoAFolderThatIsNotThere_WritesTheDrawingAndNothingElse()
    {
        var file = Path.Combine(_folder, "new", "dev.svg");

        var run = await Run("dev", "--output", file);

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((ExitCode.Done, "")));
        Assert.That(Directory.GetFiles(Path.GetDirectoryName(file)!), Is.EqualTo(new[] { file }));
        Assert.That(File.ReadAllBytes(file)[0], Is.EqualTo((byte)'<'), "no byte order mark");
    }

    [Test]
    public async Task Output_OntoAFolder_IsRefusedAndLeavesNothingBehind()
    {
        var target = Directory.CreateDirectory(Path.Combine(_folder, "taken")).FullName;

        var run = await Run("dev", "--output", target);

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.InvalidUsage));
        Assert.That(run.Error, Does.StartWith($"--output {target} can't be written: "));
        Assert.That(Directory.GetFileSystemEntries(_folder), Is.EqualTo(new[] { target }));
    }

    [Test]
    public async Task Check_StaleFile_FailsAndSaysWhatMendsIt()
    {
        var file = Path.Combine(_folder, "my dev.svg");
        await Run("dev", "--output", file);

        var run = await Run("dev", "--set", "waf=true", "--check", file);

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((ExitCode.CheckFailed, "")));
        Assert.That(
            run.Error,
            Is.EqualTo($"{file} is not what the stack looks like now: run the same command with --output instead of --check\n"));
    }

    [Test]
    public async Task Check_MissingFile_FailsAndWritesNone()
    {
        var file = Path.Combine(_folder, "none.svg");

        var run = await Run("dev", "--check", file);

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.CheckFailed));
        Assert.That(run.Error, Is.EqualTo($"{file} is missing: run the same command with --output instead of --check\n"));
        Assert.That(File.Exists(file), Is.False);
    }

    [Test]
    public async Task Check_AFolder_IsRefused()
    {
        var run = await Run("dev", "--check", _folder);

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.InvalidUsage));
        Assert.That(run.Error, Does.StartWith($"--check {_folder} can't be read: "));
    }

    [TestCase("--output")]
    [TestCase("--check")]
    public async Task File_WithoutAName_IsRefused(string option)
    {
        var run = await Run("dev", option, "");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((ExitCode.InvalidUsage, "")));
        Assert.That(run.Error, Does.StartWith($"{option} must name a file, got ''\n"));
    }

    [Test]
    public async Task OutputAndCheck_Together_AreRefused()
    {
        var run = await Run("dev", "--output", "a.svg", "--check", "a.svg");

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.InvalidUsage));
        Assert.That(run.Error, Does.Contain("give one of them"));
    }

    private static Task<Invocation> Run(params string[] args) => Invocation.Of(Reference.Root, ["diagram", .. args]);
}
