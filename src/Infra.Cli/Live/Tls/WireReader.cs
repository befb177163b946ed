using System.Buffers.Binary;

namespace Infra.Cli.Live.Tls;

/// <summary>Takes a message of TLS apart, and never reads past its end.</summary>
internal ref struct WireReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _left = bytes;

    public readonly bool IsAtEnd => _left.IsEmpty;

    /// <summary>The next bytes.</summary>
    /// <exception cref="InvalidDataException">There are fewer left.</exception>
    public ReadOnlySpan<byte> Take(int length)
    {
        if (length > _left.Length)
            throw new InvalidDataException("a message is shorter than it says");

        var taken = _left[..length];
        _left = _left[length..];
        return taken;
    }

    public byte Byte() => Take(1)[0];

    public ushort Number() => BinaryPrimitives.ReadUInt16BigEndian(Take(sizeof(ushort)));

    /// <summary>The end of a message or of a part of it.</summary>
    /// <exception cref="InvalidDataException">There is more.</exception>
    public readonly void End()
    {
        if (!IsAtEnd)
            throw new InvalidDataException("a message is longer than it says");
    }
}
