using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Infra.Cli.Shell;

/// <summary>Hands on what is written to it, made legible.</summary>
internal sealed class LegibleWriter(TextWriter writer) : TextWriter(writer.FormatProvider)
{
    public override Encoding Encoding => writer.Encoding;

    [AllowNull]
    public override string NewLine
    {
        get => writer.NewLine;
        set => writer.NewLine = value;
    }

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    public override void Write(string? value) => writer.Write(LegibleText.Lines(value ?? ""));

    // At once, or lines of two tasks would mix.
    public override void WriteLine(string? value) => writer.WriteLine(LegibleText.Lines(value ?? ""));

    public override Task WriteAsync(string? value) => writer.WriteAsync(LegibleText.Lines(value ?? ""));

    public override Task WriteLineAsync(string? value) => writer.WriteLineAsync(LegibleText.Lines(value ?? ""));

    public override void Flush() => writer.Flush();

    public override Task FlushAsync() => writer.FlushAsync();
}
