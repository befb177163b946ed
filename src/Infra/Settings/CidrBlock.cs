using System.Globalization;
using System.Net;

namespace Infra.Settings;

/// <summary>Address blocks as AWS wants them written: canonical, with no bits set behind the prefix.</summary>
public static class CidrBlock
{
    // RFC 1918 and RFC 6598: nobody on the internet has one of these, so no public address can be shadowed by the network's own.
    private static readonly IPNetwork[] PrivateRanges =
    [
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("100.64.0.0/10"),
    ];

    /// <summary>Null when the text is a canonical IPv4 or IPv6 block, else what to write instead.</summary>
    public static string? MendOf(string text)
    {
        if (!TryParse(text, out var network))
            return "write it like 203.0.113.0/24 or 2001:db8::/32";

        // The parser drops host bits and reads octal numbers, so such a text says something else than it seems to.
        return network.ToString() == text ? null : $"write {network}";
    }

    /// <summary>Null when the text is a private IPv4 block of /16 to /23, else what to write instead.</summary>
    public static string? MendOfVpc(string text)
    {
        const string Example = "write it like 10.0.0.0/16";
        if (!TryParse(text, out var network) || !PrivateRanges.Any(range => range.Contains(network.BaseAddress)))
            return Example;

        return network.PrefixLength switch
        {
            < 16 => $"write {new IPNetwork(network.BaseAddress, 16)}",
            > 23 => $"write a block of at least 512 addresses, such as {Widened(network)}",
            _ => MendOf(text),
        };
    }

    /// <summary>Whether two canonical blocks have an address in common.</summary>
    public static bool Overlap(string one, string other)
    {
        var (first, second) = (IPNetwork.Parse(one), IPNetwork.Parse(other));
        return first.Contains(second.BaseAddress) || second.Contains(first.BaseAddress);
    }

    // Neither IPv4 dressed as IPv6 nor a scope means anything to AWS.
    private static bool TryParse(string text, out IPNetwork network) =>
        IPNetwork.TryParse(text, out network) && !network.BaseAddress.IsIPv4MappedToIPv6 && !text.Contains('%', StringComparison.Ordinal);

    private static IPNetwork Widened(IPNetwork network) =>
        IPNetwork.Parse(string.Create(CultureInfo.InvariantCulture, $"{network.BaseAddress}/23"));
}
