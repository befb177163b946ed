namespace Infra.Cli.Shell;

/// <summary>Says on a terminal what is being done, once that has taken longer than anybody waits without a word.</summary>
internal sealed class SlowNotice : IDisposable
{
    /// <summary>How long nothing is said.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly ITimer? _timer;
    private bool _isOver;

    /// <summary>Begins to wait.</summary>
    /// <param name="terminal">Where it is said, if somebody watches; a file or a pipe gets nothing.</param>
    /// <param name="text">What is being done.</param>
    /// <param name="time">Whose time it is; the system's unless given.</param>
    public SlowNotice(Terminal? terminal, string text, TimeProvider? time = null)
    {
        if (terminal is { IsErrorWatched: true })
            _timer = (time ?? TimeProvider.System).CreateTimer(_ => Say(terminal, text), null, Patience, Timeout.InfiniteTimeSpan);
    }

    /// <summary>It is done.</summary>
    public void Dispose()
    {
        lock (_lock)
            _isOver = true;
        _timer?.Dispose();
    }

    private void Say(Terminal terminal, string text)
    {
        lock (_lock)
        {
            if (!_isOver)
                terminal.Error.WriteLine(text);
        }
    }
}
