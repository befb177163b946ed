using Infra.Cli.Plan.Graph;
using Infra.Observability;
using Infra.Servers;

namespace Infra.Cli.Plan.Declared;

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
        if (graph is { Origin: not null, Outputs.IsEmpty: true } && Settled.Of(graph) is { } settled)
            return Of(settled, output);

        return graph.FindOutput(output) is double seconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    /// <summary>The time that settings give.</summary>
    public static TimeSpan Of(Settled settled, string output)
    {
        var times = ExpectedTimes.For(settled.Timings);
        return output switch
        {
            NoticeSickServer => times.NoticeSickServer,
            ReplaceSickServer => times.ReplaceSickServer,
            AddServer => times.AddServer,
            WarmUp => settled.Timings.RollWarmup,
            Roll => AlarmThresholds.RollIsOverWithin(settled.Timings, settled.Settings.Servers.MaxServers),
            _ => throw new ArgumentException($"{output} is no time", nameof(output)),
        };
    }
}
