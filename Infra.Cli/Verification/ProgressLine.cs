namespace Infra.Cli.Verification;

/// <summary>One line on a terminal that says what is being checked, and is gone when it is over.</summary>
internal sealed class ProgressLine(TextWriter writer, int checks) : IProgress<Claim>, IDisposable
{
    // Back to the first column, and nothing in the line.
    private const string Clear = "\r\e[2K";

    private int _begun;

    public void Report(Claim value) => writer.Write($"{Clear}{++_begun} of {checks}: {value.Text}");

    public void Dispose()
    {
        if (_begun > 0)
            writer.Write(Clear);
    }
}
