using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Infra.Packing;

/// <summary>What a file held when it was read, so that nothing else is packed for it.</summary>
/// <param name="Length">In bytes.</param>
/// <param name="Hash">SHA-256, in lower case hexadecimal digits.</param>
public sealed record FileContent(long Length, string Hash)
{
    private const int BufferLength = 128 * 1024;

    /// <summary>That of some bytes.</summary>
    public static FileContent Of(byte[] bytes) => new(bytes.LongLength, Convert.ToHexStringLower(SHA256.HashData(bytes)));

    /// <summary>That of a file.</summary>
    /// <param name="file">Where it is on this machine.</param>
    /// <param name="also">Gets the length, as eight bytes, and the content too.</param>
    /// <exception cref="IOException">It can't be read, or grows or shrinks meanwhile.</exception>
    public static FileContent Of(string file, IncrementalHash? also = null)
    {
        using var content = File.OpenRead(file);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = content.Length;
        AppendLength(also, length);
        var buffer = new byte[BufferLength];
        var read = 0L;
        for (int count; (count = content.Read(buffer)) > 0; read += count)
        {
            hash.AppendData(buffer, 0, count);
            also?.AppendData(buffer, 0, count);
        }

        return read == length ? new(length, Convert.ToHexStringLower(hash.GetHashAndReset())) : throw Changed(file, "read");
    }

    /// <summary>Appends a length to a hash, so that no two rows of contents feed it the same bytes.</summary>
    public static void AppendLength(IncrementalHash? hash, long length)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, length);
        hash?.AppendData(bytes);
    }

    /// <summary>What to throw when a file is not what it was.</summary>
    /// <param name="file">Where it is.</param>
    /// <param name="doing">What was done with it.</param>
    internal static IOException Changed(string file, string doing) =>
        new($"{file} changed while it was {doing}: try again when nothing writes to it");
}
