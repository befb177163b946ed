using Infra.Cli.Diagram.Facts;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Tests.Checks;

namespace Infra.Cli.Tests.Diagram;

/// <summary>What a drawing says that servers may do.</summary>
internal sealed class RightsTextTests
{
    [Test]
    public async Task Rights_OfProd_AreThoseOfItsRole() => Assert.That(
        Of(await Graphs.Of("prod")), Is.EqualTo(["read site.tar", "list the bucket", "be reached by Session Manager"]));

    [Test]
    public async Task Rights_OfAnApplication_NameItsObjectItsSecretsAndItsLog()
    {
        const string Parameters = "arn:aws:ssm:eu-west-1:111122223333:parameter";
        const string Secrets = $"""applicationSecrets=["TOKEN={Parameters}/a","KEY={Parameters}/b"]""";
        var graph = await Graphs.Of(
            "prod", "egress=endpoints", "siteDirectory=site", "applicationDirectory=application", "applicationCommand=./run", Secrets);

        Assert.That(Of(graph), Is.EqualTo([
            "read site.tar, application.tar", "list the bucket", "be reached by Session Manager", "read 2 parameters",
            "decrypt what it reads", "write logs",
        ]));
    }

    [Test]
    public async Task Rights_ThatHaveNoWords_AreNamedByTheirActions()
    {
        const string Document = """
            {"Statement": [
                {"Effect": "Allow", "Action": "iam:PassRole", "Resource": "*"},
                {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"},
                {"Effect": "Deny", "Action": ["ec2:RunInstances"], "Resource": "arn:aws:ec2:::instance/i"}]}
            """;
        var graph = Edited(await Graphs.Of("dev"), TypeToken.IamPolicy, "policy", Document);

        Assert.That(Of(graph), Is.EqualTo(["iam:PassRole on everything", "s3:GetObject on everything", "never ec2:RunInstances"]));
    }

    [Test]
    public async Task Rights_ByAPolicyOfAws_NameIt()
    {
        var graph = Edited(
            await Graphs.Of("dev"), TypeToken.RolePolicyAttachment, "policyArn", "arn:aws:iam::aws:policy/AmazonSSMFullAccess");

        Assert.That(Of(graph), Is.EqualTo(["what AmazonSSMFullAccess allows"]));
    }

    [Test]
    public async Task Rights_ThatAPlanDoesNotTell_AreSaidToBeKnownLater() => Assert.That(
        Of(Edited(await Graphs.Of("dev"), TypeToken.IamPolicy, "policy", "—")), Is.EqualTo(["known after the deployment"]));

    [Test]
    public async Task Rights_WithoutARole_AreNone() => Assert.That(
        Of(Edited(await Graphs.Of("dev"), TypeToken.InstanceProfile, "role", "elsewhere")),
        Is.EqualTo(["nothing: they have no role of this stack"]));

    [Test]
    public void Rights_OfARoleWithoutPolicies_AreNone() =>
        Assert.That(RightsText.Of(new("servers", [], [])), Is.EqualTo(["nothing"]));

    // Words for a statement are for all of its actions, or there are none.
    [TestCase("s3:GetObject", "arn:aws:s3:::site/a.tar arn:aws:s3:::site/b/c.tar", "read a.tar, b/c.tar")]
    [TestCase("s3:GetObject", "arn:aws:s3:::site", "read the bucket")]
    [TestCase("s3:GetObject s3:PutObject", "arn:aws:s3:::site/a.tar", "s3:GetObject, s3:PutObject")]
    [TestCase("s3:ListBucket", "arn:aws:s3:::site", "list the bucket")]
    [TestCase("s3:ListAllMyBuckets", "*", "s3:ListAllMyBuckets on everything")]
    [TestCase("ssm:UpdateInstanceInformation", "*", "be reached by Session Manager")]
    [TestCase("ssm:UpdateInstanceInformation ssm:SendCommand", "*", "ssm:UpdateInstanceInformation, ssm:SendCommand on everything")]
    [TestCase("logs:CreateLogStream logs:PutLogEvents", "arn:aws:logs:::log-group:a:*", "write logs")]
    [TestCase("logs:PutLogEvents logs:DeleteLogGroup", "arn:aws:logs:::log-group:a:*", "logs:PutLogEvents, logs:DeleteLogGroup")]
    [TestCase("ssm:GetParameters", "arn:aws:ssm:::parameter/a", "read one parameter")]
    [TestCase("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:::secret:a", "read one secret")]
    [TestCase("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:::secret:a arn:aws:secretsmanager:::secret:b", "read 2 secrets")]
    [TestCase("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:::secret:a arn:aws:secretsmanager:::secret:*", "read any secret")]
    [TestCase("kms:Decrypt", "arn:aws:kms:::key/a", "decrypt what it reads")]
    [TestCase("kms:Decrypt kms:Encrypt", "arn:aws:kms:::key/a", "kms:Decrypt, kms:Encrypt")]
    public void Rights_OfAStatement_AreSaidInAFewWords(string actions, string resources, string said)
    {
        var statement = new DeclaredStatement
        {
            IsAllow = true,
            Actions = actions.Split(' '),
            Resources = resources.Split(' '),
            Principals = [],
            Conditions = [],
        };

        Assert.That(RightsText.Of(new("servers", [statement], [])), Is.EqualTo([said]));
    }

    private static IReadOnlyList<string> Of(ResourceGraph graph) => RightsText.Of(new DeclaredStack(graph).Groups[0].LaunchTemplate!.Role);

    // Flow logs have a role with a policy of its own.
    private static ResourceGraph Edited(ResourceGraph graph, string type, string input, object value) =>
        graph.With(node => node.Type == type && !node.Name.Contains("flow", StringComparison.Ordinal)
            ? node with { Inputs = node.Inputs.SetItem(input, value) }
            : node);
}
