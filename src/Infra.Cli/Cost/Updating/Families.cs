namespace Infra.Cli.Cost.Updating;

/// <summary>
/// The families of instance types that are in the book: those for general purposes, for computing and for memory that Amazon Linux 2023
/// runs on, from the generations of T2, M5, C5 and R5 on. No accelerators, no storage servers, no Macs.
/// </summary>
internal static class Families
{
    /// <summary>Whether a family is among them, e.g. <c>m7g</c> or <c>m7i-flex</c>.</summary>
    public static bool Contains(string family) =>
        family.Length >= 2 && char.IsAsciiDigit(family[1]) && family[0] switch
        {
            't' => family[1] >= '2',
            'm' or 'c' or 'r' => family[1] >= '5',
            _ => false,
        };
}
