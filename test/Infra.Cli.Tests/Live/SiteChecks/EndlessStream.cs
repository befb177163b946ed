namespace Infra.Cli.Tests.Live.SiteChecks;

/// <summary>The same bytes again and again, as a hostile server may send them.</summary>
internal sealed class EndlessStream(byte[] bytes) : MemoryStream
{
    public long BytesRead { get; private set; }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        for (var index = 0; index < buffer.Length; index++)
            buffer.Span[index] = bytes[BytesRead++ % bytes.Length];
        return ValueTask.FromResult(buffer.Length);
    }
}
