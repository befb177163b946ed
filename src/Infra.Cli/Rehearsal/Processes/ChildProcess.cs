using System.Diagnostics;
using Infra.Cli.Shell;

namespace Infra.Cli.Rehearsal.Processes;

/// <summary>
/// A process that this one starts and talks to through its standard input. The system closes that pipe when this process ends, by
/// SIGKILL too, and so a child that reads it hears of every end.
/// </summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const int LastLines = 5;
    private const int MostKept = 4096;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly StreamWriter _input;
    private volatile string _words = "";
    private bool _isDisposed;

    private ChildProcess(Process process)
    {
        _process = process;
        _input = process.StandardInput;
        Ended = LastWordsAsync();
    }

    /// <summary>Done when nobody can write to its standard error any more; the last lines of what was written there.</summary>
    public Task<string> Ended { get; }

    /// <summary>The last lines of what has been written to its standard error so far.</summary>
    public string LastWords => string.Join('\n', _words.TrimEnd().Split('\n').TakeLast(LastLines));

    /// <summary>Its standard output.</summary>
    public StreamReader Output => _process.StandardOutput;

    /// <summary>Starts a program.</summary>
    public static ChildProcess Start(string program, params IEnumerable<string> arguments) =>
        new(StartedProgram.Start(program, arguments));

    /// <summary>Starts a program elsewhere, with an environment of its own.</summary>
    public static ChildProcess Start(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, RunPlace place) =>
        new(StartedProgram.Start(program, arguments, environment, place));

    /// <summary>Writes a line to its standard input.</summary>
    public void Tell(string line)
    {
        try
        {
            _input.WriteLine(line);
            _input.Flush();
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            // It has ended, so there is nobody to tell.
        }
    }

    /// <summary>Closes its standard input and waits until it has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
            return;

        _input.Close();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private async Task<string> LastWordsAsync()
    {
        // Not by lines: one may have no end.
        var piece = new char[MostKept];
        while (await _process.StandardError.ReadAsync(piece) is > 0 and var read)
        {
            var words = _words + new string(piece, 0, read);
            _words = words[Math.Max(0, words.Length - MostKept)..];
        }

        return LastWords;
    }
}
