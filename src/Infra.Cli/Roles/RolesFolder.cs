using Infra.Cli.Shell;

namespace Infra.Cli.Roles;

/// <summary>The folder that the documents go to, a file each.</summary>
internal static class RolesFolder
{
    /// <summary>Writes the documents; what else is in the folder stays.</summary>
    /// <exception cref="InvalidUsageException">A file can't be written; none is half-written.</exception>
    public static void Write(string folder, IEnumerable<RoleDocument> documents)
    {
        foreach (var document in documents)
        {
            var file = Path.Combine(folder, RoleDocument.FileOf(document.Name));
            ReportFile.Write(file, $"{ReportJson.Of(document.Json)}\n", $"--output {folder}");
        }
    }

    /// <summary>The policy of records that an earlier run has left, when the stack makes none any more.</summary>
    public static string? Leftover(string folder, IEnumerable<RoleDocument> documents)
    {
        var path = Path.Combine(folder, RoleDocument.FileOf(RoleDocument.Dns));
        return File.Exists(path) && documents.All(document => document.Name != RoleDocument.Dns) ? path : null;
    }
}
