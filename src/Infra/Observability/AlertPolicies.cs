using Infra.Common;
using Pulumi;
using Conditions = System.Collections.Generic.Dictionary<
    string, System.Collections.Generic.IReadOnlyDictionary<string, Pulumi.Input<string>>>;
using Names = System.Collections.Generic.Dictionary<string, Pulumi.Input<string>>;

namespace Infra.Observability;

/// <summary>Who may use the alerts' key and topic.</summary>
internal static class AlertPolicies
{
    // In the policy of a key or topic "*" means that one key or topic.
    private static readonly Input<string>[] ThisKey = ["*"];

    // What SNS asks of a publisher to an encrypted topic: https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
    private static readonly string[] EncryptMessages = ["kms:GenerateDataKey*", "kms:Decrypt"];

    private static readonly string[] AdministerKey =
    [
        "kms:CancelKeyDeletion", "kms:DescribeKey", "kms:DisableKey", "kms:DisableKeyRotation", "kms:EnableKey",
        "kms:EnableKeyRotation", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListKeyPolicies", "kms:ListResourceTags",
        "kms:PutKeyPolicy", "kms:ScheduleKeyDeletion", "kms:TagResource", "kms:UntagResource", "kms:UpdateKeyDescription",
    ];

    private static readonly string[] AdministerTopic =
    [
        "sns:DeleteTopic", "sns:GetTopicAttributes", "sns:ListSubscriptionsByTopic", "sns:Publish", "sns:SetTopicAttributes",
        "sns:Subscribe",
    ];

    public static Output<string> OfKey(AwsAccount account) => PolicyDocument.Json(
        new()
        {
            Sid = "LetTheAccountAdminister",
            Principals = Principal("AWS", account.IamArn("root")),
            Actions = AdministerKey,
            Resources = ThisKey,
        },
        new()
        {
            Sid = "LetAlarmsPublish",
            Principals = Principal("Service", "cloudwatch.amazonaws.com"),
            Actions = EncryptMessages,
            Resources = ThisKey,
            Conditions = When("StringEquals", new() { ["aws:SourceAccount"] = account.Id }),
        },
        new()
        {
            // Auto Scaling publishes as its service-linked role. KMS refuses a policy that names a role before it exists, and
            // in a fresh account it comes with the first group; a condition on the caller's ARN is not checked so.
            Sid = "LetAutoScalingPublish",
            Principals = Principal("AWS", "*"),
            Actions = EncryptMessages,
            Resources = ThisKey,
            Conditions = new Conditions
            {
                ["StringEquals"] = new Names { ["kms:CallerAccount"] = account.Id },
                ["ArnEquals"] = new Names
                {
                    ["aws:PrincipalArn"] = account.IamArn("role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling"),
                },
            },
        });

    public static Output<string> OfTopic(Input<string> topicArn, AwsAccount account) => PolicyDocument.Json(
        new()
        {
            // Auto Scaling's role is one of the account's own, so this lets it publish too.
            Sid = "LetTheAccountAdminister",
            Principals = Principal("AWS", account.IamArn("root")),
            Actions = AdministerTopic,
            Resources = [topicArn],
        },
        new()
        {
            Sid = "LetAlarmsPublish",
            Principals = Principal("Service", "cloudwatch.amazonaws.com"),
            Actions = ["sns:Publish"],
            Resources = [topicArn],
            Conditions = When("StringEquals", new() { ["aws:SourceAccount"] = account.Id }),
        },
        new()
        {
            Sid = "RefusePlainText",
            Effect = "Deny",
            Principals = Principal("AWS", "*"),
            Actions = ["sns:Publish"],
            Resources = [topicArn],
            Conditions = When("Bool", new() { ["aws:SecureTransport"] = "false" }),
        });

    private static Names Principal(string kind, Input<string> value) => new() { [kind] = value };

    private static Conditions When(string test, Names values) => new() { [test] = values };
}
