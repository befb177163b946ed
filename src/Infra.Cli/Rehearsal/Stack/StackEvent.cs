using System.Globalization;

namespace Infra.Cli.Rehearsal.Stack;

/// <summary>One line of the log.</summary>
/// <param name="Time">In AWS's time.</param>
/// <param name="Source">Who says it: <c>group</c>, <c>load balancer</c>, <c>firewall</c>, <c>server</c>,
/// <c>bucket</c>, <c>drill</c> or <c>machine</c>.</param>
/// <param name="Text">One sentence without a full stop, e.g. <c>i-2 is unhealthy: 3 checks in a row failed</c>.</param>
/// <param name="Capacity">Servers pending or in service right after it.</param>
internal sealed record StackEvent(DateTimeOffset Time, string Source, string Text, int Capacity)
{
    private static readonly int SourceWidth = "load balancer".Length;

    /// <summary>Where the text begins in a line as people read it.</summary>
    public static int TextColumn { get; } = "+00:00:00".Length + SourceWidth + (2 * "  ".Length);

    /// <summary>The line as people read it, e.g. <c>+00:12:30  group          i-2 launched in eu-west-1b</c>.</summary>
    /// <param name="start">When the time began to count.</param>
    public string ToLine(DateTimeOffset start) =>
        string.Create(CultureInfo.InvariantCulture, $"+{Time - start:hh\\:mm\\:ss}  {Source.PadRight(SourceWidth)}  {Text}");
}
