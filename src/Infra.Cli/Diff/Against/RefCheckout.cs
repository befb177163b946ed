using Infra.Cli.Shell.Tools;

namespace Infra.Cli.Diff.Against;

/// <summary>The files of a commit in a folder of their own, which goes with them.</summary>
internal sealed class RefCheckout : IAsyncDisposable
{
    private readonly Git _git;
    private readonly DirectoryInfo _folder;

    private RefCheckout(Git git, DirectoryInfo folder) => (_git, _folder) = (git, folder);

    /// <summary>The folder with the commit's files.</summary>
    public string Directory => Path.Combine(_folder.FullName, "tree");

    /// <summary>A folder beside them.</summary>
    public string Beside(string name) => Path.Combine(_folder.FullName, name);

    public static async Task<RefCheckout> OfAsync(Git git, string commit, CancellationToken cancellation)
    {
        var checkout = new RefCheckout(git, System.IO.Directory.CreateTempSubdirectory("infra-diff-"));
        try
        {
            await git.NeedAsync(cancellation, "worktree", "add", "--detach", "--quiet", checkout.Directory, commit);
            return checkout;
        }
        catch
        {
            await checkout.DisposeAsync();
            throw;
        }
    }

    // Also after Ctrl-C. What git no longer knows, or can't remove, is removed as a folder.
    public async ValueTask DisposeAsync()
    {
        await _git.AskAsync(CancellationToken.None, "worktree", "remove", "--force", "--force", Directory);
        if (_folder.Exists)
            _folder.Delete(recursive: true);
    }
}
