using Infra.Observability;
using Infra.Tests.Support;
using Pulumi;

namespace Infra.Tests.Observability;

public sealed class AlertTopicTests
{
    private const string TopicArn = "arn:aws:sns:eu-west-1:123456789012:alerts-topic";

    private static Task<Recorded> Run(Input<string>? alarmEmail = null) =>
        Cloud.Run(options => _ = new AlertTopic("alerts", new() { Account = Cloud.Account, AlarmEmail = alarmEmail }, options));

    [Test]
    public async Task Key_Always_RotatesAndTakesAMonthToDelete()
    {
        var key = (await Run()).Single("aws:kms/key:Key");

        Assert.Multiple(() =>
        {
            Assert.That(key.Inputs.Keys, Is.EquivalentTo(new[] { "deletionWindowInDays", "description", "enableKeyRotation", "policy" }));
            Assert.That(key.Flag("enableKeyRotation"), Is.True);
            Assert.That(key.Number("deletionWindowInDays"), Is.EqualTo(30));
        });
    }

    [Test]
    public async Task Topic_Always_IsEncryptedWithThatKey() =>
        Assert.That(
            (await Run()).Single("aws:sns/topic:Topic").Text("kmsMasterKeyId"),
            Is.EqualTo("arn:aws:kms:eu-west-1:123456789012:alerts-key"));

    [Test]
    public async Task KeyPolicy_Always_LetsAlarmsAndAutoScalingOfThisAccountEncrypt() =>
        Assert.That(Json.Of((await Run()).Single("aws:kms/key:Key").Text("policy")), Is.EqualTo(Json.Of("""
            {"Version":"2012-10-17","Statement":[
              {"Sid":"LetTheAccountAdminister","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:root"},
                "Action":["kms:CancelKeyDeletion","kms:DescribeKey","kms:DisableKey","kms:DisableKeyRotation","kms:EnableKey",
                  "kms:EnableKeyRotation","kms:GetKeyPolicy","kms:GetKeyRotationStatus","kms:ListKeyPolicies","kms:ListResourceTags",
                  "kms:PutKeyPolicy","kms:ScheduleKeyDeletion","kms:TagResource","kms:UntagResource","kms:UpdateKeyDescription"],
                "Resource":["*"]},
              {"Sid":"LetAlarmsPublish","Effect":"Allow","Principal":{"Service":"cloudwatch.amazonaws.com"},
                "Action":["kms:GenerateDataKey*","kms:Decrypt"],"Resource":["*"],
                "Condition":{"StringEquals":{"aws:SourceAccount":"123456789012"}}},
              {"Sid":"LetAutoScalingPublish","Effect":"Allow","Principal":{"AWS":"*"},
                "Action":["kms:GenerateDataKey*","kms:Decrypt"],"Resource":["*"],
                "Condition":{"StringEquals":{"kms:CallerAccount":"123456789012"},
                  "ArnEquals":{"aws:PrincipalArn":
                    "arn:aws:iam::123456789012:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling"}}}]}
            """)));

    [Test]
    public async Task TopicPolicy_Always_LetsThisAccountAndItsAlarmsPublishAndRefusesPlainText()
    {
        var policy = (await Run()).Single("aws:sns/topicPolicy:TopicPolicy");

        Assert.That(policy.Text("arn"), Is.EqualTo(TopicArn));
        Assert.That(Json.Of(policy.Text("policy")), Is.EqualTo(Json.Of("""
            {"Version":"2012-10-17","Statement":[
              {"Sid":"LetTheAccountAdminister","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:root"},
                "Action":["sns:DeleteTopic","sns:GetTopicAttributes","sns:ListSubscriptionsByTopic","sns:Publish",
                  "sns:SetTopicAttributes","sns:Subscribe"],
                "Resource":["arn:aws:sns:eu-west-1:123456789012:alerts-topic"]},
              {"Sid":"LetAlarmsPublish","Effect":"Allow","Principal":{"Service":"cloudwatch.amazonaws.com"},"Action":["sns:Publish"],
                "Resource":["arn:aws:sns:eu-west-1:123456789012:alerts-topic"],
                "Condition":{"StringEquals":{"aws:SourceAccount":"123456789012"}}},
              {"Sid":"RefusePlainText","Effect":"Deny","Principal":{"AWS":"*"},"Action":["sns:Publish"],
                "Resource":["arn:aws:sns:eu-west-1:123456789012:alerts-topic"],
                "Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}
            """)));
    }

    [Test]
    public async Task Subscription_WithAnAddress_IsByEmail()
    {
        var subscription = (await Run("ops@example.com")).Single("aws:sns/topicSubscription:TopicSubscription");

        Assert.Multiple(() =>
        {
            Assert.That(subscription.Text("protocol"), Is.EqualTo("email"));
            Assert.That(subscription.Text("endpoint"), Is.EqualTo("ops@example.com"));
            Assert.That(subscription.Text("topic"), Is.EqualTo(TopicArn));
        });
    }

    [Test]
    public async Task Subscription_WithoutAnAddress_IsNotMade() =>
        Assert.That((await Run()).All("aws:sns/topicSubscription:TopicSubscription"), Is.Empty);

    [Test]
    public async Task TopicArn_Always_IsTheTopicsAndComesWithItsPolicy()
    {
        var topicArn = await Cloud.OutputOf(() => new AlertTopic("alerts", new() { Account = Cloud.Account }).TopicArn);

        Assert.That(topicArn, Is.EqualTo(TopicArn));
    }
}
