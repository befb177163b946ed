using Infra.Networking;
using Infra.Tests.Support;

namespace Infra.Tests.Networking;

public sealed class FlowLogsTests
{
    private static readonly FlowLogsArgs Args = new() { Account = Cloud.Account, VpcId = "vpc-1", RetentionDays = 365 };

    [Test]
    public async Task FlowLog_Always_RecordsAllTrafficOfTheVpc()
    {
        var cloud = await Run();

        var log = cloud.Single("aws:ec2/flowLog:FlowLog");
        Assert.Multiple(() =>
        {
            Assert.That(log.Text("vpcId"), Is.EqualTo("vpc-1"));
            Assert.That(log.Text("trafficType"), Is.EqualTo("ALL"));
            Assert.That(log.Text("logDestinationType"), Is.EqualTo("cloud-watch-logs"));
            Assert.That(log.Text("logDestination"), Is.EqualTo("arn:aws:cloudwatch:eu-west-1:123456789012:logs-group"));
            Assert.That(log.Text("iamRoleArn"), Is.EqualTo("arn:aws:iam:eu-west-1:123456789012:logs-role"));
            Assert.That(cloud.Single("aws:cloudwatch/logGroup:LogGroup").Number("retentionInDays"), Is.EqualTo(365));
        });
        Assert.That(await log.DependsOnAsync(), Is.EqualTo(["logs-attachment"]));
    }

    [Test]
    public async Task Role_Always_TrustsFlowLogsOfThisAccountAlone()
    {
        var role = (await Run()).Single("aws:iam/role:Role");

        Assert.That(Json.Of(role.Text("assumeRolePolicy")), Is.EqualTo("""
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Sid": "TrustFlowLogsOfThisAccount",
                  "Effect": "Allow",
                  "Principal": {
                    "Service": "vpc-flow-logs.amazonaws.com"
                  },
                  "Action": [
                    "sts:AssumeRole"
                  ],
                  "Condition": {
                    "StringEquals": {
                      "aws:SourceAccount": "123456789012"
                    },
                    "ArnLike": {
                      "aws:SourceArn": "arn:aws:ec2:eu-west-1:123456789012:vpc-flow-log/*"
                    }
                  }
                }
              ]
            }
            """));
    }

    [Test]
    public async Task Role_Always_WritesToItsLogGroupAlone()
    {
        var cloud = await Run();

        var attachment = cloud.Single("aws:iam/rolePolicyAttachment:RolePolicyAttachment");
        Assert.Multiple(() =>
        {
            Assert.That(Json.Of(cloud.Single("aws:iam/policy:Policy").Text("policy")), Is.EqualTo("""
                {
                  "Version": "2012-10-17",
                  "Statement": [
                    {
                      "Sid": "WriteStreams",
                      "Effect": "Allow",
                      "Action": [
                        "logs:CreateLogStream",
                        "logs:DescribeLogStreams",
                        "logs:PutLogEvents"
                      ],
                      "Resource": [
                        "arn:aws:cloudwatch:eu-west-1:123456789012:logs-group:*"
                      ]
                    },
                    {
                      "Sid": "FindTheGroup",
                      "Effect": "Allow",
                      "Action": [
                        "logs:DescribeLogGroups"
                      ],
                      "Resource": [
                        "arn:aws:logs:eu-west-1:123456789012:log-group:*"
                      ]
                    }
                  ]
                }
                """));
            Assert.That(attachment.Text("role"), Is.EqualTo("logs-role"));
            Assert.That(attachment.Text("policyArn"), Is.EqualTo("arn:aws:iam:eu-west-1:123456789012:logs-policy"));
        });
    }

    private static Task<Recorded> Run() => Cloud.Run(options => _ = new FlowLogs("logs", Args, options));
}
