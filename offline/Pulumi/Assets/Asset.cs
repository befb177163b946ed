namespace Pulumi;

/// <summary>A single file.</summary>
public abstract class Asset : AssetOrArchive
{
    private protected Asset()
    {
    }
}

/// <summary>A file on disk.</summary>
public sealed class FileAsset(string path) : Asset
{
    internal override AssetOrArchive Copy() => new FileAsset(path);
}

/// <summary>A file whose text is given in the program.</summary>
public sealed class StringAsset(string text) : Asset
{
    internal override AssetOrArchive Copy() => new StringAsset(text);
}

/// <summary>A file fetched from an address.</summary>
public sealed class RemoteAsset(string uri) : Asset
{
    internal override AssetOrArchive Copy() => new RemoteAsset(uri);
}
