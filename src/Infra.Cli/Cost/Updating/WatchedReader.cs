namespace Infra.Cli.Cost.Updating;

/// <summary>A text that says when something of it has come.</summary>
internal sealed class WatchedReader(TextReader inner, Action onRead) : TextReader
{
    public override async ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken);
        if (count > 0)
            onRead();
        return count;
    }
}
