using Infra.Cli.Shell;
using Infra.Settings;

namespace Infra.Cli.Plan.StackFiles;

/// <summary>Settings that a file still has under a name that the project had before, where nobody reads them.</summary>
internal static class FormerNames
{
    private const int MostNamed = 10;

    /// <summary>Refuses them. Only files are asked, which are this project's alone: an environment may be shared with others.</summary>
    /// <exception cref="InvalidUsageException">There are some.</exception>
    public static void Check(IEnumerable<string> keys, string projectName, string stackFile, string projectFile)
    {
        var settings = SettingsCatalogue.All.Select(setting => setting.Key).ToHashSet(StringComparer.Ordinal);
        var former = keys.Select(key => key.Split(':')).Where(key => key[0] != projectName && settings.Contains(key[1]))
            .Select(key => (Was: LegibleText.Of($"{key[0]}:{key[1]}"), Is: $"{projectName}:{key[1]}")).ToList();
        if (former.Count == 0)
            return;

        var more = former.Count > MostNamed ? $" and {former.Count - MostNamed} more" : "";
        var named = former.Take(MostNamed).ToList();
        throw new InvalidUsageException(
            $"{stackFile} has settings that nobody reads, since {projectFile} names the project {projectName}: "
            + $"{string.Join(", ", named.Select(key => key.Was))}{more}: "
            + $"write {string.Join(", ", named.Select(key => key.Is))}{(more.Length > 0 ? " and so on" : "")}, or remove them");
    }
}
