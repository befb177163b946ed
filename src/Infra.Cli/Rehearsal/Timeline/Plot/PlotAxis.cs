using System.Globalization;

namespace Infra.Cli.Rehearsal.Timeline.Plot;

/// <summary>The axis of time that all panels share.</summary>
/// <param name="From">The moment at its left end.</param>
/// <param name="To">The moment at its right end.</param>
/// <param name="Left">Where it begins, in pixels.</param>
/// <param name="Right">Where it ends, in pixels.</param>
internal sealed record PlotAxis(TimeSpan From, TimeSpan To, double Left, double Right)
{
    private const double LeastTickDistance = 64;

    private static readonly TimeSpan[] Steps =
    [
        .. new[] { 1, 2, 5, 10, 15, 30 }.Select(seconds => TimeSpan.FromSeconds(seconds)),
        .. new[] { 1, 2, 5, 10, 15, 20, 30 }.Select(minutes => TimeSpan.FromMinutes(minutes)),
        .. new[] { 1, 2, 3, 6, 12, 24 }.Select(hours => TimeSpan.FromHours(hours)),
    ];

    public double Width => Right - Left;

    public TimeSpan Span => To - From;

    /// <summary>The moments that are written below it.</summary>
    public IEnumerable<TimeSpan> Ticks
    {
        get
        {
            var step = StepOf(LeastTickDistance);
            for (var tick = Math.Ceiling(From / step); tick * step <= To; tick++)
                yield return tick * step;
        }
    }

    /// <summary>Where a moment is; one outside is at the end that it is nearer to.</summary>
    public double X(TimeSpan moment) => Left + (Width * Math.Clamp((moment - From) / Span, 0, 1));

    /// <summary>The shortest round span of time that is so wide.</summary>
    public TimeSpan StepOf(double pixels) => Array.Find(Steps, step => step / Span * Width >= pixels) is { Ticks: > 0 } found
        ? found
        : TimeSpan.FromDays(Math.Ceiling(Span.TotalDays * pixels / Width));

    /// <summary>A moment as it is written: hours and minutes, and seconds where they count.</summary>
    public string TextOf(TimeSpan moment)
    {
        var minutes = string.Create(CultureInfo.InvariantCulture, $"{(int)moment.TotalHours}:{moment.Minutes:00}");
        return moment.Seconds == 0 && StepOf(LeastTickDistance) >= TimeSpan.FromMinutes(1)
            ? minutes
            : string.Create(CultureInfo.InvariantCulture, $"{minutes}:{moment.Seconds:00}");
    }
}
