using Infra.Applications;
using Infra.Common;
using Infra.Networking;
using Infra.Tests.Support;
using Pulumi;

namespace Infra.Tests.Networking;

public sealed class VpcEndpointsTests
{
    private const string Endpoint = "aws:ec2/vpcEndpoint:VpcEndpoint";

    [Test]
    public async Task Endpoints_AreThoseOfSessionManagerAlone()
    {
        var cloud = await Run();

        string[] expected = ["com.amazonaws.eu-west-1.ssm", "com.amazonaws.eu-west-1.ssmmessages"];
        Assert.That(cloud.All(Endpoint).Select(endpoint => endpoint.Text("serviceName")).Order(), Is.EqualTo(expected));
    }

    [Test]
    [Requirement("R1")]
    public async Task Endpoints_ForSecrets_LetThroughTheirReadingAlone()
    {
        var cloud = await Run(Cloud.Account,
            new("A", "arn:aws:ssm:eu-west-1:111122223333:parameter/a"),
            new("B", "arn:aws:secretsmanager:eu-west-1:111122223333:secret:b-AbCdEf"));

        Assert.Multiple(() =>
        {
            Assert.That(cloud.All(Endpoint), Has.Count.EqualTo(3));
            Assert.That(
                cloud.Named("endpoints-secretsmanager").Text("policy"),
                Does.Contain("secretsmanager:GetSecretValue").And.Contain("secret:b-AbCdEf").And.Contain("aws:PrincipalAccount")
                    .And.Not.Contain("\"*\"]"));
            Assert.That(
                cloud.Named("endpoints-ssm").Text("policy"),
                Does.Contain("ssm:UpdateInstanceInformation").And.Contain("ssm:GetParameter").And.Contain("parameter/a"));
            Assert.That(cloud.Named("endpoints-ssmmessages").Text("policy"), Does.Not.Contain("parameter"));
        });
    }

    [Test]
    [Requirement("R1")]
    public async Task Endpoints_ForALogGroup_LetThroughItsWritingAlone()
    {
        var cloud = await Run(Args().With(it => it.LogGroup = new("app", "arn:aws:logs:eu-west-1:123456789012:log-group:app")));

        Assert.That(cloud.All(Endpoint), Has.Count.EqualTo(3));
        Assert.That(
            cloud.Named("endpoints-logs").Text("policy"),
            Does.Contain("[\"logs:CreateLogStream\",\"logs:PutLogEvents\"]").And.Contain("log-group:app:*\"]")
                .And.Contain("aws:PrincipalAccount").And.Not.Contain("\"*\"]"));
    }

    // Not with the reversed suffix of the partition, as other services have in China and in the European Sovereign Cloud.
    [TestCase("cn-north-1", "aws-cn")]
    [TestCase("eusc-de-east-1", "aws-eusc")]
    public async Task Endpoints_InAnotherPartition_AreNamedAlike(string region, string partition)
    {
        var cloud = await Run(Cloud.Account with { Partition = partition, Region = region });

        Assert.That(
            cloud.All(Endpoint).Select(endpoint => endpoint.Text("serviceName")), Has.All.StartsWith($"com.amazonaws.{region}."));
    }

    [TestCase("endpoints-ssm")]
    [TestCase("endpoints-ssmmessages")]
    public async Task Endpoint_OfAService_IsFoundByItsUsualNameInEveryZone(string name)
    {
        var endpoint = (await Run()).Named(name);

        Assert.Multiple(() =>
        {
            Assert.That(endpoint.Text("vpcId"), Is.EqualTo("vpc-1"));
            Assert.That(endpoint.Text("vpcEndpointType"), Is.EqualTo("Interface"));
            Assert.That(endpoint.Flag("privateDnsEnabled"), Is.True);
            Assert.That(endpoint.Texts("subnetIds"), Is.EqualTo(["subnet-a", "subnet-b"]));
            Assert.That(endpoint.Texts("securityGroupIds"), Is.EqualTo(["sg-endpoint"]));
            Assert.That(endpoint.Has("routeTableIds"), Is.False);
        });
    }

    [Test]
    [Requirement("R1")]
    public async Task Endpoint_OfAService_ServesIdentitiesOfTheAccountAlone()
    {
        var endpoint = (await Run()).Named("endpoints-ssmmessages");

        Assert.That(Json.Of(endpoint.Text("policy")), Is.EqualTo("""
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Sid": "ServersOfThisAccount",
                  "Effect": "Allow",
                  "Principal": {
                    "AWS": "*"
                  },
                  "Action": [
                    "ssmmessages:CreateControlChannel",
                    "ssmmessages:CreateDataChannel",
                    "ssmmessages:OpenControlChannel",
                    "ssmmessages:OpenDataChannel"
                  ],
                  "Resource": [
                    "*"
                  ],
                  "Condition": {
                    "StringEquals": {
                      "aws:PrincipalAccount": "123456789012"
                    }
                  }
                }
              ]
            }
            """));
    }

    private static Task<Recorded> Run(AwsAccount? account = null, params ApplicationSecret[] secrets) =>
        Run(Args().With(it => it.Account = account ?? Cloud.Account).With(it => it.Secrets = secrets));

    private static Task<Recorded> Run(VpcEndpointsArgs args) => Cloud.Run(options => _ = new VpcEndpoints("endpoints", args, options));

    private static VpcEndpointsArgs Args() => new()
    {
        Account = Cloud.Account,
        VpcId = "vpc-1",
        PrivateSubnetIds = [Output.Create("subnet-a"), Output.Create("subnet-b")],
        EndpointGroupId = "sg-endpoint",
    };
}
