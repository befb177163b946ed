using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;
using Infra.Observability;
using Infra.Servers;

namespace Infra.Cli.Diff.Facts;

/// <summary>How long something takes at most, by an output of the stack; of a plan that has no outputs yet, by its settings.</summary>
internal static class PromisedTime
{
    public const string NoticeSickServer = "secondsToNoticeSickServer";
    public const string ReplaceSickServer = "secondsToReplaceSickServer";
    public const string AddServer = "secondsToAddServer";
    public const string WarmUp = "secondsToWarmUp";
    public const string Roll = "secondsToRoll";

    /// <summary>The time; none where it is not known.</summary>
    public static TimeSpan? Of(ResourceGraph graph, string output)
    {
        if (graph.Outputs.GetValueOrDefault(output) is double seconds)
            return TimeSpan.FromSeconds(seconds);

        return graph is { Origin: not null, Outputs.IsEmpty: true } && Settled.Of(graph) is { } settled ? Of(settled, output) : null;
    }

    private static TimeSpan Of(Settled settled, string output)
    {
        var times = ExpectedTimes.For(settled.Timings);
        return output switch
        {
            NoticeSickServer => times.NoticeSickServer,
            ReplaceSickServer => times.ReplaceSickServer,
            AddServer => times.AddServer,
            WarmUp => settled.Timings.RollWarmup,
            Roll => settled.Timings.RollWithin(settled.Settings.Servers.MaxServers) + AlarmThresholds.ErrorsRingWithin,
            _ => throw new ArgumentException($"{output} is no time", nameof(output)),
        };
    }
}
