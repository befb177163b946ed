using Infra.Packing;

namespace Infra.Site;

/// <summary>Names of files and folders that a site can't have.</summary>
internal static class SiteNames
{
    /// <summary>What a site is not the place for.</summary>
    public const string NoKeys = "must hold no keys, since all in it is public";

    // What browsers and certificate authorities ask for by that name: https://www.rfc-editor.org/rfc/rfc8615.
    private const string WellKnown = ".well-known";

    private static readonly string[] KeyFiles = ["id_rsa", "id_dsa", "id_ecdsa", "id_ed25519"];
    private static readonly string[] KeyStores = [".pfx", ".p12", ".jks", ".keystore", ".kdbx", ".ppk"];

    /// <summary>What is wrong with the name of a file or a folder, if anything.</summary>
    /// <param name="name">The name.</param>
    /// <param name="path">Its path in the site.</param>
    public static FolderFlaw? Problem(string name, string path)
    {
        if (name.Contains('\\', StringComparison.Ordinal))
            return new(path, "must have no names with a backslash, which Windows takes for folders", null, "rename it");
        if (!FolderFlaw.IsLegible(name))
            return FolderFlaw.Illegible(path);
        return IsKey(name) ? new(path, NoKeys, null, "take it out of the folder, and renew the key") : null;
    }

    /// <summary>Whether it is one of the names that tools give to what is theirs, and the public must not get: it is left out.</summary>
    public static bool IsHidden(string name) => name.StartsWith('.') && name != WellKnown;

    private static bool IsKey(string name) =>
        KeyFiles.Contains(name, StringComparer.OrdinalIgnoreCase)
        || KeyStores.Any(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));
}
