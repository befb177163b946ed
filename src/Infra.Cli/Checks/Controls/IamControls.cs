using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Controls;

/// <summary>Roles and what they may do.</summary>
internal static class IamControls
{
    // By these a role can give itself more rights, or hand its own to something it controls.
    private static readonly string[] Escalation =
    [
        "iam:PassRole", "iam:Attach*", "iam:Create*", "iam:Put*", "iam:Update*", "iam:Set*", "iam:Add*", "iam:Delete*", "iam:Detach*",
        "sts:AssumeRole",
    ];

    // AWS knows no resource for them, so they can only be allowed on all.
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsessionmanagermessagegatewayservice.html
    private static readonly string[] WithoutResource = ["ssm:UpdateInstanceInformation", "ssmmessages:"];

    private static readonly Subjects Roles = Subjects.OfType(TypeToken.Role, "role");
    private static readonly Subjects Policies = new(
        "policy", graph => graph.OfType(TypeToken.IamPolicy).Concat(graph.OfType(TypeToken.RolePolicy)));

    public static ControlArea Area { get; } = new("IAM",
    [
        new("role-trust", Severity.High, "Every role is for one AWS service, and for nobody else.")
        {
            Sources = ["checkov CKV_AWS_60", "checkov CKV_AWS_61"],
            On = Roles,
            Problem = Expect.None("trusts", (role, _) => NotOneService(
                [.. DeclaredStatement.Of(role, "assumeRolePolicy").Where(statement => statement.IsAllow)
                    .SelectMany(statement => statement.Principals)])),
            Mend = "name the service in assumeRolePolicy's Principal",
        },
        new("role-trust-account", Severity.Medium, "A service that works for everybody may take the role only for this account.")
        {
            // EC2 itself hands out a role's credentials; it has no such condition.
            Sources = ["checkov CKV_AWS_60"],
            On = Roles.Where("role of a service other than EC2", role => !IsForEc2(role)),
            Problem = Allowed("assumeRolePolicy", "trusts, whoever it works for,", statement => statement.NamesAccount
                ? []
                : statement.Principals.Select(principal => principal.Value)),
            Mend = "add a condition on aws:SourceAccount",
        },
        new("role-boundary", Severity.Medium, "Every role has a permissions boundary, so no policy can make more of it than it is for.")
        {
            On = Roles,
            Problem = Expect.Set("permissionsBoundary"),
            Mend = "set permissionsBoundary to the name of the policy that `infra roles` writes",
        },
        new("policy-no-admin", Severity.High, "No policy allows everything.")
        {
            Sources =
            [
                "FSBP IAM.1", "CIS v5 1.15", "CIS v7 2.14", "checkov CKV_AWS_62", "checkov CKV_AWS_63", "checkov CKV_AWS_1",
                "checkov CKV_AWS_49", "checkov CKV2_AWS_40", "cdk-nag IAMPolicyNoStatementsWithAdminAccess",
            ],
            On = Policies,
            Problem = Allowed("policy", "allows", statement => statement.Actions.Where(PolicyPattern.IsEveryAction)),
            Mend = "list the actions that are used",
        },
        new("policy-no-service-wildcard", Severity.Low, "No policy allows all actions of a service.")
        {
            Sources = ["FSBP IAM.21", "trivy AWS-0345", "cdk-nag IAMPolicyNoStatementsWithFullAccess"],
            On = Policies,
            Problem = Allowed("policy", "allows", statement => statement.Actions.Where(PolicyPattern.IsWholeService)),
            Mend = "list the actions that are used",
        },
        new("policy-scoped", Severity.Medium, "Actions are allowed on named resources wherever AWS can tell resources apart.")
        {
            Sources =
            [
                "checkov CKV_AWS_355", "checkov CKV_AWS_356", "checkov CKV_AWS_288", "checkov CKV_AWS_290", "checkov CKV_AWS_108",
                "checkov CKV_AWS_111",
            ],
            On = Policies,
            Problem = Allowed("policy", "allows on everything", statement => statement.Resources.Any(PolicyPattern.IsEverything)
                ? statement.Actions.Where(action => !WithoutResource.Any(known => action.StartsWith(known, StringComparison.Ordinal)))
                : []),
            Mend = "name the resources",
        },
        new("policy-no-wildcard", Severity.Low, "No policy has a wildcard at all.")
        {
            Sources = ["cdk-nag IAM5"],
            On = Policies,
            Problem = Allowed("policy", "has the wildcard", statement =>
                statement.Actions.Concat(statement.Resources).Where(PolicyPattern.HasWildcard)),
            Mend = "write the actions and resources out",
        },
        new("policy-no-escalation", Severity.High, "No policy lets a role give itself or others more rights.")
        {
            Sources =
            [
                "trivy AWS-0342", "checkov CKV_AWS_286", "checkov CKV_AWS_287", "checkov CKV_AWS_289", "checkov CKV_AWS_107",
                "checkov CKV_AWS_109", "checkov CKV_AWS_110",
            ],
            On = Policies,
            Problem = Allowed("policy", "allows", statement => statement.ActionsAmong(Escalation)),
            Mend = "leave roles and policies to the deployment",
        },
        new("policy-kms-scoped", Severity.Medium, "A policy names the keys that it allows to decrypt with, or what is decrypted.")
        {
            Sources = ["FSBP KMS.1", "FSBP KMS.2"],
            On = Policies,
            Problem = Allowed("policy", "allows with every key", statement =>
                statement.Resources.Any(PolicyPattern.IsEveryKey) && !NamesWhatIsDecrypted(statement)
                    ? statement.ActionsAmong(["kms:Decrypt", "kms:ReEncryptFrom"])
                    : []),
            Mend = "name the keys, or by kms:EncryptionContext what is decrypted; servers need no key for their own disks",
        },
        new("policy-customer-managed", Severity.Low, "Roles have policies that the stack writes, none of AWS's broader ones.")
        {
            Sources = ["cdk-nag IAM4", "checkov CKV_AWS_274", "checkov CKV2_AWS_56"],
            On = Subjects.OfType(TypeToken.RolePolicyAttachment, "attached policy"),
            Problem = (attachment, graph) => graph.ByIdOrArn(TypeToken.IamPolicy, attachment.Text("policyArn")) is null
                ? Expect.Actual(attachment, "policyArn")
                : null,
            Mend = "write a Policy with what is used of it",
        },
        new("policy-not-inline", Severity.Low, "Policies are resources of their own, which audits can list.")
        {
            Sources = ["cdk-nag IAMNoInlinePolicy"],
            On = Roles,
            Problem = Expect.All(
                Expect.Unset("inlinePolicies", "managedPolicyArns"),
                Expect.None("has inline", (role, graph) =>
                    Expect.Companions(role, graph, TypeToken.RolePolicy, "role").Select(policy => policy.Name))),
            Mend = "use Policy and RolePolicyAttachment",
        },
    ]);

    // Only what a policy allows can be too much.
    private static Expectation Allowed(string input, string problem, Func<DeclaredStatement, IEnumerable<string>> offenders) =>
        Expect.None(problem, (node, _) => DeclaredStatement.Of(node, input).Where(statement => statement.IsAllow).SelectMany(offenders));

    // https://docs.aws.amazon.com/kms/latest/developerguide/encrypt_context.html
    private static bool NamesWhatIsDecrypted(DeclaredStatement statement) => statement.HasTest(condition =>
        condition.Key.StartsWith("kms:EncryptionContext:", StringComparison.Ordinal) && !PolicyPattern.IsEverything(condition.Value));

    // Of a service with names for regions, such as logs.eu-west-1.amazonaws.com, all are one.
    private static IEnumerable<string> NotOneService(IReadOnlyList<(string Kind, string Value)> trusted)
    {
        var others = trusted.Where(principal => principal.Kind != "Service" || principal.Value == "*").ToList();
        if (others.Count > 0)
            return others.Select(principal => $"{principal.Kind} {principal.Value}");

        var services = trusted.Select(principal => principal.Value).DistinctBy(service => service.Split('.')[0]).ToList();
        return services.Count > 1 ? services : [];
    }

    private static bool IsForEc2(ResourceNode role) =>
        DeclaredStatement.Of(role, "assumeRolePolicy")
            .SelectMany(statement => statement.Principals)
            .All(principal => principal.Value is "ec2.amazonaws.com" or "ec2.amazonaws.com.cn");
}
