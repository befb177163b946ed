using Infra.Cli.Checks.Alarms;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Controls;

/// <summary>Alarms: each looks at what it is named for, rings in time, and somebody hears it.</summary>
internal static class AlarmControls
{
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
        new("alarms-heard", Severity.High, "This stack's topic hears of each trouble, of its end, and of the group's events.")
        {
            Requirements = ["R6"],
            On = new("alarm or notification", graph =>
                graph.OfType(TypeToken.MetricAlarm).Concat(graph.OfType(TypeToken.GroupNotification))),
            Problem = (node, graph) => node.Type == TypeToken.GroupNotification
                ? graph.ByIdOrArn(TypeToken.Topic, node.Text("topicArn")) is null ? Expect.Actual(node, "topicArn") : null
                : Expect.All(Heard("alarmActions"), Heard("okActions"))(node, graph),
            Mend = "set alarmActions, okActions and topicArn to the topic's ARN",
        },
        new("alarms-subscription", Severity.High, "A subscription is an e-mail address's to a topic of this stack.")
        {
            On = Subjects.OfType(TypeToken.TopicSubscription, "subscription"),
            Problem = Expect.All(
                Expect.OneOf("protocol", "email"),
                (subscription, graph) => graph.ByIdOrArn(TypeToken.Topic, subscription.Text("topic")) is null
                    ? Expect.Actual(subscription, "topic")
                    : null,
                (subscription, _) => subscription.Text("endpoint")?.Contains('@', StringComparison.Ordinal) == true
                    ? null
                    : Expect.Actual(subscription, "endpoint")),
            Mend = "set alarmEmail",
        },
        new("alarms-roll", Severity.High, "A roll ends when visitors get errors.")
        {
            Requirements = ["R6"],
            On = Subjects.AutoScalingGroups.Where(group => group.Has("instanceRefresh")),
            Problem = RollProblem,
            Mend = "name the alarms on HTTPCode_Target_5XX_Count, and with two servers or more on HTTPCode_ELB_5XX_Count, in "
                + "instanceRefresh.preferences.alarmSpecification",
        },
    ]);

    // The nearest alarm tells what is wrong: one about the same metric.
    private static string? ProblemOf(ResourceGraph graph, ExpectedAlarm expected)
    {
        var candidates = graph.OfType(TypeToken.MetricAlarm)
            .Where(alarm => AlarmQueries.MetricNames(alarm).SequenceEqual(
                expected.Metrics.Select(metric => metric.Name).Order(StringComparer.Ordinal)))
            .Select(alarm => (alarm, problem: expected.ProblemOf(alarm)))
            .ToList();
        if (candidates.Exists(candidate => candidate.problem is null))
            return null;

        return candidates is [.., var (alarm, problem)]
            ? $"{alarm.Name} {problem}"
            : $"has no alarm on {string.Join(", ", expected.Metrics.Select(metric => metric.Name))}";
    }

    // A group of one answers 503 itself while it rolls, which is no fault of the new version.
    private static string? RollProblem(ResourceNode group, ResourceGraph graph)
    {
        var names = group.Texts("instanceRefresh.preferences.alarmSpecification.alarms");
        var watched = graph.OfType(TypeToken.MetricAlarm)
            .Where(alarm => names.Contains(alarm.Output("name")))
            .Select(alarm => alarm.Text("metricName"))
            .ToList();
        string[] needed = group.Number("minSize") >= 2
            ? ["HTTPCode_Target_5XX_Count", "HTTPCode_ELB_5XX_Count"]
            : ["HTTPCode_Target_5XX_Count"];
        return watched.Count < names.Count ? "names an alarm that is not the stack's"
            : needed.Except(watched).FirstOrDefault() is { } missing ? $"has no alarm on {missing} that ends a roll"
            : null;
    }

    private static Expectation Heard(string actions) => (alarm, graph) =>
        alarm.Texts(actions).Any(action => graph.ByIdOrArn(TypeToken.Topic, action) is not null)
            ? null
            : $"{actions} name no topic of the stack";
}
