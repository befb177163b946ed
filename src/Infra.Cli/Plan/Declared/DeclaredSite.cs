using Infra.Cli.Plan.Graph;
using Infra.Packing;

namespace Infra.Cli.Plan.Declared;

/// <summary>A site that the stack uploads for its servers.</summary>
/// <param name="Key">The object's key.</param>
/// <param name="Folder">The folder with its files, relative to the project's; none if it is not packed from one.</param>
internal sealed record DeclaredSite(string Name, string Key, string? Folder) : INamed
{
    public static DeclaredSite Of(ResourceNode bundle) =>
        new(
            bundle.Name,
            bundle.Need("key"),
            bundle.Find("source") is LocalArchive { IsFile: true } source ? FolderArchive.FolderOf(source.Path) : null);
}
