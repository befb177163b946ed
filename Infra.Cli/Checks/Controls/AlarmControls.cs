using Infra.Cli.Checks.Alarms;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Controls;

/// <summary>Alarms: each looks at what it is named for, rings in time, and somebody hears it.</summary>
internal static class AlarmControls
{
    private static readonly Subjects MetricAlarms = Subjects.OfType(TypeToken.MetricAlarm, "alarm");

    public static ControlArea Area { get; } = new("Alarms",
    [
        new("alarms-complete", Severity.High, "There is an alarm for each trouble, and it looks at this stack's own metrics.")
        {
            Requirements = ["R5", "R6", "R7", "R8"],
            On = new("load balancer with a group of servers", graph => ExpectedAlarms.Of(graph).Count > 0 ? [graph.Stack] : []),
            Problem = (_, graph) => ExpectedAlarms.Of(graph)
                .Select(expected => ProblemOf(graph, expected))
                .FirstOrDefault(problem => problem is not null),
            Mend = "add the alarm, or give it the metric, the dimensions, the comparison and the times that it needs",
        },
        new("alarms-heard", Severity.Medium, "Who hears of a trouble hears of its end as well.")
        {
            On = MetricAlarms,
            Problem = Expect.All(Heard("alarmActions"), Heard("okActions")),
            Mend = "set alarmActions and okActions to the topic",
        },
    ]);

    // The nearest alarm tells what is wrong: one about the same metric.
    private static string? ProblemOf(ResourceGraph graph, ExpectedAlarm expected)
    {
        var candidates = graph.OfType(TypeToken.MetricAlarm)
            .Where(alarm => AlarmQueries.MetricNames(alarm).SequenceEqual(expected.Metrics.Select(metric => metric.Name)))
            .Select(alarm => (alarm, problem: expected.ProblemOf(alarm)))
            .ToList();
        if (candidates.Exists(candidate => candidate.problem is null))
            return null;

        return candidates is [.., var (alarm, problem)]
            ? $"{alarm.Name} {problem}"
            : $"has no alarm on {string.Join(", ", expected.Metrics.Select(metric => metric.Name))}";
    }

    private static Expectation Heard(string actions) => (alarm, graph) =>
        alarm.Texts(actions).Any(action => graph.ByIdOrArn(TypeToken.Topic, action) is not null)
            ? null
            : $"{actions} name no topic of the stack";
}
