using System.Collections.Immutable;
using System.Globalization;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Controls;

/// <summary>Alarms look at the right metric of the right thing, ring in time, and reach somebody.</summary>
internal static class AlarmControls
{
    private const string RollAlarms = "instanceRefresh.preferences.alarmSpecification.alarms";
    private const double Quarter = 900;
    private const double Day = 86400;

    // What lasts while servers are replaced rings only when several replacements have not helped.
    private const double Replacements = 5;

    // What must not go wrong unseen, and from which value on, to which, somebody is told. Null where a setting says.
    private static readonly (string Metric, double? Lowest, double? Highest)[] Watched =
    [
        ("HTTPCode_Target_5XX_Count", 1, 100),
        ("HTTPCode_ELB_5XX_Count", 1, 100),
        ("TargetResponseTime", 1, 60),
        ("HealthyHostCount", 1, 1),
        ("UnHealthyHostCount", 1, 1),
        ("DaysToExpiry", 14, 45),
    ];

    private static readonly string[] KeyUses = ["kms:Decrypt", "kms:GenerateDataKey"];

    private static readonly string?[] AtOnce =
        ["HTTPCode_Target_5XX_Count", "HTTPCode_ELB_5XX_Count", "TargetResponseTime", "HealthyHostCount"];

    private static readonly Subjects Alarms = Subjects.OfType(TypeToken.MetricAlarm, "alarm");
    private static readonly Subjects OfOneMetric = Alarms.Where("alarm on one metric", alarm => !alarm.Has("metricQueries"));
    private static readonly Subjects OfSeveral = Alarms.Where("alarm on an expression", alarm => alarm.Has("metricQueries"));

    public static ControlArea Area { get; } = new("Alarms",
    [
        new("watch-all", Severity.High, "Errors, slowness, health and the certificate's end are watched.")
        {
            Requirements = ["R3", "R5", "R6"],
            On = Subjects.LoadBalancers,
            Problem = Expect.None("has no alarm on", (_, graph) =>
                Watched.Select(watched => watched.Metric)
                    .Except(graph.OfType(TypeToken.MetricAlarm).Select(alarm => alarm.Text("metricName")!))),
            Mend = "add the alarm",
        },
        new("watch-metric", Severity.High, "Every alarm looks at a metric that AWS reports of a resource of this stack.")
        {
            Requirements = ["R6", "R7"],
            On = Alarms,
            Problem = Expect.None("", (alarm, graph) => MetricsOf(alarm).Select(path => MetricProblem(alarm, path, graph))
                .Where(problem => problem is not null)),
            Mend = "set namespace, metricName and the dimensions that AWS reports it by: ARN suffixes, or the group's name",
        },
        new("watch-threshold", Severity.Medium, "Every alarm rings on the side of its threshold where the trouble is.")
        {
            Requirements = ["R6"],
            On = OfOneMetric,
            Problem = Threshold,
            Mend = "set comparisonOperator and threshold: above for errors, load and slowness, below for healthy servers and days",
        },
        new("watch-statistic", Severity.Medium, "Every alarm takes the statistic that shows its trouble.")
        {
            Requirements = ["R6"],
            On = OfOneMetric,
            Problem = Statistic,
            Mend = "take Sum of counts, p95 of times, Maximum of hosts and Minimum of days",
        },
        new("watch-time", Severity.Medium,
            "Errors, slowness and a site that is down ring within a quarter of an hour; the rest when replacing servers has not helped.")
        {
            Requirements = ["R6"],
            On = Alarms,
            Problem = Time,
            Mend = "set period to 60 or 300 s (a day for DaysToExpiry), and datapointsToAlarm no higher than evaluationPeriods",
        },
        new("watch-silence", Severity.Medium, "Silence means what it does: no servers is a failure, no errors is none.")
        {
            Requirements = ["R6"],
            On = Alarms,
            Problem = (alarm, _) => alarm.Text("treatMissingData") == (alarm.Text("metricName") switch
            {
                "HealthyHostCount" => "breaching",
                "DaysToExpiry" => "ignore",
                _ => "notBreaching",
            })
                ? null
                : Expect.Actual(alarm, "treatMissingData"),
            Mend = "set treatMissingData: breaching for HealthyHostCount, ignore for DaysToExpiry, notBreaching for the others",
        },
        new("watch-expression", Severity.Medium, "An alarm on several metrics returns one, an expression of the others.")
        {
            Requirements = ["R7", "R8"],
            On = OfSeveral,
            Problem = Expression,
            Mend = "set returnData for the expression alone, and use the ids of the other queries in it",
        },
        new("watch-topic", Severity.High, "Alarms and the group's notifications go to a topic of this stack.")
        {
            Requirements = ["R6"],
            On = new("alarm or notification", graph =>
                graph.OfType(TypeToken.MetricAlarm).Concat(graph.OfType(TypeToken.GroupNotification))),
            Problem = Expect.None("tells", (node, graph) => node.Texts("alarmActions").Concat(node.Texts("okActions"))
                .Concat(node.Type == TypeToken.GroupNotification ? [node.Text("topicArn") ?? ""] : [])
                .Where(arn => graph.ByIdOrArn(TypeToken.Topic, arn) is null)
                .Select(arn => arn.Length == 0 ? "no topic" : $"{arn}, which is no topic of the stack")),
            Mend = "set alarmActions, okActions and topicArn to the topic's ARN",
        },
        new("watch-end", Severity.Low, "Every alarm also says when its trouble is over.")
        {
            On = Alarms,
            Problem = (alarm, _) => alarm.Texts("okActions").Count > 0 ? null : Expect.Actual(alarm, "okActions"),
            Mend = "set okActions",
        },
        new("watch-delivery", Severity.High, "Alarms may publish to the topic and use its key, and so may Auto Scaling.")
        {
            // Without the key an alarm rings, and nobody hears.
            Requirements = ["R6"],
            On = Subjects.OfType(TypeToken.Topic, "topic"),
            Problem = Delivery,
            Mend = "let cloudwatch.amazonaws.com publish and use the key, for this account, and Auto Scaling's role use the key",
        },
        new("watch-subscription", Severity.High, "A subscription is an e-mail address's to a topic of this stack.")
        {
            On = Subjects.OfType(TypeToken.TopicSubscription, "subscription"),
            Problem = Expect.All(
                Expect.OneOf("protocol", "email"),
                (subscription, graph) => graph.ByIdOrArn(TypeToken.Topic, subscription.Text("topic")) is null
                    ? Expect.Actual(subscription, "topic")
                    : subscription.Text("endpoint")?.Contains('@', StringComparison.Ordinal) == true
                        ? null
                        : Expect.Actual(subscription, "endpoint")),
            Mend = "set alarmEmail",
        },
        new("watch-roll", Severity.High, "A roll ends when servers answer with errors.")
        {
            Requirements = ["R6"],
            On = Subjects.AutoScalingGroups.Where(group => group.Has("instanceRefresh")),
            Problem = Roll,
            Mend = "name the alarm on HTTPCode_Target_5XX_Count in instanceRefresh.preferences.alarmSpecification",
        },
        new("watch-dashboard", Severity.Low, "The dashboard shows alarms and metrics of this stack.")
        {
            On = Subjects.OfType(TypeToken.Dashboard, "dashboard"),
            Problem = (dashboard, graph) => DashboardBody.Problem(dashboard, graph),
            Mend = "make the widgets from the stack's resources",
        },
    ]);

    /// <summary>The paths at which an alarm names a metric; the first is the alarm itself.</summary>
    private static IEnumerable<string> MetricsOf(ResourceNode alarm) => alarm.Has("metricQueries")
        ? alarm.Paths("metricQueries").Where(query => alarm.Has($"{query}.metric")).Select(query => $"{query}.metric.")
        : [""];

    private static string? MetricProblem(ResourceNode alarm, string path, ResourceGraph graph)
    {
        var (space, name) = (alarm.Text($"{path}namespace"), alarm.Text($"{path}metricName"));
        if (KnownMetric.Find(space, name) is not { } metric)
            return $"looks at {space} {name}, which AWS does not report";

        var dimensions = alarm.Find($"{path}dimensions") as ImmutableDictionary<string, object>;
        return metric.Problem(
            (dimensions ?? ImmutableDictionary<string, object>.Empty).ToDictionary(pair => pair.Key, pair => pair.Value as string), graph);
    }

    private static string? Threshold(ResourceNode alarm, ResourceGraph graph)
    {
        var metric = KnownMetric.Find(alarm.Text("namespace"), alarm.Text("metricName"));
        var side = metric?.RisesToTrouble == false ? "LessThan" : "GreaterThan";
        if (alarm.Text("comparisonOperator") is not { } operation || !operation.StartsWith(side, StringComparison.Ordinal))
            return Expect.Actual(alarm, "comparisonOperator");

        var (_, lowest, highest) = Watched.FirstOrDefault(watched => watched.Metric == alarm.Text("metricName"));
        var isInside = alarm.Number("threshold") is { } threshold && (lowest is null || threshold >= lowest)
            && (highest is null || threshold <= highest);

        // More than one, or less than or equal to one, would ring a server too late or too early.
        var isExact = lowest != highest || lowest is null || operation is "LessThanThreshold" or "GreaterThanOrEqualToThreshold";
        return !isInside ? Expect.Actual(alarm, "threshold") : isExact ? null : Expect.Actual(alarm, "comparisonOperator");
    }

    private static string? Statistic(ResourceNode alarm, ResourceGraph graph) => alarm.Text("metricName") switch
    {
        "TargetResponseTime" => Expect.OneOf("extendedStatistic", "p90", "p95", "p99", "p99.9")(alarm, graph),
        "HealthyHostCount" or "UnHealthyHostCount" => Expect.OneOf("statistic", "Maximum")(alarm, graph),
        "DaysToExpiry" => Expect.OneOf("statistic", "Minimum")(alarm, graph),
        { } count when count.EndsWith("_Count", StringComparison.Ordinal) => Expect.OneOf("statistic", "Sum")(alarm, graph),
        _ => null,
    };

    private static string? Time(ResourceNode alarm, ResourceGraph graph)
    {
        var isDaily = alarm.Text("metricName") == "DaysToExpiry";
        var periods = alarm.Number("evaluationPeriods") ?? 0;
        var needed = alarm.Number("datapointsToAlarm") ?? periods;
        if (periods < 1 || needed < 1 || needed > periods)
            return $"{Expect.Actual(alarm, "datapointsToAlarm")}, and {Expect.Actual(alarm, "evaluationPeriods")}";

        var healing = graph.OfType(TypeToken.AutoScalingGroup)
            .Select(group => group.Number("healthCheckGracePeriod") ?? 0)
            .DefaultIfEmpty()
            .Max();
        var longest = AtOnce.Contains(alarm.Text("metricName")) ? Quarter : Quarter + (Replacements * healing);
        return MetricsOf(alarm).Select(path => (Path: $"{path}period", Period: alarm.Number($"{path}period") ?? 0))
            .Where(metric => isDaily
                ? metric.Period != Day || needed > 1
                : metric.Period is not (60 or 300) || metric.Period * needed > longest)
            .Select(metric => string.Create(
                CultureInfo.InvariantCulture, $"{Expect.Actual(alarm, metric.Path)}, and needs {needed} of them"))
            .FirstOrDefault();
    }

    private static string? Expression(ResourceNode alarm, ResourceGraph graph)
    {
        var queries = alarm.Paths("metricQueries").ToList();
        var returning = queries.Where(query => alarm.IsTrue($"{query}.returnData")).ToList();
        if (returning is not [var returned] || alarm.Text($"{returned}.expression") is not { } expression)
            return "does not return one expression";

        // The numbers in it are the ceiling and the targets of scaling, which say when there is trouble.
        var words = expression.Split([' ', '(', ')', ','], StringSplitOptions.RemoveEmptyEntries);
        var unused = queries.Where(query => query != returned && !words.Contains(alarm.Text($"{query}.id"))).ToList();
        if (unused.Count > 0)
            return $"does not use {alarm.Text($"{unused[0]}.id")} in its expression";
        var ids = queries.Select(query => alarm.Text($"{query}.id")).ToHashSet(StringComparer.Ordinal);
        if (words.FirstOrDefault(word => char.IsAsciiLetterLower(word[0]) && !ids.Contains(word)) is { } unknown)
            return $"uses {unknown} in its expression, which it does not ask for";

        return alarm.Text("comparisonOperator")?.StartsWith("GreaterThan", StringComparison.Ordinal) == true
            && alarm.Number("threshold") is >= 1 and <= 3
                ? null
                : $"{Expect.Actual(alarm, "comparisonOperator")}, and {Expect.Actual(alarm, "threshold")}";
    }

    private static string? Delivery(ResourceNode topic, ResourceGraph graph)
    {
        if (topic.Output("arn") is not { } arn || arn.Split(':') is not [_, _, _, _, var account, ..])
            return "has no ARN";

        const string Alarm = "cloudwatch.amazonaws.com";
        var scaling = $"arn:aws:iam::{account}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling";
        Dictionary<string, string> facts = new() { ["aws:SourceAccount"] = account, ["aws:SecureTransport"] = "true" };
        Dictionary<string, string> ofScaling = new() { ["kms:CallerAccount"] = account, ["aws:PrincipalArn"] = scaling };
        var policy = Expect.Companions(topic, graph, TypeToken.TopicPolicy, "arn")
            .SelectMany(other => DeclaredStatement.Of(other, "policy")).ToList();
        if (!new PolicyRequest("sns:Publish", arn, facts) { Principal = Alarm }.IsAllowedBy(policy))
            return "does not let alarms publish";
        if (graph.ByIdOrArn(TypeToken.KmsKey, topic.Text("kmsMasterKeyId")) is not { } key)
            return null;

        var statements = DeclaredStatement.Of(key, "policy");
        return (
            from action in KeyUses
            from caller in new[] { (Name: Alarm, Facts: facts), (Name: scaling, Facts: ofScaling) }
            where !new PolicyRequest(action, key.Output("arn") ?? "*", caller.Facts) { Principal = caller.Name }.IsAllowedBy(statements)
            select $"has a key that {caller.Name} may not {action} with").FirstOrDefault();
    }

    private static string? Roll(ResourceNode group, ResourceGraph graph)
    {
        var names = group.Texts(RollAlarms);
        var alarms = graph.OfType(TypeToken.MetricAlarm).Where(alarm => names.Contains(alarm.Output("name"))).ToList();
        return alarms.Count < names.Count ? "names an alarm that is not the stack's"
            : alarms.Exists(alarm => alarm.Text("metricName") == "HTTPCode_Target_5XX_Count") ? null
            : "has no alarm on HTTPCode_Target_5XX_Count that ends a roll";
    }
}
