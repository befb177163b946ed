namespace Infra.Packing;

/// <summary>Where a folder that is shipped to servers may be: in the project, itself and not by way of a link.</summary>
internal static class FolderPlace
{
    private const string OfProject = "must be a folder of the project";

    /// <summary>What is wrong with a folder's place, if anything.</summary>
    /// <param name="rootDirectory">The project's directory.</param>
    /// <param name="directory">The folder, relative to the project's directory, with <c>/</c>.</param>
    /// <param name="whenMissing">What to do when there is no such folder.</param>
    /// <param name="whenInTheWay">What to do when its own archive would be in it.</param>
    public static FolderProblem? ProblemOf(string rootDirectory, string directory, string whenMissing, string whenInTheWay)
    {
        var place = new DirectoryInfo(Path.Combine(rootDirectory, directory));

        // What a link leads to may be on no other machine.
        if (place.LinkTarget is not null)
            return new("must be a folder", $"{directory}, which is a symbolic link", "name the folder that it leads to");
        if (LinkAbove(rootDirectory, directory) is { } link)
            return new(OfProject, $"{directory}, where {link} is a symbolic link", "name the folder without a link");
        if (File.Exists(place.FullName))
            return new("must be a folder", $"{directory}, which is a file", "name the folder that it is in");
        if (!place.Exists)
            return new(OfProject, $"{directory}, which is not there", whenMissing);

        return FolderArchive.IsInside(directory)
            ? new("must be a folder that its own archive is not in", $"{directory}, where that would be", whenInTheWay)
            : null;
    }

    // A link on the way leads out of the project as well as one at its end does.
    private static string? LinkAbove(string rootDirectory, string directory)
    {
        for (var above = Path.GetDirectoryName(directory); !string.IsNullOrEmpty(above); above = Path.GetDirectoryName(above))
        {
            if (new DirectoryInfo(Path.Combine(rootDirectory, above)).LinkTarget is not null)
                return above;
        }

        return null;
    }
}
