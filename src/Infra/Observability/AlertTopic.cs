using Infra.Common;
using Pulumi;
using Pulumi.Aws.Kms;
using Pulumi.Aws.Sns;

namespace Infra.Observability;

/// <summary>
/// The encrypted topic that alarms and the group's events go to. A publisher without the key fails silently (the alarm
/// rings, nobody hears it), so the key's policy names each of them.
/// </summary>
public sealed class AlertTopic : ComponentResource
{
    /// <summary>Makes the key, the topic, their policies, and the subscription.</summary>
    public AlertTopic(string name, AlertTopicArgs args, ComponentResourceOptions? options = null)
        : base("infra:observability:AlertTopic", name, options)
    {
        var child = new CustomResourceOptions { Parent = this };

        // A key of our own, since AWS's own key for SNS does not let CloudWatch use it.
        var key = new Key($"{name}-key", new()
        {
            Description = "Encrypts the alerts on their way through the topic",
            EnableKeyRotation = true,
            DeletionWindowInDays = 30,
            Policy = AlertPolicies.OfKey(args.Account),
        }, child);

        var topic = new Topic($"{name}-topic", new() { KmsMasterKeyId = key.Arn }, child);

        var policy = new TopicPolicy($"{name}-policy", new()
        {
            Arn = topic.Arn,
            Policy = AlertPolicies.OfTopic(topic.Arn, args.Account),
        }, child);

        if (args.AlarmEmail is { } address)
            _ = new TopicSubscription($"{name}-email", new() { Topic = topic.Arn, Protocol = "email", Endpoint = address }, child);

        // Through the policy, so that nobody publishes before it may.
        TopicArn = policy.Arn;
        RegisterOutputs(new Dictionary<string, object?> { ["topicArn"] = TopicArn });
    }

    /// <summary>The topic's ARN, known when its publishers may use it.</summary>
    public Output<string> TopicArn { get; }
}
