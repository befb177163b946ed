using System.Diagnostics;

namespace Infra.Cli.Tests.Diff;

/// <summary>A project in a git repository of its own, to be changed and thrown away.</summary>
internal sealed class GitRepository : IDisposable
{
    private readonly TemporaryProject _project = new();

    public GitRepository(string stackFile)
    {
        With("Pulumi.dev.yaml", stackFile);
        Git("init", "--quiet", "--initial-branch=main");
        Commit("First");
    }

    public string Root => _project.Root;

    /// <summary>Writes a file; its folder is made where it is not there.</summary>
    public GitRepository With(string file, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Root, file))!);
        _project.With(file, content);
        return this;
    }

    /// <summary>Commits all files; returns the commit.</summary>
    public string Commit(string message)
    {
        Git("add", "--all");
        Git("-c", "user.name=Test", "-c", "user.email=test@example.com", "commit", "--quiet", "-m", message);
        return Git("rev-parse", "HEAD");
    }

    public string Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return git.ExitCode == 0 ? output.Trim() : throw new AssertionException($"git {arguments[0]}: {git.StandardError.ReadToEnd()}");
    }

    public void Dispose() => _project.Dispose();
}
