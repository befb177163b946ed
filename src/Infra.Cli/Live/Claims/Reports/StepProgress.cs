using Infra.Cli.Shell;
using Infra.Servers;

namespace Infra.Cli.Live.Claims.Reports;

/// <summary>
/// Says how a command that takes long is getting on: on a terminal in one line, elsewhere in a line for each change and one a minute at
/// the least, since pipelines end what is silent for too long.
/// </summary>
internal sealed class StepProgress(TextWriter writer, bool isTerminal, int steps, TimeProvider time) : IProgress<Claim>, IDisposable
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(1);

    private readonly ProgressLine _line = new(isTerminal ? writer : TextWriter.Null, steps);
    private readonly long _start = time.GetTimestamp();
    private long _spoken = time.GetTimestamp();
    private string _last = "";

    public void Report(Claim value)
    {
        _line.Report(value);
        Write($"now: {value.Text}");
    }

    public void Show(string state)
    {
        _line.Note($"{state}; {Elapsed}");
        if (state != _last || time.GetElapsedTime(_spoken) >= LongestSilence)
            Write(_last = state);
    }

    public void Dispose() => _line.Dispose();

    private string Elapsed => ExpectedTimes.Text(time.GetElapsedTime(_start));

    private void Write(string text)
    {
        _spoken = time.GetTimestamp();
        if (!isTerminal)
            writer.WriteLine($"{Elapsed}: {LegibleText.Line(text)}");
    }
}
