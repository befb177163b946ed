using Spectre.Console;
using Spectre.Console.Rendering;

namespace Infra.Cli.Shell;

/// <summary>A console that makes texts legible, and leaves its own colours as they are.</summary>
internal sealed class LegibleConsole(IAnsiConsole console) : IAnsiConsole
{
    public Profile Profile => console.Profile;

    public IAnsiConsoleCursor Cursor => console.Cursor;

    public IAnsiConsoleInput Input => console.Input;

    public IExclusivityMode ExclusivityMode => console.ExclusivityMode;

    public RenderPipeline Pipeline => console.Pipeline;

    public void Clear(bool home) => console.Clear(home);

    public void Write(IRenderable renderable) => console.Write(new Legible(renderable));

    public void WriteAnsi(Action<AnsiWriter> action) =>
        throw new NotSupportedException("what is written so would be shown as it stands: write a text with a style");

    private sealed class Legible(IRenderable renderable) : IRenderable
    {
        public Measurement Measure(RenderOptions options, int maxWidth) => renderable.Measure(options, maxWidth);

        // A text comes in words, of which several can be one thing to whoever reads them.
        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
        {
            var (words, style) = ("", Style.Plain);
            foreach (var segment in renderable.Render(options, maxWidth))
            {
                var isText = !segment.IsControlCode && !segment.IsLineBreak;
                if (words.Length > 0 && !(isText && segment.Style.Equals(style)))
                {
                    yield return new(LegibleText.Lines(words), style);
                    words = "";
                }

                if (isText)
                    (words, style) = (words + segment.Text, segment.Style);
                else
                    yield return segment;
            }

            if (words.Length > 0)
                yield return new(LegibleText.Lines(words), style);
        }
    }
}
