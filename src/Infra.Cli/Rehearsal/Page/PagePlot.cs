using Infra.Cli.Rehearsal.Stack;
using Infra.Cli.Rehearsal.Timeline.Plot;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Infra.Cli.Rehearsal.Page;

/// <summary>The plot on the page: the past two minutes of this machine's time, whenever the page was opened.</summary>
internal sealed class PagePlot(IRunningStack stack, PageInfo info)
{
    /// <summary>How far back the page looks, in this machine's time.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromMinutes(2);

    private const double MostWidth = 1600;

    // A shorter one would be all axis.
    private static readonly TimeSpan LeastSpan = TimeSpan.FromSeconds(10);

    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/timeline.svg", (double? width) => TypedResults.Text(Draw(width ?? TimelinePlot.UsualWidth), "image/svg+xml"));

    private string Draw(double width)
    {
        var (start, now) = (info.StartedAt, stack.View.Time);
        var span = Span * info.Speed;
        var from = now - span > start ? now - span : start;
        var to = now - from < LeastSpan ? from + LeastSpan : now;
        return TimelinePlot.Write(stack.Recorder.Timeline(start, from, to, stack.Events), Math.Min(width, MostWidth));
    }
}
