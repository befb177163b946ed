namespace Infra.Cli.Plan.Graph;

/// <summary>A folder that Pulumi packs into an archive, or a file that it uploads as it is.</summary>
/// <param name="Path">Relative to the program's directory, so that it is the same on every machine.</param>
/// <param name="IsFile">Whether it is a file.</param>
internal sealed record LocalArchive(string Path, bool IsFile = false);
