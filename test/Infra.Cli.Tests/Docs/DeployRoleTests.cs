using System.Text.Json;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Tests.Roles;

namespace Infra.Cli.Tests.Docs;

// That the policies let through what a deployment calls, and nothing that nobody can account for. Not that AWS agrees: nobody
// has tried them there.
public sealed class DeployRoleTests
{
    private const string Project = "aws:ResourceTag/Project";
    private const string Environment = "aws:ResourceTag/Environment";

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
    private const int ManagedPolicySize = 6144;

    private static readonly string[] NamedServices = ["iam", "s3", "logs", "sns", "cloudwatch", "wafv2"];

    private static IEnumerable<string> Stacks => DeployRole.All;

    [TestCaseSource(nameof(Stacks))]
    public async Task Policy_OfAStack_FitsIntoAManagedPolicy(string stack)
    {
        var role = await DeployRole.Of(stack);

        Assert.That(
            role.Policies.Select(name => role.Document(name).GetRawText().Count(character => !char.IsWhiteSpace(character))),
            Has.All.LessThanOrEqualTo(ManagedPolicySize));
    }

    [TestCase(DeployRole.Dev, "read", "network", "servers", "identity", "data", "limits")]
    [TestCase(DeployRole.Prod, "read", "network", "servers", "identity", "data", "limits", "dns")]
    public async Task Policies_OfAStack_AreOfRecordsOnlyIfItMakesAny(string stack, params string[] policies) =>
        Assert.That((await DeployRole.Of(stack)).Policies, Is.EqualTo(policies));

    [TestCaseSource(nameof(Stacks))]
    public async Task ResourceType_OfAStack_HasKnownCalls(string stack)
    {
        var role = await DeployRole.Of(stack);

        Assert.That(Resources(role).Select(node => node.Type).Distinct().Except(role.Calls.Keys), Is.Empty);
    }

    [TestCaseSource(nameof(Stacks))]
    public async Task Call_OfADeployment_IsAllowed(string stack)
    {
        var role = await DeployRole.Of(stack);
        var refused = Resources(role).SelectMany(node => role.Calls[node.Type].Select(call => (node.Type, Call: call))).Distinct()
            .Where(one => !role.Statements.Any(statement => statement.Names(one.Call)));

        Assert.That(refused, Is.Empty);
    }

    [TestCaseSource(nameof(Stacks))]
    public async Task ReadingCall_OfAPreview_IsAllowedByReadAlone(string stack)
    {
        var role = await DeployRole.Of(stack);
        var read = role.StatementsOf("read");
        var reads = role.Calls.Values.SelectMany(calls => calls).Where(DeployRole.IsRead).Distinct().ToList();

        Assert.That(reads, Has.Count.GreaterThan(50));
        Assert.That(reads.Where(call => !read.Any(statement => statement.Names(call))), Is.Empty);
    }

    [TestCaseSource(nameof(Stacks))]
    public async Task PreviewRole_OfAStack_OnlyReads(string stack)
    {
        var role = await DeployRole.Of(stack);
        var preview = role.Document("roles")[1].GetProperty("policies").EnumerateObject().Select(policy => policy.Value.GetString()!);
        var writes = role.StatementsOf(preview).SelectMany(statement => statement.Actions).Where(action => !DeployRole.IsRead(action));

        Assert.That(writes, Is.EqualTo(["kms:Decrypt"]));
    }

    // The actions on gateways, too: they have a reason only where there is one.
    [TestCaseSource(nameof(Stacks))]
    public async Task Action_ThatIsAllowed_IsRecordedOrHasAReason(string stack)
    {
        var role = await DeployRole.Of(stack);
        var calls = role.Calls.Values.SelectMany(calls => calls).ToHashSet();
        var unrecorded = role.Statements.Where(statement => statement.Allows).SelectMany(statement => statement.Actions)
            .Where(action => !calls.Any(call => DeployRole.Matches(action, call))).Distinct();

        Assert.That(unrecorded, Is.EquivalentTo(DeployRole.Further.Values.SelectMany(actions => actions)));
    }

    [TestCaseSource(nameof(Stacks))]
    public async Task Action_ThatChanges_IsNeverAWildcard(string stack)
    {
        var wildcards = (await DeployRole.Of(stack)).Statements.Where(statement => statement.Allows)
            .SelectMany(statement => statement.Actions).Where(action => action.Contains('*', StringComparison.Ordinal));

        Assert.That(
            wildcards,
            Is.EquivalentTo(["ec2:Describe*", "elasticloadbalancing:Describe*", "autoscaling:Describe*", "s3:GetBucket*"]));
    }

    [TestCaseSource(nameof(Stacks))]
    public async Task Resource_ThatAPolicyNames_IsThatOfTheStack(string stack)
    {
        var role = await DeployRole.Of(stack);
        var named = Resources(role).Where(node => Created(role, node) is { } call && NamedServices.Contains(call.Split(':')[0])).ToList();
        var refused = named.Where(node =>
            !role.Statements.Any(statement => statement.Names(Created(role, node)!) && statement.Covers(DeployRole.Arn(node))));

        Assert.That(named, Has.Count.GreaterThan(15));
        Assert.That(refused.Select(node => $"{Created(role, node)} {DeployRole.Arn(node)}"), Is.Empty);
    }

    [TestCaseSource(nameof(Stacks))]
    public async Task Resource_ThatAPolicyNames_IsInThePartitionOfTheStack(string stack)
    {
        var role = await DeployRole.Of(stack);
        var arns = role.Statements.SelectMany(statement => statement.Resources).Where(resource => resource != "*").ToList();

        Assert.That(arns, Has.Count.GreaterThan(30));
        Assert.That(arns, Has.All.StartsWith($"arn:{role.Partition}:"));
    }

    [TestCaseSource(nameof(Stacks))]
    public async Task Region_OfACall_IsThatOfTheStack(string stack)
    {
        var role = await DeployRole.Of(stack);
        var regions = role.Statements.SelectMany(statement => statement.Condition("StringEquals", "aws:RequestedRegion")).ToList();

        Assert.That(regions, Has.Count.GreaterThan(4));
        Assert.That(regions, Has.All.EqualTo(role.Graph.Region));
    }

    [TestCaseSource(nameof(Stacks))]
    public async Task Role_OfTheStack_CanBePassedToWhoeverTrustsIt(string stack)
    {
        var role = await DeployRole.Of(stack);
        var pass = role.Statements.Single(statement => statement.Names("iam:PassRole"));
        var roles = Resources(role).Where(node => node.Type == TypeToken.Role).ToList();

        Assert.That(roles, Is.Not.Empty);
        Assert.That(roles.Select(DeployRole.Arn).Where(arn => !pass.Covers(arn)), Is.Empty);
        Assert.That(roles.Select(DeployRole.TrustedService), Is.EquivalentTo(pass.Condition("StringEquals", "iam:PassedToService")));
    }

    [TestCaseSource(nameof(Stacks))]
    public async Task Resource_OfAnother_IsDenied(string stack)
    {
        var role = await DeployRole.Of(stack);
        var denied = role.Statements.Where(statement => !statement.Allows).ToList();

        Assert.That(
            denied.SelectMany(statement => statement.Condition("StringNotEquals", Project)), Is.EqualTo([role.Graph.ProjectName]));
        Assert.That(
            denied.SelectMany(statement => statement.Condition("StringNotEquals", Environment)), Is.EqualTo([role.Graph.StackName]));
    }

    [TestCase("ec2:DeleteNatGateway")]
    [TestCase("ec2:ReleaseAddress")]
    public async Task Gateway_OfAVariant_IsDeletedOnlyByItsOwners(string call)
    {
        var role = await DeployRole.Of(DeployRole.Nat);

        Assert.That(role.Statements.Where(statement => statement.Names(call)), Is.Not.Empty.And.SubsetOf(Guarded(role)));
    }

    [TestCase(DeployRole.Dev)]
    [TestCase(DeployRole.Prod)]
    public async Task DeployRole_Always_TrustsOneEnvironmentOfOneRepository(string stack) =>
        Assert.That(
            await TrustAsync("trust-deploy", stack), Is.EqualTo(["sts.amazonaws.com", $"repo:octo-org/octo-repo:environment:{stack}"]));

    // It follows the creation by seconds, and a tag can take minutes to count:
    // https://docs.aws.amazon.com/kms/latest/developerguide/tag-authorization.html.
    [TestCase(DeployRole.Dev)]
    [TestCase(DeployRole.Prod)]
    public async Task RotationOfANewKey_DependsOnNoTag(string stack)
    {
        var role = await DeployRole.Of(stack);
        var request = new IamRequest("kms:EnableKeyRotation", "arn:aws:kms:eu-west-1:123456789012:key/new")
            .With("aws:RequestedRegion", role.Graph.Region);

        Assert.That(IamEvaluator.Allows(role.Statements, request));
    }

    [TestCase(DeployRole.Dev, "pull_request")]
    [TestCase(DeployRole.Prod, "environment:prod-preview")]
    public async Task PreviewRole_OfAStack_TrustsItsPullRequestsAndMain(string stack, string pullRequests)
    {
        Assert.That(await TrustAsync("trust-preview", stack), Is.EqualTo(
            ["sts.amazonaws.com", $"repo:octo-org/octo-repo:{pullRequests}", "repo:octo-org/octo-repo:ref:refs/heads/main"]));
    }

    private static IReadOnlyList<ResourceNode> Resources(DeployRole role) =>
        [.. role.Graph.Nodes.Where(node => node.IsCustom && node.Type.StartsWith("aws:", StringComparison.Ordinal))];

    // The statements that let be done only what is done to the stack's own.
    private static IReadOnlyList<RoleStatement> Guarded(DeployRole role) =>
        [.. role.Statements.Where(statement => statement.Condition("StringEquals", Project).Length > 0)];

    // The call that makes a resource of its own, which rules, attachments and settings of others are not.
    private static string? Created(DeployRole role, ResourceNode node) => role.Calls[node.Type].FirstOrDefault(call =>
        call.Split(':')[1] is "PutMetricAlarm" or "PutDashboard" || call.Contains(":Create", StringComparison.Ordinal));

    private static async Task<IEnumerable<string>> TrustAsync(string document, string stack) =>
        (await DeployRole.Of(stack)).Document(document).GetProperty("Statement")[0].GetProperty("Condition").GetProperty("StringEquals")
        .EnumerateObject().SelectMany(condition => DeployRole.Texts(condition.Value));
}
