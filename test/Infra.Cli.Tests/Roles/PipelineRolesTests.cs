using System.Text.Json.Nodes;
using Infra.Cli.Roles;
using Infra.Common;

namespace Infra.Cli.Tests.Roles;

/// <summary>What is not seen on the stacks of <c>DeployRoleTests</c>.</summary>
internal sealed class PipelineRolesTests
{
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
    private const int ManagedPolicySize = 6144;
    private const int TrustPolicySize = 2048;

    private const string KeyId = "1234abcd-12ab-34cd-56ef-1234567890ab";

    private static readonly AccountFacts Account = new("123456789012", "octo-org/octo-repo", "octo-state", KeyId);

    private static readonly StackFacts Stack = new(
        "infra", "dev", "eu-west-1", Site: new("www.example.com", "Z0123456789ABCDEFGHIJ"), HasNat: true, IsProtected: false,
        Boundary: "infra-dev-boundary");

    [Test]
    public void Document_WithTheLongestNames_FitsIntoItsPolicy()
    {
        var stack = Stack with
        {
            Project = new('p', 28),
            Stack = new('s', 27),
            Region = "ap-southeast-1",
            Site = new(new('d', 253), "Z" + new string('0', 31)),
            Boundary = $"{new string('t', 383)}/{new string('b', 128)}",
        };
        var account = Account with
        {
            Repository = $"{new string('o', 39)}@{ulong.MaxValue}/{new string('r', 100)}@{ulong.MaxValue}",
            StateBucket = new('b', 63),
        };
        Assert.That(new RoleNames(stack.Project, stack.Stack).Problem, Is.Null);
        Assert.That(new RoleNames($"{stack.Project}p", stack.Stack).Problem, Is.Not.Null);

        var documents = PipelineRoles.Of(stack, account).Documents;
        var tooLong = documents.Where(document => document.Json.ToJsonString().Length > Limit(document)).Select(document => document.Name);

        Assert.That(documents, Has.Count.EqualTo(10));
        Assert.That(tooLong, Is.Empty);
    }

    [Test]
    public void Document_OfAStack_HasNoPlaceholder()
    {
        var documents = PipelineRoles.Of(Stack, Account).Documents.Select(document => document.Json.ToJsonString());

        Assert.That(documents, Has.All.Not.Contains("\\u003C"));
        Assert.That(documents, Has.All.Not.Contains("<"));
    }

    [Test]
    public void Policies_OfTheRoles_AreAllThereAreDocumentsFor()
    {
        var roles = PipelineRoles.Of(Stack, Account);
        var used = roles.Roles.SelectMany(role => role.Policies.Values.Append(role.Trust)).Append("boundary").Distinct();

        Assert.That(roles.Roles.Select(role => (role.Name, role.Trust)), Is.EqualTo(
            [("infra-deploy-dev", "trust-deploy"), ("infra-preview-dev", "trust-preview")]));
        Assert.That(roles.Documents.Select(document => document.Name), Is.EquivalentTo(used));
        Assert.That(roles.Roles[1].Policies, Is.EqualTo(new Dictionary<string, string> { ["infra-dev-read"] = "read" }));
    }

    [TestCase(KeyId, "arn:aws-us-gov:kms:us-gov-west-1:123456789012:key/" + KeyId)]
    [TestCase("arn:aws-us-gov:kms:us-gov-east-1:210987654321:key/" + KeyId, "arn:aws-us-gov:kms:us-gov-east-1:210987654321:key/" + KeyId)]
    public void StateKey_ById_IsInTheRegionOfTheStack(string key, string arn)
    {
        var documents = PipelineRoles.Of(Stack with { Region = "us-gov-west-1" }, Account with { StateKey = key }).Documents;

        Assert.That(
            documents.SelectMany(document => Resources(document.Json)).Where(resource => resource.Contains(":kms:")),
            Is.EqualTo([arn, arn, arn]));
    }

    [Test]
    public void Dns_OfADomain_IsItAndWhatIsBelow()
    {
        var dns = PipelineRoles.Of(Stack, Account).Documents.Single(document => document.Name == "dns").Json["Statement"]![0]!;

        Assert.That(dns["Resource"]!.GetValue<string>(), Is.EqualTo("arn:aws:route53:::hostedzone/Z0123456789ABCDEFGHIJ"));
        Assert.That(
            dns["Condition"]!["ForAllValues:StringLike"]!.AsObject().Single().Value!.AsArray().Select(name => name!.GetValue<string>()),
            Is.EqualTo(["www.example.com", "*.www.example.com"]));
    }

    // Any pull request may run a job in an environment that nobody reviews, and in none.
    [TestCase(false, "repo:octo-org/octo-repo:pull_request")]
    [TestCase(true, "repo:octo-org/octo-repo:environment:dev-preview")]
    public void TrustOfThePreview_OfAProtectedStack_AsksForAReview(bool isProtected, string subject)
    {
        var trust = PipelineRoles.Of(Stack with { IsProtected = isProtected }, Account).Documents
            .Single(document => document.Name == "trust-preview").Json["Statement"]![0]!["Condition"]!["StringEquals"]!;

        Assert.That(
            trust["token.actions.githubusercontent.com:sub"]!.AsArray().Select(one => one!.GetValue<string>()),
            Is.EqualTo([subject, "repo:octo-org/octo-repo:ref:refs/heads/main"]));
    }

    [TestCase("prod-preview")]
    [TestCase("PROD-Preview")]
    public void Stack_ThatHasTheNameOfAnotherOnesPreview_HasNoRoles(string name) => Assert.That(
        (Stack with { Stack = name }).Problems, Is.EqualTo([
            $"a stack's name must not end in -preview, got '{name}': that is the environment in which pull requests are previewed "
            + "against the stack of the name before it; change the stack's",
        ]));

    [TestCase(null, "eu-west-1::parameter/aws/service/ami-amazon-linux-latest/*")]
    [TestCase("/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64",
        "eu-west-1::parameter/aws/service/ami-amazon-linux-latest/*")]
    [TestCase("/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id", "eu-west-1::parameter/aws/service/ecs/*")]
    [TestCase("/images/web:3", "eu-west-1:123456789012:parameter/images/web")]
    [TestCase("web", "eu-west-1:123456789012:parameter/web")]
    public void Image_OfAParameter_CanBeLookedUp(string? parameter, string resource)
    {
        var documents = PipelineRoles.Of(Stack with { ImageParameter = parameter }, Account).Documents;

        Assert.That(
            documents.SelectMany(document => Resources(document.Json)).Where(one => one.Contains(":ssm:")),
            Is.EqualTo([$"arn:aws:ssm:{resource}"]));
    }

    private static int Limit(RoleDocument document) =>
        document.Name is RoleDocument.TrustDeploy or RoleDocument.TrustPreview ? TrustPolicySize : ManagedPolicySize;

    private static IEnumerable<string> Resources(JsonObject document) =>
        document["Statement"]!.AsArray().Select(statement => statement!["Resource"]).OfType<JsonValue>()
            .Select(resource => resource.GetValue<string>());
}
