using System.Globalization;

namespace Infra.Cli.Checks;

/// <summary>Tells blocks of addresses that are as good as everyone.</summary>
internal static class OpenBlocks
{
    // No network of one's own is wider than these: 10.0.0.0/8 and fc00::/7.
    private const int WidestIPv4 = 8;
    private const int WidestIPv6 = 7;

    /// <summary>Whether a block is the internet or a good part of it, e.g. <c>128.0.0.0/1</c> or <c>2000::/3</c>.</summary>
    public static bool IsOpen(string? block) => block?.Split('/') is [var address, var prefix]
        && int.TryParse(prefix, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
        && length < (address.Contains(':', StringComparison.Ordinal) ? WidestIPv6 : WidestIPv4);
}
