namespace Infra.Cli.Rehearsal.Content;

/// <summary>A file that one version of a site has and no other.</summary>
/// <param name="Name">Its name in the site.</param>
internal sealed record SiteMark(string Name)
{
    /// <summary>What it holds.</summary>
    public string Text => $"{Name}\n";

    /// <summary>Where a server has it.</summary>
    public Uri On(Uri server) => new(server, $"/{Name}");
}
