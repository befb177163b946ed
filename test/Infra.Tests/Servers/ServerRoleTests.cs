using Infra.Servers;
using Infra.Tests.Support;

namespace Infra.Tests.Servers;

public sealed class ServerRoleTests
{
    private static Task<Recorded> Run(string region = FakeAws.Region) => Cloud.Run(options => _ = new ServerRole(
        "web",
        new()
        {
            SiteBucketArn = "arn:aws:s3:::web-site-1a2b3c4",
            SiteObjectArn = "arn:aws:s3:::web-site-1a2b3c4/site.tar",
            Account = Cloud.Account with { Region = region },
        },
        options));

    [Test]
    public async Task Role_Always_IsForInstancesAlone() =>
        Assert.That(
            Json.Of((await Run()).Single("aws:iam/role:Role").Text("assumeRolePolicy")),
            Is.EqualTo(Json.Of("""
                {"Version":"2012-10-17","Statement":[
                  {"Sid":"TrustTheService","Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},
                    "Action":["sts:AssumeRole"]}]}
                """)));

    [TestCase("us-gov-west-1", "ec2.amazonaws.com")]
    [TestCase("eusc-de-east-1", "ec2.amazonaws.com")]
    [TestCase("cn-north-1", "ec2.amazonaws.com.cn")]
    [TestCase("cn-northwest-1", "ec2.amazonaws.com.cn")]
    public async Task Role_InAnotherPartition_IsForInstancesAsTheyAreCalledThere(string region, string service) => Assert.That(
        (await Run(region)).Single("aws:iam/role:Role").Text("assumeRolePolicy"), Does.Contain($"{{\"Service\":\"{service}\"}}"));

    [Test]
    public async Task Policy_Always_AllowsTheSiteAndSessionManagerAndNothingElse() =>
        Assert.That(
            Json.Of((await Run()).Single("aws:iam/policy:Policy").Text("policy")),
            Is.EqualTo(Json.Of("""
                {"Version":"2012-10-17","Statement":[
                  {"Sid":"ReadSite","Effect":"Allow","Action":["s3:GetObject","s3:GetObjectVersion"],
                    "Resource":["arn:aws:s3:::web-site-1a2b3c4/site.tar"]},
                  {"Sid":"TellMissingSite","Effect":"Allow","Action":["s3:ListBucket","s3:ListBucketVersions"],
                    "Resource":["arn:aws:s3:::web-site-1a2b3c4"]},
                  {"Sid":"UseSessionManager","Effect":"Allow","Action":["ssm:UpdateInstanceInformation","ssmmessages:CreateControlChannel",
                    "ssmmessages:CreateDataChannel","ssmmessages:OpenControlChannel","ssmmessages:OpenDataChannel"],"Resource":["*"],
                    "Condition":{"StringEquals":{"aws:RequestedRegion":"eu-west-1"}}}]}
                """)));

    [Test]
    [Requirement("R1")]
    public async Task Policy_WithAnApplication_AllowsItsObjectItsSecretsAndNoOthers()
    {
        var recorded = await Cloud.Run(options => _ = new ServerRole("web", new()
        {
            SiteBucketArn = "arn:aws:s3:::web-site-1a2b3c4",
            ApplicationObjectArn = "arn:aws:s3:::web-site-1a2b3c4/application.tar",
            Secrets =
            [
                new("A", "arn:aws:ssm:eu-west-1:111122223333:parameter/a"),
                new("B", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:b-AbCdEf"),
                new("A2", "arn:aws:ssm:eu-west-1:111122223333:parameter/a"),
            ],
            LogGroup = new("app", "arn:aws:logs:eu-west-1:123456789012:log-group:app"),
            Account = Cloud.Account,
        }, options));

        var policy = Json.Of(recorded.Single("aws:iam/policy:Policy").Text("policy"));
        Assert.That(policy, Does.Contain(Json.Of("""
            {"Sid":"ReadSite","Effect":"Allow","Action":["s3:GetObject","s3:GetObjectVersion"],
              "Resource":["arn:aws:s3:::web-site-1a2b3c4/application.tar"]}
            """).Replace("\n", "\n    ", StringComparison.Ordinal)));
        foreach (var statement in new[]
        {
            """
            {"Sid":"ReadParameters","Effect":"Allow","Action":["ssm:GetParameter"],
              "Resource":["arn:aws:ssm:eu-west-1:111122223333:parameter/a"]}
            """,
            """
            {"Sid":"ReadSecrets","Effect":"Allow","Action":["secretsmanager:GetSecretValue"],
              "Resource":["arn:aws:secretsmanager:eu-west-1:111122223333:secret:b-AbCdEf"]}
            """,
            """
            {"Sid":"WriteLogs","Effect":"Allow","Action":["logs:CreateLogStream","logs:PutLogEvents"],
              "Resource":["arn:aws:logs:eu-west-1:123456789012:log-group:app:*"]}
            """,
            """
            {"Sid":"DecryptParameters","Effect":"Allow","Action":["kms:Decrypt"],"Resource":["arn:aws:kms:eu-west-1:123456789012:key/*"],
              "Condition":{"StringEquals":{"kms:ViaService":["ssm.eu-west-1.amazonaws.com"],
                "kms:EncryptionContext:PARAMETER_ARN":["arn:aws:ssm:eu-west-1:111122223333:parameter/a"]}}}
            """,
        })
        {
            Assert.That(policy, Does.Contain(Json.Of(statement).Replace("\n", "\n    ", StringComparison.Ordinal)));
        }
    }

    [Test]
    public async Task Permissions_Always_ComeFromOneCustomerManagedPolicy()
    {
        var recorded = await Run();

        Assert.Multiple(() =>
        {
            Assert.That(
                recorded.Single("aws:iam/rolePolicyAttachment:RolePolicyAttachment").Text("policyArn"),
                Is.EqualTo("arn:aws:iam:eu-west-1:123456789012:web-policy"));
            Assert.That(recorded.All("aws:iam/rolePolicy:RolePolicy"), Is.Empty);
            Assert.That(recorded.Single("aws:iam/role:Role").Inputs.Keys, Is.EquivalentTo(new[] { "assumeRolePolicy", "description" }));
        });
    }

    [Test]
    public async Task InstanceProfile_Always_WaitsForTheRolesPermissions() =>
        Assert.That(
            await (await Run()).Single("aws:iam/instanceProfile:InstanceProfile").DependsOnAsync(),
            Is.EqualTo(new[] { "web-policy-attachment" }));
}
