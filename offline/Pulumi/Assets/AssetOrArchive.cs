namespace Pulumi;

/// <summary>A file, or a collection of files, that a resource takes as an argument.</summary>
public abstract class AssetOrArchive
{
    private protected AssetOrArchive()
    {
    }

    /// <summary>Mocks get an object of their own, as they do from a wire format.</summary>
    internal abstract AssetOrArchive Copy();
}
