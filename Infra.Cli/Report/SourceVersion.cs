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
    /// <summary>Asks git; none where there is no git, or no repository.</summary>
    public static async Task<SourceVersion?> OfAsync(string rootDirectory, CancellationToken cancellation)
    {
        try
        {
            var git = new Git(rootDirectory, "a report");
            return await git.AskAsync(cancellation, "log", "-1", "--format=%H %cI") is { } head
                && head.Split(' ') is [var commit, var time]
                && DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                    ? new(commit, at, await git.AskAsync(cancellation, "status", "--porcelain", "--", ".") is not "")
                    : null;
        }
        catch (InvalidUsageException)
        {
            // A report is right without it.
            return null;
        }
    }
}
