using System.Runtime.Versioning;
using System.Text.RegularExpressions;

namespace Infra.Cli.Rehearsal.Processes;

/// <summary>
/// Removes what earlier rehearsals left: whoever kills one with all that it has started kills those that would have tidied up, too.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal static partial class DeadFolders
{
    // .NET does not say whose a folder is. Only the user's own may be opened: another's may hold anything, and change while it is looked
    // at. That these programs are those of the system is what the PATH is for.
    private const string Find = """
        PATH=/usr/bin:/bin
        cd -- "$1" && exec find . ! -name . -prune -type d -name "$2*" -user "$(id -u)" -perm 700 -print
        """;

    /// <summary>Removes those of this user in the folder for temporary files that no process has any more.</summary>
    public static async Task SweepAsync(CancellationToken cancellation)
    {
        var place = Path.GetTempPath();
        await using var find = ChildProcess.Start("/bin/sh", "-c", Find, "find", place, OwnFolder.Prefix);
        while (await find.Output.ReadLineAsync(cancellation) is { } name)
        {
            if (Name().IsMatch(name))
                Remove(Path.Combine(place, name[2..]));
        }
    }

    private static void Remove(string folder)
    {
        using var dead = OwnFolder.TakeOver(folder);
        if (dead is null)
            return;

        try
        {
            // It removes links, not what they lead to: a server's folder has one to the site.
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception unremovable) when (unremovable is IOException or UnauthorizedAccessException)
        {
            // A guard that is late is at it as well, or somebody has changed what is in it. A rehearsal is not to fail for that.
        }
    }

    [GeneratedRegex(
        @"^\./infra-(server|application|certificate|bucket)-\w+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
