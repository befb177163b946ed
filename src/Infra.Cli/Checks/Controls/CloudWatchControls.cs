using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Controls;

/// <summary>Alarms and logs.</summary>
internal static class CloudWatchControls
{
    private const double Year = 365;

    private static readonly Subjects Alarms = new(
        "alarm",
        graph => graph.OfType(TypeToken.MetricAlarm).Concat(graph.OfType(TypeToken.CompositeAlarm)));
    private static readonly Subjects LogGroups = Subjects.OfType(TypeToken.LogGroup, "log group");

    public static ControlArea Area { get; } = new("CloudWatch",
    [
        new("alarm-acts", Severity.High, "Every alarm tells somebody.")
        {
            Sources = ["Security Hub CloudWatch.15", "Security Hub CloudWatch.17", "checkov CKV_AWS_319", "cdk-nag CloudWatchAlarmAction"],
            On = Alarms,
            Problem = (alarm, _) => alarm.Texts("alarmActions").Count == 0
                ? "tells nobody"
                : alarm.Text("actionsEnabled") == "false" ? "has its actions disabled" : null,
            Mend = "set alarmActions",
        },
        new("alarm-describes", Severity.Low, "Every alarm says what it means and what to do.")
        {
            On = Alarms,
            Problem = Expect.Set("alarmDescription"),
            Mend = "set alarmDescription",
        },
        new("alarm-certificate", Severity.Medium, "An alarm is raised before a certificate expires.")
        {
            Requirements = ["R3"],
            On = Subjects.HttpsListeners,
            Problem = (listener, graph) => graph.OfType(TypeToken.MetricAlarm)
                .Where(alarm => alarm.Text("metricName") == "DaysToExpiry")
                .Any(alarm => alarm.Text("dimensions.CertificateArn") == listener.Text("certificateArn"))
                ? null
                : "has no alarm on its certificate's DaysToExpiry",
            Mend = "add an alarm on DaysToExpiry",
        },
        new("log-retention", Severity.Medium, "Logs are kept for a year.")
        {
            Sources =
            [
                "Security Hub CloudWatch.16", "checkov CKV_AWS_66", "checkov CKV_AWS_338", "cdk-nag CloudWatchLogGroupRetentionPeriod",
            ],
            On = LogGroups,
            Problem = Expect.AtLeast("retentionInDays", Year),
            Mend = "set logRetentionDays to 365 or more",
        },
        new("log-customer-key", Severity.Low, "Logs are encrypted with a key whose policy the customer writes.")
        {
            Sources = ["checkov CKV_AWS_158", "trivy AWS-0017", "cdk-nag CloudWatchLogGroupEncrypted"],
            On = LogGroups,
            Problem = Expect.Set("kmsKeyId"),
            Mend = "set kmsKeyId",
        },
    ]);
}
