namespace Infra.Cli.Plan.Graph;

/// <summary>A folder that Pulumi packs into an archive.</summary>
/// <param name="Path">Relative to the program's directory, so that it is the same on every machine.</param>
internal sealed record LocalArchive(string Path);
