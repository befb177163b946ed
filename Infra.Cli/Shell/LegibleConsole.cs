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

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) =>
            renderable.Render(options, maxWidth).Select(segment =>
                segment.IsControlCode || segment.IsLineBreak || LegibleText.Lines(segment.Text) == segment.Text
                    ? segment
                    : new Segment(LegibleText.Lines(segment.Text), segment.Style));
    }
}
