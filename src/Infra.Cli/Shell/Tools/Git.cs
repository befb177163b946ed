using Infra.Cli.Shell;

namespace Infra.Cli.Shell.Tools;

/// <summary>Asks git about the repository that a project is in. None of the repository's hooks runs.</summary>
/// <param name="root">The project's directory.</param>
/// <param name="asked">What the user has asked for it with: an error begins with it.</param>
internal sealed class Git(string root, string asked)
{
    // What is asked of git's own files takes no time; a checkout of a large repository does.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private static readonly Dictionary<string, string> Environment = new() { ["GIT_TERMINAL_PROMPT"] = "0", ["LC_ALL"] = "C" };

    private readonly Tool _git = new("git", Environment, Longest);

    /// <summary>What it prints, or none if it says no.</summary>
    public async Task<string?> AskAsync(CancellationToken cancellation, params string[] arguments) =>
        await RunAsync(arguments, cancellation) is { ExitCode: 0, Out: var output } ? output.Trim() : null;

    /// <summary>What it prints.</summary>
    /// <exception cref="InvalidUsageException">It says no.</exception>
    public async Task<string> NeedAsync(CancellationToken cancellation, params string[] arguments)
    {
        var run = await RunAsync(arguments, cancellation);
        return run.ExitCode == 0
            ? run.Out.Trim()
            : throw new InvalidUsageException($"{asked}: 'git {arguments[0]}' failed: {LegibleText.Of(run.Error.Trim())}");
    }

    private async Task<ToolRun> RunAsync(string[] arguments, CancellationToken cancellation)
    {
        try
        {
            return await _git.RunAsync(
                ["-C", root, "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", .. arguments], cancellation);
        }
        catch (Exception fault) when (fault is ToolMissingException or ToolHangsException or ToolFloodsException)
        {
            throw new InvalidUsageException($"{asked} needs git, and {fault.Message}: name a plan file instead");
        }
    }
}
