using Infra.Cli.Tests.BadInput;

namespace Infra.Cli.Tests.Diff;

/// <summary>Comparisons with a commit, in real repositories.</summary>
internal sealed class RefTests
{
    private GitRepository _repository = null!;

    [SetUp]
    public void CreateRepository() => _repository = new(StackFile.And(""));

    [TearDown]
    public void NothingIsLeft()
    {
        Assert.That(_repository.Git("worktree", "list", "--porcelain"), Does.Not.Contain("infra-diff-"));
        _repository.Dispose();
    }

    [Test]
    public async Task Ref_ThatIsNamed_IsComparedWithTheFiles()
    {
        _repository.With("Pulumi.dev.yaml", StackFile.With("slowResponse", "2s"));

        var run = await DiffAsync("--against", "main");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Out, Does.Match("^dev, against main \\([0-9a-f]{9}\\): 2 changed\n").And.Contain("slowResponse: 1s => 2s"));
    }

    [Test]
    public async Task Ref_ThatIsNotNamed_IsWhereTheBranchLeftMain()
    {
        var point = _repository.Git("rev-parse", "HEAD");
        _repository.Git("checkout", "--quiet", "-b", "work");
        _repository.With("Pulumi.dev.yaml", StackFile.With("slowResponse", "2s")).Commit("Work");
        _repository.Git("checkout", "--quiet", "main");
        _repository.With("Pulumi.dev.yaml", StackFile.With("cpuTarget", "70")).Commit("Meanwhile");
        _repository.Git("checkout", "--quiet", "work");

        var run = await DiffAsync();

        Assert.That(run.Out, Does.StartWith($"dev, against {point[..9]}: 2 changed\n"));
        Assert.That(run.Out, Does.Contain("slowResponse").And.Not.Contain("cpuTarget"));
    }

    [Test]
    public async Task Site_OfTheRef_IsComparedToo()
    {
        _repository.With("site/index.html", "<!doctype html><title>Another</title>");

        var run = await DiffAsync("--against", "HEAD");

        Assert.That(run.Out, Does.Contain("site-bundle (BucketObjectv2)").And.Contain("sourceHash"));
    }

    // The design's waivers are part of the program, and the former program had its own.
    [Test]
    public async Task Waivers_OfTheRefsDesign_AreInForceThere()
    {
        _repository.With("src/Infra.Cli/Checks/waivers.yaml", "waivers:\n").Commit("Without waivers");

        var run = await DiffAsync("--against", "HEAD", "--format", "json");

        Assert.That(run.Out, Does.Contain("\"before\": \"fail\",\n      \"after\": \"waived\""));
    }

    [Test, Platform(Exclude = "Win")]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task Hooks_OfTheRepository_DoNotRun()
    {
        var ran = Path.Combine(_repository.Root, "ran");
        var hook = Path.Combine(_repository.Root, ".git", "hooks", "post-checkout");
        await File.WriteAllTextAsync(hook, $"#!/bin/sh\ntouch '{ran}'\n");
        File.SetUnixFileMode(hook, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        await DiffAsync("--against", "HEAD");

        Assert.That(ran, Does.Not.Exist);
    }

    [TestCase("nope", "--against nope must name a git ref or a file, and there is none of that name: fetch it, or name another")]
    [TestCase("--all", "--against --all must name a git ref or a file, and there is none of that name: fetch it, or name another")]
    [TestCase("", "--against must name something, got ''")]
    public async Task Ref_ThatIsNone_IsOneMessage(string reference, string message)
    {
        var run = await DiffAsync(reference.Length == 0 ? ["--against", ""] : [$"--against={reference}"]);

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
        Assert.That(run.Error.Split('\n')[0], Is.EqualTo(message));
    }

    // As in the pull request that adds it.
    [Test]
    public async Task Stack_ThatTheRefDoesNotHave_IsNewAltogether()
    {
        _repository.With("Pulumi.new.yaml", StackFile.And(""));

        var run = await Invocation.Of(_repository.Root, "diff", "new", "--against", "HEAD");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.Out, Does.Match("^new, against HEAD \\([0-9a-f]{9}\\), which has no stack new: [0-9]+\\s+created\n"));
        Assert.That(run.Out, Does.Match("fewest servers \\(0 => 1\\): 0.00 => ").And.Contain("  minServers: not set => ")
            .And.Match("passes \\(not applicable before\\): [0-9]+ controls").And.Not.Contain(" ~ "));
    }

    [Test]
    public async Task Project_ThatTheRefDoesNotHave_IsNewAltogether()
    {
        _repository.Git("rm", "--quiet", "--cached", "Pulumi.yaml");
        _repository.Git("-c", "user.name=Test", "-c", "user.email=test@example.com", "commit", "--quiet", "-m", "Without a project");

        var run = await DiffAsync("--against", "HEAD", "--forbid", "replace,break,cost+1");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((1, run.Out)));
        Assert.That(run.Out, Does.Match("which has no stack dev: [0-9]+\\s+created"));
        Assert.That(run.Error, Does.Match("^dev: cost\\+1 is forbidden, and with the fewest servers it costs").And.Not.Contain("replace"));
    }

    [Test]
    public async Task Project_ThatIsWrongAtTheRef_IsOneMessage()
    {
        var good = File.ReadAllText(Path.Combine(_repository.Root, "Pulumi.yaml"));
        _repository.With("Pulumi.yaml", "runtime: dotnet\n").Commit("Without a name");
        _repository.With("Pulumi.yaml", good);

        var run = await DiffAsync("--against", "HEAD");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
        Assert.That(run.Error, Is.EqualTo("--against HEAD: Pulumi.yaml must have a name: restore it from git\n"));
    }

    [Test]
    public async Task Project_OutsideOfARepository_IsOneMessage()
    {
        using var project = new TemporaryProject().With("Pulumi.dev.yaml", StackFile.And(""));

        var run = await Invocation.Of(project.Root, "diff", "dev");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
        Assert.That(run.Error, Is.EqualTo(
            "without --against 'infra diff' needs a git repository, and this project is in none: name a plan file by --against\n"));
    }

    private Task<Invocation> DiffAsync(params string[] args) => Invocation.Of(_repository.Root, ["diff", "dev", .. args]);
}
