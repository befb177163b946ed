namespace Infra.Site;

/// <summary>Names of files and folders that a site can't have.</summary>
internal static class SiteNames
{
    /// <summary>What a site is not the place for.</summary>
    public const string NoKeys = "must hold no keys, since all in it is public";

    // What browsers and certificate authorities ask for by that name: https://www.rfc-editor.org/rfc/rfc8615.
    private const string WellKnown = ".well-known";

    // What .NET shows in place of bytes that are no UTF-8.
    private const char NotText = '\uFFFD';

    private static readonly string[] KeyFiles = ["id_rsa", "id_dsa", "id_ecdsa", "id_ed25519"];
    private static readonly string[] KeyStores = [".pfx", ".p12", ".jks", ".keystore", ".kdbx", ".ppk"];

    /// <summary>What is wrong with the name of a file or a folder, if anything: the rule, and what to do.</summary>
    public static (string Rule, string Mend)? Problem(string name)
    {
        if (name.Contains('\\', StringComparison.Ordinal))
            return ("must have no names with a backslash, which Windows takes for folders", "rename it");
        if (!IsLegible(name))
            return ("must have names in UTF-8 without control characters", "rename it");
        return IsKey(name) ? (NoKeys, "take it out of the folder, and renew the key") : null;
    }

    /// <summary>Whether it is one of the names that tools give to what is theirs, and the public must not get: it is left out.</summary>
    public static bool IsHidden(string name) => name.StartsWith('.') && name != WellKnown;

    private static bool IsKey(string name) =>
        KeyFiles.Contains(name, StringComparer.OrdinalIgnoreCase)
        || KeyStores.Any(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    // Half of a surrogate pair comes as the same mark.
    private static bool IsLegible(string name) =>
        name.EnumerateRunes().All(rune => rune.Value != NotText && !System.Text.Rune.IsControl(rune));
}
