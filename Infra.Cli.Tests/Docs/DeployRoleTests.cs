using System.Text.Json;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Tests.Docs;

// That the policies let through what a deployment calls, and nothing that nobody can account for. Not that AWS agrees: nobody
// has tried them there.
public sealed class DeployRoleTests
{
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
    private const int ManagedPolicySize = 6144;

    private static readonly string[] Stacks = ["dev", "prod"];

    private static readonly string[] NamedServices = ["iam", "s3", "logs", "sns", "cloudwatch", "wafv2"];

    private static readonly IReadOnlyList<RoleStatement> Statements = DeployRole.Statements(DeployRole.Policies);

    private static IEnumerable<string> Policies => DeployRole.Policies;

    [TestCaseSource(nameof(Policies))]
    public void Policy_Always_FitsIntoAManagedPolicy(string name)
    {
        Assert.That(DeployRole.Text(name).Count(character => !char.IsWhiteSpace(character)), Is.LessThanOrEqualTo(ManagedPolicySize));
    }

    [TestCaseSource(nameof(Stacks))]
    public async Task ResourceType_OfAStack_HasRecordedCalls(string stack)
    {
        var types = (await Resources(stack)).Select(node => node.Type).Distinct();

        Assert.That(types.Except(DeployRole.Calls.Keys), Is.Empty);
    }

    [Test]
    public void Call_OfADeployment_IsAllowed()
    {
        var refused = DeployRole.Calls.SelectMany(type => type.Value.Select(call => (Type: type.Key, Call: call)))
            .Where(one => !Statements.Any(statement => statement.Names(one.Call)));

        Assert.That(refused, Is.Empty);
    }

    [Test]
    public void ReadingCall_OfAPreview_IsAllowedByReadAlone()
    {
        var read = DeployRole.Statements("read");
        var reads = DeployRole.Calls.Values.SelectMany(calls => calls).Where(IsRead).Distinct().ToList();

        Assert.That(reads, Has.Count.GreaterThan(50));
        Assert.That(reads.Where(call => !read.Any(statement => statement.Names(call))), Is.Empty);
    }

    [Test]
    public void PreviewRole_Always_OnlyReads()
    {
        var writes = DeployRole.Statements("read").SelectMany(statement => statement.Actions).Where(action => !IsRead(action));

        Assert.That(writes, Is.EqualTo(["kms:Decrypt"]));
    }

    [Test]
    public void Action_ThatIsAllowed_IsRecordedOrHasAReason()
    {
        var calls = DeployRole.Calls.Values.SelectMany(calls => calls).ToHashSet();
        var unrecorded = Statements.Where(statement => statement.Allows).SelectMany(statement => statement.Actions)
            .Where(action => !calls.Any(call => DeployRole.Matches(action, call))).Distinct();

        Assert.That(unrecorded, Is.EquivalentTo(DeployRole.Further.Values.SelectMany(actions => actions)));
    }

    [Test]
    public void Action_ThatChanges_IsNeverAWildcard()
    {
        var wildcards = Statements.Where(statement => statement.Allows).SelectMany(statement => statement.Actions)
            .Where(action => action.Contains('*', StringComparison.Ordinal));

        Assert.That(
            wildcards,
            Is.EquivalentTo(["ec2:Describe*", "elasticloadbalancing:Describe*", "autoscaling:Describe*", "s3:GetBucket*"]));
    }

    [TestCaseSource(nameof(Stacks))]
    public async Task Resource_ThatAPolicyNames_IsThatOfTheStack(string stack)
    {
        var named = (await Resources(stack))
            .Where(node => Created(node) is { } call && NamedServices.Contains(call.Split(':')[0])).ToList();
        var refused = named.Where(node => !Statements.Any(statement => statement.Names(Created(node)!) && statement.Covers(Arn(node))));

        Assert.That(named, Has.Count.GreaterThan(15));
        Assert.That(refused.Select(node => $"{Created(node)} {Arn(node)}"), Is.Empty);
    }

    [TestCaseSource(nameof(Stacks))]
    public async Task Role_OfTheStack_CanBePassedToWhoeverTrustsIt(string stack)
    {
        var pass = Statements.Single(statement => statement.Names("iam:PassRole"));
        var roles = (await Resources(stack)).Where(node => node.Type == "aws:iam/role:Role").ToList();

        Assert.That(roles, Is.Not.Empty);
        Assert.That(roles.Select(Arn).Where(arn => !pass.Covers(arn)), Is.Empty);
        Assert.That(roles.Select(TrustedService), Is.EquivalentTo(pass.Condition("StringEquals", "iam:PassedToService")));
    }

    [TestCaseSource(nameof(Stacks))]
    public async Task Resource_ThatOnlyItsOwnersMayDelete_SaysWhoseItIs(string stack)
    {
        var guarded = Statements.Where(statement => statement.Condition("StringEquals", "aws:ResourceTag/Project") is ["infra"]).ToList();
        var types = (await Resources(stack))
            .Where(node => DeployRole.Calls[node.Type].Any(call => guarded.Any(statement => statement.Names(call)))).ToList();

        Assert.That(guarded, Has.Count.EqualTo(2));
        Assert.That(types, Has.Count.GreaterThan(20));
        Assert.That(types.Where(node => Tag(node, "Project") != "infra" || Tag(node, "Environment") != stack), Is.Empty);
    }

    [TestCaseSource(nameof(Stacks))]
    public void DeployRole_Always_TrustsOneEnvironmentOfOneRepository(string stack)
    {
        var conditions = Trust("trust-deploy", stack);

        Assert.That(Workflow.Named("deploy").Jobs.Select(job => job.Text("environment")), Has.Member(stack));
        Assert.That(conditions, Is.EqualTo(["sts.amazonaws.com", $"repo:octo-org/octo-repo:environment:{stack}"]));
    }

    [Test]
    public void PreviewRole_Always_TrustsPullRequestsAndMain()
    {
        Assert.That(Trust("trust-preview", "dev"), Is.EqualTo(
            ["sts.amazonaws.com", "repo:octo-org/octo-repo:pull_request", "repo:octo-org/octo-repo:ref:refs/heads/main"]));
    }

    private static async Task<IReadOnlyList<ResourceNode>> Resources(string stack) =>
        [.. (await Graphs.Of(stack)).Nodes.Where(node => node.IsCustom && node.Type.StartsWith("aws:", StringComparison.Ordinal))];

    private static bool IsRead(string action) =>
        action.Split(':')[1] is var name && (name.StartsWith("Get", StringComparison.Ordinal)
            || name.StartsWith("List", StringComparison.Ordinal) || name.StartsWith("Describe", StringComparison.Ordinal));

    // The call that makes a resource of its own, which rules, attachments and settings of others are not.
    private static string? Created(ResourceNode node) => DeployRole.Calls[node.Type].FirstOrDefault(call =>
        call.Split(':')[1] is "PutMetricAlarm" or "PutDashboard" || call.Contains(":Create", StringComparison.Ordinal));

    private static string Arn(ResourceNode node) => node.Output("arn") ?? node.Output("dashboardArn") ?? $"no ARN: {node}";

    private static string? Tag(ResourceNode node, string key) =>
        node.Text($"tags.{key}") ?? Enumerable.Range(0, node.Items("tags").Length)
            .Where(index => node.Text($"tags.{index}.key") == key).Select(index => node.Text($"tags.{index}.value")).FirstOrDefault();

    private static string TrustedService(ResourceNode role) => JsonDocument.Parse(role.Text("assumeRolePolicy")!).RootElement
        .GetProperty("Statement")[0].GetProperty("Principal").GetProperty("Service").GetString()!;

    private static IEnumerable<string> Trust(string policy, string environment) =>
        JsonDocument.Parse(DeployRole.Text(policy, environment)).RootElement
        .GetProperty("Statement")[0].GetProperty("Condition").GetProperty("StringEquals").EnumerateObject()
        .SelectMany(condition => DeployRole.Texts(condition.Value));
}
