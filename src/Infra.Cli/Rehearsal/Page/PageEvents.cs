using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Infra.Cli.Rehearsal.Stack;

namespace Infra.Cli.Rehearsal.Page;

/// <summary>
/// The stream that a page reads: <c>facts</c> and <c>history</c> once, then <c>log</c> and <c>view</c>, and <c>end</c> when the rehearsal
/// ends. Each reader looks at the stack by itself, so that a slow one delays nobody.
/// </summary>
internal sealed class PageEvents(IRunningStack stack, PageInfo info, PageHistory history, CancellationToken stopping)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <summary>Everything so far, then what happens, until the server stops or the reader is gone.</summary>
    public async IAsyncEnumerable<SseItem<object>> ReadAsync([EnumeratorCancellation] CancellationToken gone)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stopping, gone);
        yield return new(PageFacts.Of(info), "facts");
        yield return new(history.Points, "history");

        var lines = 0;
        while (!over.IsCancellationRequested)
        {
            foreach (var line in stack.Events.Skip(lines))
            {
                lines++;
                yield return new(new PageLogLine((line.Time - info.StartedAt).TotalSeconds, line.Source, line.Text), "log");
            }

            yield return new(PageSnapshot.Of(stack, info), "view");
            await Task.Delay(Interval, over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        // A browser does not deliver an event without data.
        yield return new(new { }, "end");
    }
}
