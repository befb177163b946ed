using Infra.Cli.Shell;

namespace Infra.Cli.Live.Claims.Reports;

/// <summary>One line on a terminal that says what is being checked, and is gone when it is over.</summary>
internal sealed class ProgressLine(TextWriter writer, int checks) : IProgress<Claim>, IDisposable
{
    // Back to the first column, and nothing in the line.
    private const string Clear = "\r\e[2K";

    // A terminal that is too narrow cuts the line off: a second one would stay when the first is cleared.
    private const string NoWrap = "\e[?7l";
    private const string Wrap = "\e[?7h";

    private int _begun;

    public void Report(Claim value)
    {
        _begun++;
        Note(value.Text);
    }

    /// <summary>Says how the check that has begun is getting on.</summary>
    public void Note(string text) => writer.Write($"{Clear}{NoWrap}{_begun} of {checks}: {LegibleText.Line(text)}{Wrap}");

    public void Dispose()
    {
        if (_begun > 0)
            writer.Write(Clear);
    }
}
