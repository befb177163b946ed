using System.Text;

namespace Infra.Cli.Shell;

/// <summary>Edits each text on its way out. A text comes whole: what writes a line in pieces is not put together again.</summary>
internal sealed class EditingWriter(TextWriter inner, Func<string, string> edit) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => inner.Write(value);

    public override void Write(string? value) => inner.Write(Edited(value));

    public override void Write(char[] buffer, int index, int count) => inner.Write(edit(new string(buffer, index, count)));

    public override void WriteLine(string? value) => inner.WriteLine(Edited(value));

    public override Task WriteAsync(char value) => inner.WriteAsync(value);

    public override Task WriteAsync(string? value) => inner.WriteAsync(Edited(value));

    public override Task WriteLineAsync(string? value) => inner.WriteLineAsync(Edited(value));

    public override void Flush() => inner.Flush();

    public override Task FlushAsync() => inner.FlushAsync();

    private string? Edited(string? value) => value is null ? null : edit(value);
}
