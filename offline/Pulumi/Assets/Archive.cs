namespace Pulumi;

/// <summary>A collection of files.</summary>
public abstract class Archive : AssetOrArchive
{
    private protected Archive()
    {
    }
}

/// <summary>An archive file or a folder on disk.</summary>
public sealed class FileArchive(string path) : Archive
{
    internal override AssetOrArchive Copy() => new FileArchive(path);
}

/// <summary>An archive file fetched from an address.</summary>
public sealed class RemoteArchive(string uri) : Archive
{
    internal override AssetOrArchive Copy() => new RemoteArchive(uri);
}

/// <summary>An archive put together from other assets and archives.</summary>
public sealed class AssetArchive(IDictionary<string, AssetOrArchive> assets) : Archive
{
    private readonly ImmutableDictionary<string, AssetOrArchive> _assets = assets.ToImmutableDictionary();

    internal override AssetOrArchive Copy() =>
        new AssetArchive(_assets.ToDictionary(entry => entry.Key, entry => entry.Value.Copy()));
}
