using System.Security.Cryptography;

namespace Infra.Packing;

/// <summary>
/// Reads a file that must be what it was: a content of another length than its header says would be taken for the files behind it.
/// </summary>
internal sealed class UnchangedFile : Stream
{
    private readonly FileStream _file;
    private readonly FileContent _expected;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _read;

    /// <summary>Opens a file.</summary>
    /// <param name="file">Where it is.</param>
    /// <param name="expected">What it held before.</param>
    /// <exception cref="IOException">It can't be opened.</exception>
    public UnchangedFile(string file, FileContent expected)
    {
        _file = new(file, FileMode.Open, FileAccess.Read, FileShare.Read);
        _expected = expected;
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    // So that its length goes into the header.
    /// <inheritdoc/>
    public override bool CanSeek => true;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => _expected.Length;

    /// <inheritdoc/>
    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    /// <summary>To be called when all of it was read.</summary>
    /// <exception cref="IOException">It was not what was expected.</exception>
    public void Verify()
    {
        if (_read != _expected.Length || _file.ReadByte() >= 0 || Convert.ToHexStringLower(_hash.GetHashAndReset()) != _expected.Hash)
            throw FileContent.Changed(_file.Name, "packed");
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var rest = Math.Min(buffer.Length, _expected.Length - _read);
        var count = _file.Read(buffer[..(int)rest]);
        if (count == 0 && rest > 0)
            throw FileContent.Changed(_file.Name, "packed");

        _hash.AppendData(buffer[..count]);
        _read += count;
        return count;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _file.Dispose();
            _hash.Dispose();
        }

        base.Dispose(disposing);
    }
}
