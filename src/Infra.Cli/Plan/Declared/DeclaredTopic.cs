using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Plan.Declared;

/// <summary>An SNS topic, over which somebody is told of trouble.</summary>
/// <param name="AlarmCount">The alarms that go to it.</param>
/// <param name="IsEncrypted">Whether it has a KMS key.</param>
/// <param name="Emails">The addresses that subscribe to it.</param>
/// <param name="HasGroupEvents">Whether it hears of launches and terminations as well.</param>
internal sealed record DeclaredTopic(
    string Name, int AlarmCount, bool IsEncrypted, IReadOnlyList<string> Emails, bool HasGroupEvents) : INamed
{
    public static DeclaredTopic Of(ResourceGraph graph, ResourceNode topic)
    {
        var arn = topic.Output("arn")!;
        var alarms = graph.OfType(TypeToken.MetricAlarm).Concat(graph.OfType(TypeToken.CompositeAlarm));
        var emails = graph.OfType(TypeToken.TopicSubscription)
            .Where(subscription => subscription.Text("protocol") == "email" && subscription.Text("topic") == arn);
        return new(
            topic.Name,
            alarms.Count(alarm => alarm.Texts("alarmActions").Contains(arn)),
            topic.Has("kmsMasterKeyId"),
            [.. emails.Select(subscription => subscription.Need("endpoint"))],
            graph.OfType(TypeToken.GroupNotification).Any(notification => notification.Text("topicArn") == arn));
    }
}
