using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Alarms;

/// <summary>What an alarm asks CloudWatch for: one metric, or several and an expression of them.</summary>
internal static partial class AlarmQueries
{
    /// <summary>The metrics' names, in the order of the alphabet: AWS keeps none.</summary>
    public static IReadOnlyList<string?> MetricNames(ResourceNode alarm) =>
        [.. MetricsAt(alarm).Select(path => alarm.Text($"{path}metricName"))];

    /// <summary>What is wrong with what it asks for; none if it is just this.</summary>
    public static string? ProblemOf(ResourceNode alarm, ImmutableArray<ExpectedMetric> expected) =>
        MetricsAt(alarm).Zip(expected.OrderBy(metric => metric.Name, StringComparer.Ordinal))
            .Select(pair => ProblemAt(alarm, pair.First, pair.Second))
            .FirstOrDefault(problem => problem is not null)
        ?? (alarm.Has("metricQueries") ? ExpressionProblem(alarm) : null);

    // The path of each metric, with the dot behind it.
    private static IEnumerable<string> MetricsAt(ResourceNode alarm) => alarm.Has("metricQueries")
        ? alarm.Paths("metricQueries").Where(query => alarm.Has($"{query}.metric")).Select(query => $"{query}.metric.")
            .OrderBy(path => alarm.Text($"{path}metricName"), StringComparer.Ordinal)
        : [""];

    private static string? ProblemAt(ResourceNode alarm, string path, ExpectedMetric expected)
    {
        if (alarm.Text($"{path}metricName") != expected.Name || alarm.Text($"{path}namespace") != expected.Namespace)
        {
            return $"looks at {alarm.Text($"{path}namespace")} {alarm.Text($"{path}metricName")}, "
                + $"and not at {expected.Namespace} {expected.Name}";
        }

        var statistic = alarm.Text($"{path}stat") ?? alarm.Text($"{path}statistic") ?? alarm.Text($"{path}extendedStatistic");
        if (statistic != expected.Statistic)
            return $"takes the {statistic ?? "default statistic"} of {expected.Name}, and not the {expected.Statistic}";

        var dimensions = alarm.Find($"{path}dimensions") as ImmutableDictionary<string, object>
            ?? ImmutableDictionary<string, object>.Empty;
        return dimensions.Count == expected.Dimensions.Count
            && expected.Dimensions.All(dimension => dimension.Value == alarm.Text($"{path}dimensions.{dimension.Key}"))
                ? null
                : $"looks at {expected.Name} of something other than {string.Join(", ", expected.Dimensions.Keys)} of this stack";
    }

    // One query is the expression, and all others are metrics that it names.
    private static string? ExpressionProblem(ResourceNode alarm)
    {
        var queries = alarm.Paths("metricQueries").ToList();
        var results = queries.Where(query => alarm.IsTrue($"{query}.returnData")).ToList();
        if (results is not [var result] || alarm.Text($"{result}.expression") is not { } expression)
            return "has no expression whose data it returns";

        // In the console's legend it says what the line is.
        if (alarm.Text($"{result}.label") is not { Length: > 0 } label || !alarm.Name.EndsWith(label, StringComparison.Ordinal))
            return "has an expression that is not labelled with the alarm's name";
        if (queries.Select(query => alarm.Text($"{query}.id")).Distinct().Count() < queries.Count)
            return "has two queries with one id";

        var ids = queries.Except([result]).Select(query => alarm.Text($"{query}.id")).Order(StringComparer.Ordinal);
        var named = Identifier().Matches(expression).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal);
        return ids.SequenceEqual(named) ? null : $"computes {expression} of other metrics than it has";
    }

    // Functions and operators are written in capitals.
    [GeneratedRegex(@"\b[a-z][a-zA-Z0-9_]*\b", RegexOptions.CultureInvariant)]
    private static partial Regex Identifier();
}
