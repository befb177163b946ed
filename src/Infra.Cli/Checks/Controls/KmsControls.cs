using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Controls;

/// <summary>Keys that the stack makes.</summary>
internal static class KmsControls
{
    private static readonly Subjects Keys = Subjects.OfType(TypeToken.KmsKey, "KMS key");

    public static ControlArea Area { get; } = new("KMS",
    [
        new("key-rotation", Severity.Medium, "Keys change every year by themselves.")
        {
            Sources =
            [
                "Security Hub KMS.4", "CIS v5 3.6", "CIS v7 4.6", "checkov CKV_AWS_7", "trivy AWS-0065", "cdk-nag KMS5",
                "awsguard cmk-backing-key-rotation-enabled", "Pulumi aws-kms-key-enable-key-rotation",
            ],
            On = Keys.Where("symmetric KMS key", key => key.Text("customerMasterKeySpec") is null or "SYMMETRIC_DEFAULT"),
            Problem = Expect.True("enableKeyRotation"),
            Mend = "set enableKeyRotation",
        },
        new("key-policy", Severity.Medium, "Who may use a key is written down.")
        {
            Sources = ["checkov CKV2_AWS_64"],
            On = Keys,
            Problem = Expect.Set("policy"),
            Mend = "set policy",
        },
        new("key-not-public", Severity.Critical, "No key is open to everyone.")
        {
            Sources = ["FSBP KMS.5", "checkov CKV_AWS_33"],
            On = Keys,
            Problem = (key, _) => DeclaredStatement.Of(key, "policy").Any(statement => statement.IsOpen())
                ? "is open to everyone"
                : null,
            Mend = "name the principals, or narrow them by a condition on who asks",
        },
        new("key-usable", Severity.High, "Keys are enabled, and nobody can lock everybody out.")
        {
            Sources = ["FSBP KMS.3", "checkov CKV_AWS_227", "Pulumi aws-kms-key-disallow-bypass-policy-lockout-safety-check"],
            On = Keys,
            Problem = Expect.All((key, _) => key.Text("isEnabled") == "false"
                ? "is disabled"
                : null, Expect.NotTrue("bypassPolicyLockoutSafetyCheck")),
            Mend = "leave isEnabled and bypassPolicyLockoutSafetyCheck at their defaults",
        },
        new("key-deletion-window", Severity.Medium, "A deleted key can be brought back for a month.")
        {
            Sources = ["FSBP KMS.3"],
            On = Keys,
            // 30 days is what AWS takes when nothing is set, and the longest there is.
            Problem = (key, _) => key.Number("deletionWindowInDays") is null or 30 ? null : Expect.Actual(key, "deletionWindowInDays"),
            Mend = "set deletionWindowInDays to 30",
        },
        new("key-described", Severity.Low, "Keys say what they are for.")
        {
            Sources = ["Pulumi aws-kms-key-missing-description"],
            On = Keys,
            Problem = (key, _) => key.Text("description") is { Length: >= 6 } ? null : Expect.Actual(key, "description"),
            Mend = "set description",
        },
    ]);
}
