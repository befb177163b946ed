using Infra.Cli.Checks.Grants;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Controls;

/// <summary>The topic that alarms go to.</summary>
internal static class SnsControls
{

    private static readonly Subjects Topics = Subjects.OfType(TypeToken.Topic, "topic");

    public static ControlArea Area { get; } = new("SNS",
    [
        new("topic-customer-key", Severity.Medium, "Messages are encrypted with a key of the stack: alarms can't use AWS's own.")
        {
            Sources = ["Security Hub SNS.1", "checkov CKV_AWS_26", "trivy AWS-0095", "trivy AWS-0136", "cdk-nag SNSEncryptedKMS"],
            On = Topics,
            Problem = (topic, graph) => graph.ByIdOrArn(TypeToken.KmsKey, topic.Text("kmsMasterKeyId")) is not null
                ? null
                : Expect.Actual(topic, "kmsMasterKeyId"),
            Mend = "set kmsMasterKeyId to a key of the stack",
        },
        new("topic-not-public", Severity.Critical, "Only this account, and services that work for it, may use a topic.")
        {
            Sources = ["FSBP SNS.4", "checkov CKV_AWS_169", "checkov CKV_AWS_385"],
            On = Topics,
            Problem = (topic, graph) => Policy(topic, graph)
                .Where(statement => statement.IsAllow && !statement.IsKeptTo(OwnAccount.Of(topic)))
                .Select(statement =>
                    statement.IsForAnyone ? "is open to everyone" :
                    statement.IsForService ? "is open to a service, whoever it works for" :
                    statement.Principals.Any(principal => !principal.Value.Contains(OwnAccount.Of(topic), StringComparison.Ordinal))
                        ? "is open to another account"
                        : null)
                .FirstOrDefault(problem => problem is not null),
            Mend = "add a condition on aws:SourceAccount",
        },
        new("topic-tls-only", Severity.Medium, "Topics refuse messages without encryption.")
        {
            Sources = ["cdk-nag SNS3"],
            On = Topics,
            Problem = (topic, graph) => Policy(topic, graph).Any(statement => statement.RefusesPlainText("sns:Publish")
                && statement.Resources.Contains(topic.Output("arn")))
                ? null
                : "accepts plain HTTP",
            Mend = "deny sns:Publish when aws:SecureTransport is false",
        },
    ]);

    private static IEnumerable<DeclaredStatement> Policy(ResourceNode topic, ResourceGraph graph) =>
        PolicyStatements.About(topic, graph, TypeToken.TopicPolicy, "arn");
}
