using Infra.Cli.Tests.BadInput;

namespace Infra.Cli.Tests.Diff;

/// <summary>Commits whose program is another than the one of the files: it is built, and makes the plan.</summary>
[Category("Live")]
internal sealed class FormerProgramTests
{
    private const string Project =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
        </Project>
        """;

    private GitRepository _repository = null!;

    [SetUp]
    public void CreateRepository() => _repository = new(StackFile.And(""));

    [TearDown]
    public void NothingIsLeft()
    {
        Assert.That(_repository.Git("worktree", "list", "--porcelain"), Does.Not.Contain("infra-diff-"));
        _repository.Dispose();
    }

    // A file that is not in git yet is of this program as well.
    [TestCase("Program.cs")]
    [TestCase("New.cs")]
    public async Task Plan_OfAnotherProgram_IsItsOwn(string changed)
    {
        var plan = await Invocation.Of(_repository.Root, "preview", "dev", "--set", "slowResponse=2s", "--json");
        _repository
            .With("src/Infra.Cli/plan.json", plan.Out)
            .With("src/Infra.Cli/Infra.Cli.csproj", Project)
            .With("src/Infra.Cli/Program.cs",
                """
                if (string.Join(' ', args) != "preview dev --json" || !System.IO.File.Exists("Pulumi.yaml"))
                    return 2;
                if (System.Environment.GetEnvironmentVariable("AWS_SECRET_ACCESS_KEY") is not null)
                    return 3;
                System.Console.Write(System.IO.File.ReadAllText("src/Infra.Cli/plan.json"));
                return 0;
                """)
            .Commit("Another program");
        _repository.With($"src/Infra.Cli/{changed}", "// This one.\n");
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "a-secret-of-the-shell");
        try
        {
            var run = await DiffAsync();

            Assert.That(run.Error, Does.StartWith("Building the program of HEAD ("));
            Assert.That(run.ExitCode, Is.Zero);
            Assert.That(run.Out, Does.Contain("slowResponse: 2s => 1s"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", null);
        }
    }

    [Test]
    public async Task Program_ThatCanNotBeBuilt_IsOneMessage()
    {
        _repository.With("src/Infra.Cli/Infra.Cli.csproj", Project).With("src/Infra.Cli/Program.cs", "no C#").Commit("Broken");
        _repository.With("src/Infra.Cli/Program.cs", "// This one.\n");

        var run = await DiffAsync();

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.Match(
            @"^Building .*\n--against HEAD: its program can't be built \(.*Program\.cs.*error CS.*\): "
            + @"make a plan there by 'infra preview --json', and name its file by --against\n$"));
    }

    private Task<Invocation> DiffAsync() => Invocation.Of(_repository.Root, "diff", "dev", "--against", "HEAD");
}
