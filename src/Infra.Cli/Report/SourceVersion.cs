using System.Globalization;
using Infra.Cli.Shell;
using Infra.Cli.Shell.Tools;

namespace Infra.Cli.Report;

/// <summary>The commit that a project's files are of.</summary>
/// <param name="Commit">Its hash.</param>
/// <param name="At">When it was made.</param>
/// <param name="IsChanged">Whether files differ from it.</param>
internal sealed record SourceVersion(string Commit, DateTimeOffset At, bool IsChanged)
{
    // Folders that are not in git are listed file by file, or what is left out of one would not leave it out.
    private static readonly string[] Status = ["status", "--porcelain", "--untracked-files=all", "--", "."];

    /// <summary>Asks git; none where there is no git, or no repository.</summary>
    /// <param name="rootDirectory">The project's directory.</param>
    /// <param name="own">The report's own files, and those with evidence: they are no change of what it is of.</param>
    /// <param name="cancellation">Breaks it off.</param>
    public static async Task<SourceVersion?> OfAsync(
        string rootDirectory, IEnumerable<string?> own, CancellationToken cancellation)
    {
        try
        {
            var git = new Git(rootDirectory, "a report");
            return await git.AskAsync(cancellation, "log", "-1", "--format=%H %cI") is { } head
                && head.Split(' ') is [var commit, var time]
                && DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                    ? new(commit, at, await git.AskAsync(cancellation, [.. Status, .. Others(rootDirectory, own)]) is not "")
                    : null;
        }
        catch (InvalidUsageException)
        {
            // A report is right without it.
            return null;
        }
    }

    private static IEnumerable<string> Others(string rootDirectory, IEnumerable<string?> own) =>
        from file in own
        where !string.IsNullOrEmpty(file)
        let path = Path.GetRelativePath(rootDirectory, Path.GetFullPath(file))
        where !path.StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(path)
        select $":(exclude,literal){path.Replace('\\', '/')}";
}
