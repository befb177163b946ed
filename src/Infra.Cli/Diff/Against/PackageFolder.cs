using System.Text.RegularExpressions;

namespace Infra.Cli.Diff.Against;

/// <summary>
/// Which package folder a former program is built with. A build of it removes stand-ins that are not its own from that folder
/// (eng/stand-ins/README.md), so the user's is shared only where there is none to remove.
/// </summary>
internal static partial class PackageFolder
{
    private const string Variable = "NUGET_PACKAGES";
    private const string Feed = "eng/stand-ins/feed";

    /// <summary>Makes the checkout ready for a build; what it has to be told of its environment.</summary>
    /// <param name="root">This project's directory.</param>
    /// <param name="project">The project's directory in the checkout.</param>
    /// <param name="hasSameStandIns">Whether the sources of the stand-ins are the same in both.</param>
    /// <param name="folder">Where a folder of its own may be made.</param>
    public static IReadOnlyDictionary<string, string> Prepare(string root, string project, bool hasSameStandIns, string folder)
    {
        var shared = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } set
            ? set
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var standIns = Directory.Exists(shared) ? Directory.EnumerateDirectories(shared, "pulumi*").Where(HasStandIn).ToList() : [];
        if (standIns.Count == 0 || (hasSameStandIns && HasPacked(root, project)))
            return new Dictionary<string, string> { [Variable] = shared };

        Directory.CreateDirectory(folder);
        foreach (var package in Directory.EnumerateDirectories(shared).Except(standIns))
            Directory.CreateSymbolicLink(Path.Combine(folder, Path.GetFileName(package)), package);
        return new Dictionary<string, string> { [Variable] = folder };
    }

    // What is packed here already need not be packed there. The copies must be younger than their sources, or they count as stale.
    private static bool HasPacked(string root, string project)
    {
        var feed = new DirectoryInfo(Path.Combine(root, Feed));
        var packed = feed.Exists ? feed.EnumerateFiles().Where(file => file.Extension is ".nupkg" or ".sha256").ToList() : [];
        var there = Directory.CreateDirectory(Path.Combine(project, Feed)).FullName;
        foreach (var file in packed)
        {
            var copy = file.CopyTo(Path.Combine(there, file.Name), overwrite: true);
            copy.LastWriteTimeUtc = DateTime.UtcNow;
        }

        return packed.Count > 0;
    }

    private static bool HasStandIn(string package) =>
        Directory.EnumerateDirectories(package).Any(version => StandInVersion().IsMatch(Path.GetFileName(version)));

    [GeneratedRegex(@"^[0-9]+[.][0-9]+[.][0-9]+[.]1$", RegexOptions.CultureInvariant)]
    private static partial Regex StandInVersion();
}
