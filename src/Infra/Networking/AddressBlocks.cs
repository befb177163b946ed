using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Infra.Networking;

/// <summary>Arithmetic on address blocks that <see cref="IPNetwork"/> does not have.</summary>
public static class AddressBlocks
{
    /// <summary>Every IPv4 address.</summary>
    public const string AnyIPv4 = "0.0.0.0/0";

    /// <summary>Every IPv6 address.</summary>
    public const string AnyIPv6 = "::/0";

    private const int LongestAddress = 16;

    /// <summary>Whether a block is of IPv6.</summary>
    public static bool IsIPv6(string block) => IPNetwork.Parse(block).BaseAddress.AddressFamily == AddressFamily.InterNetworkV6;

    /// <summary>One of the equal parts of a block, IPv4 or IPv6.</summary>
    /// <param name="block">The block that is divided.</param>
    /// <param name="prefixLength">The length of each part's prefix; longer than that of the block.</param>
    /// <param name="index">Which part, from 0.</param>
    public static IPNetwork Part(this IPNetwork block, int prefixLength, int index)
    {
        var parts = Int128.One << (prefixLength - block.PrefixLength);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, parts);

        var length = block.BaseAddress.AddressFamily == AddressFamily.InterNetwork ? 4 : LongestAddress;
        Span<byte> number = stackalloc byte[LongestAddress];
        var address = number[^length..];
        block.BaseAddress.TryWriteBytes(address, out _);

        var start = BinaryPrimitives.ReadUInt128BigEndian(number) + ((UInt128)index << ((8 * length) - prefixLength));
        BinaryPrimitives.WriteUInt128BigEndian(number, start);
        return new IPNetwork(new IPAddress(address), prefixLength);
    }
}
