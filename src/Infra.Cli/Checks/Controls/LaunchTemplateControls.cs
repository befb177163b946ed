using System.Text.RegularExpressions;
using Infra.Cli.Checks.Grants;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Recording;
using Infra.Common;
using Infra.Servers;

namespace Infra.Cli.Checks.Controls;

/// <summary>What servers are launched from.</summary>
internal static partial class LaunchTemplateControls
{
    private const string RootDevice = "/dev/xvda";

    // The families that had paravirtual types; all others are hardware virtual machines.
    private static readonly string[] Paravirtual = ["c1", "c3", "hs1", "m1", "m2", "m3", "t1"];

    public static ControlArea Area { get; } = new("Launch template",
    [
        new("server-imdsv2", Severity.High,
            "A server's metadata, and with it its credentials, is given only to who asks with a session token.")
        {
            Sources =
            [
                "FSBP EC2.170", "FSBP EC2.8", "CIS v5 5.7", "CIS v7 6.7", "checkov CKV_AWS_79", "trivy AWS-0130", "trivy AWS-0028",
                "cdk-nag EC2IMDSv2Enabled",
            ],
            On = Subjects.LaunchTemplates,
            Problem = Expect.All(
                Expect.OneOf("metadataOptions.httpTokens", "required"),
                Expect.OneOf("metadataOptions.httpEndpoint", "enabled")),
            Mend = "set metadataOptions.httpTokens to required",
        },
        new("server-metadata-hop-limit", Severity.Medium, "Metadata does not travel beyond the server itself.")
        {
            Sources = ["checkov CKV_AWS_341"],
            On = Subjects.LaunchTemplates,
            Problem = Expect.OneOf("metadataOptions.httpPutResponseHopLimit", "1"),
            Mend = "set httpPutResponseHopLimit to 1: Amazon Linux asks for 2 otherwise",
        },
        new("server-no-public-address", Severity.High, "Servers have no public address.")
        {
            Sources =
            [
                "FSBP EC2.25", "FSBP EC2.9", "checkov CKV_AWS_88", "trivy AWS-0009", "cdk-nag EC2InstanceNoPublicIp",
                "Pulumi aws-ec2-launchtemplate-disallow-public-ip",
            ],
            Requirements = ["R1"],
            On = Subjects.LaunchTemplates,
            Problem = Expect.OneOf("networkInterfaces.0.associatePublicIpAddress", "false"),
            Mend = "set networkInterfaces.associatePublicIpAddress to \"false\"",
        },
        new("server-single-interface", Severity.Low, "Servers have one network interface.")
        {
            Sources = ["FSBP EC2.17"],
            On = Subjects.LaunchTemplates,
            Problem = (template, _) => template.Items("networkInterfaces").Length > 1 ? "has several network interfaces" : null,
            Mend = "keep one of networkInterfaces",
        },
        new("server-disks-encrypted", Severity.Medium, "Every disk is encrypted, and the root disk is named so that it is.")
        {
            Sources = ["FSBP EC2.181", "FSBP EC2.3", "cdk-nag EC26", "Pulumi aws-ec2-launchtemplate-disallow-unencrypted-block-device"],
            On = Subjects.LaunchTemplates,
            Problem = (template, _) => Disks(template).All(disk => template.Text($"{disk}.deviceName") != RootDevice)
                ? $"does not name {RootDevice}, which then is as the image has it"
                : Disk(template, disk => !template.IsTrue($"{disk}.ebs.encrypted")) is { } open ? $"leaves {open} open" : null,
            Mend = "set ebs.encrypted to \"true\" for each of blockDeviceMappings, the root disk among them",
        },
        new("server-disks-customer-key", Severity.Low, "Disks are encrypted with a key whose policy the customer writes.")
        {
            Sources = ["trivy AWS-0027", "checkov CKV_AWS_189", "Pulumi aws-ec2-launchtemplate-configure-customer-managed-key"],
            On = Subjects.LaunchTemplates,
            Problem = (template, _) => Disk(template, disk => !template.Has($"{disk}.ebs.kmsKeyId")) is { } disk
                ? $"encrypts {disk} with the account's own EBS key"
                : null,
            Mend = "set ebs.kmsKeyId, and let Auto Scaling's service-linked role use the key",
        },
        new("server-disks-deleted", Severity.Low, "A server's disks go with it.")
        {
            Sources = ["CIS Compute 2.12"],
            On = Subjects.LaunchTemplates,
            Problem = (template, _) => Disk(template, disk => !template.IsTrue($"{disk}.ebs.deleteOnTermination")) is { } kept
                ? $"keeps {kept}"
                : null,
            Mend = "set ebs.deleteOnTermination to \"true\"",
        },
        new("server-disks-backed-up", Severity.Low, "Disks are in a backup plan.")
        {
            Sources = ["Security Hub EC2.28", "checkov CKV2_AWS_9", "cdk-nag EC2EBSInBackupPlan"],
            On = Subjects.LaunchTemplates,
            Problem = (_, graph) => graph.OfType(TypeToken.BackupSelection).Any() ? null : "has disks in no backup plan",
            Mend = "select the disks by tag in a backup plan",
        },
        new("server-ebs-optimized", Severity.Low, "Disk traffic has a bandwidth of its own.")
        {
            Sources = ["checkov CKV_AWS_135", "cdk-nag EC2EBSOptimizedInstance"],
            On = Subjects.LaunchTemplates.Where(
                "launch template of an instance type that can have one",
                template => template.Text("instanceType") is not { } type || EbsOptimization.IsOffered(type)),
            Problem = Expect.True("ebsOptimized"),
            Mend = "set ebsOptimized to \"true\"",
        },
        new("server-no-secrets", Severity.Critical,
            "The boot script holds no password, key or token: everything on the server can read it.")
        {
            Sources =
            [
                "checkov CKV_AWS_46", "trivy AWS-0029", "trivy AWS-0129", "trivy AWS-0122", "CIS Compute 2.13",
                "prowler autoscaling_find_secrets_ec2_launch_configuration",
            ],
            On = Subjects.LaunchTemplates.Where(template => template.Has("userData")),
            Problem = (template, graph) => HoldsSecret(template.Text("userData")!, graph.Secrets)
                ? "has what looks like a credential in its userData"
                : null,
            Mend = "let the server read it from Secrets Manager or Parameter Store with its role",
        },
        new("server-disk-kind", Severity.Low, "A server's disk is a solid-state disk of the current kind.")
        {
            On = Subjects.LaunchTemplates,
            Problem = Expect.None("has another disk at", (template, _) => Disks(template)
                .Where(disk => template.Text($"{disk}.ebs.volumeType") is not ("gp3" or "io2"))
                .Select(disk => template.Text($"{disk}.deviceName"))),
            Mend = "set volumeType to gp3",
        },
        new("server-interface", Severity.Medium, "A server's one network interface is its first, and goes with it.")
        {
            On = Subjects.LaunchTemplates,
            Problem = Expect.All(
                Expect.OneOf("networkInterfaces.0.deviceIndex", "0"),
                Expect.True("networkInterfaces.0.deleteOnTermination")),
            Mend = "set deviceIndex to 0 and deleteOnTermination to \"true\"",
        },
        new("server-image", Severity.High, "A server has an image to start from.")
        {
            Requirements = ["R6"],
            On = Subjects.LaunchTemplates,
            Problem = Expect.All(Expect.Set("imageId"), Expect.Set("instanceType")),
            Mend = "set imageId and instanceType",
        },
        new("server-credits", Severity.Medium, "A burstable server has the processor that scaling measures, for as long as the load lasts.")
        {
            // Held to its baseline it never reaches the CPU target, and no server is added.
            Requirements = ["R7"],
            On = Subjects.LaunchTemplates.Where(
                "launch template of a burstable type",
                template => template.Text("instanceType") is { } type && CpuCredits.ModeOf(type) is not null),
            Problem = (template, graph) =>
                Expect.OneOf("creditSpecification.cpuCredits", CpuCredits.ModeOf(template.Text("instanceType")!)!)(template, graph),
            Mend = "set creditSpecification.cpuCredits to unlimited",
        },
        new("server-default-version", Severity.Low, "Who launches a server by hand gets what was deployed last.")
        {
            On = Subjects.LaunchTemplates,
            Problem = Expect.True("updateDefaultVersion"),
            Mend = "set updateDefaultVersion",
        },
        new("server-detailed-monitoring", Severity.Low, "A server's metrics come every minute.")
        {
            Sources = ["cdk-nag EC28", "checkov CKV_AWS_126", "CIS Compute 2.6", "awsguard ec2-instance-detailed-monitoring-enabled"],
            Requirements = ["R7"],
            On = Subjects.LaunchTemplates,
            Problem = Expect.True("monitoring.enabled"),
            Mend = "set monitoring.enabled, or scaling reacts five times slower",
        },
        new("server-role", Severity.Medium, "Servers act by a role of their own, never by stored keys.")
        {
            Sources = ["CIS v5 1.17", "CIS v7 2.16", "checkov CKV2_AWS_41", "cdk-nag EC2InstanceProfileAttached"],
            On = Subjects.LaunchTemplates,
            Problem = (template, graph) => graph.ProfileOf(template) is null ? "has no instance profile of this stack" : null,
            Mend = "set iamInstanceProfile",
        },
        new("server-no-ssh-key", Severity.Medium, "There is no SSH key to lose: Session Manager is the way in.")
        {
            On = Subjects.LaunchTemplates,
            Problem = Expect.Unset("keyName"),
            Mend = "drop keyName",
        },
        new("server-session-manager", Severity.Medium, "Servers may register with Systems Manager and take a session from it.")
        {
            Sources = ["FSBP SSM.1", "CIS Compute 2.9"],
            On = Subjects.LaunchTemplates,
            Problem = (template, graph) =>
                SessionManagerActions.All.FirstOrDefault(action => !MayOnAll(template, graph, action)) is { } missing
                    ? $"has no role that allows {missing}"
                    : null,
            Mend = "allow the action in the role's policy",
        },
        new("server-hvm", Severity.Medium, "Servers are hardware virtual machines.")
        {
            Sources = ["FSBP EC2.24"],
            On = Subjects.LaunchTemplates,
            Problem = (template, _) => Paravirtual.Contains(template.Text("instanceType")?.Split('.')[0])
                ? Expect.Actual(template, "instanceType")
                : null,
            Mend = "choose an instanceType of a current generation",
        },
    ]);

    private static IEnumerable<string> Disks(ResourceNode template) => template.Paths("blockDeviceMappings");

    private static string? Disk(ResourceNode template, Func<string, bool> condition) =>
        Disks(template).Where(condition).Select(disk => template.Text($"{disk}.deviceName")).FirstOrDefault();

    private static bool HoldsSecret(string userData, SecretTexts secrets) =>
        secrets.AreIn(userData) || Credential().IsMatch(EncodedText.Decode(userData) ?? userData);

    // AWS knows no resource for these actions, so only a statement for all of them allows one.
    private static bool MayOnAll(ResourceNode template, ResourceGraph graph, string action) =>
        GrantedRole.Of(graph, graph.ProfileOf(template)?.Text("role")) is { } role
        && PolicyDecision.AllowsItsRole(
            role.Policies, AccessRequest.OfAnybody(action, "*").With("aws:RequestedRegion", graph.Region));

    // A value that the script computes, $(...), is none, and neither is the ARN of a secret.
    [GeneratedRegex(
        """
        (AKIA|ASIA)[0-9A-Z]{16}
        | -----BEGIN\ [A-Z\ ]*PRIVATE\ KEY-----
        | (?<!:secretsmanager:[a-z0-9-]*:[0-9]*:)(password|passwd|secret(_?access_?key)?|token|api_?key)['"]?\s*[=:]\s*['"]?[^\s'"$({]{6,}
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Credential();
}
