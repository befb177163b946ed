using Infra.Networking;
using Infra.Tests.Support;

namespace Infra.Tests.Networking;

public sealed class S3EndpointPolicyTests
{
    [Test]
    [Requirement("R1")]
    public async Task Policy_Always_AdmitsPackagesAndTheSiteAlone()
    {
        var policy = await Cloud.OutputOf(() => S3EndpointPolicy.Json(Cloud.Account, Networks.SiteBucketArn));

        Assert.That(Json.Of(policy), Is.EqualTo("""
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Sid": "ReadAmazonLinuxPackages",
                  "Effect": "Allow",
                  "Principal": {
                    "AWS": "*"
                  },
                  "Action": [
                    "s3:GetObject"
                  ],
                  "Resource": [
                    "arn:aws:s3:::al2023-repos-eu-west-1-de612dc2/*"
                  ]
                },
                {
                  "Sid": "ReadSite",
                  "Effect": "Allow",
                  "Principal": {
                    "AWS": "*"
                  },
                  "Action": [
                    "s3:GetObject",
                    "s3:GetObjectVersion"
                  ],
                  "Resource": [
                    "arn:aws:s3:::site-bucket/*"
                  ],
                  "Condition": {
                    "StringEquals": {
                      "aws:PrincipalAccount": "123456789012",
                      "aws:ResourceAccount": "123456789012"
                    }
                  }
                },
                {
                  "Sid": "TellMissingSite",
                  "Effect": "Allow",
                  "Principal": {
                    "AWS": "*"
                  },
                  "Action": [
                    "s3:ListBucket",
                    "s3:ListBucketVersions"
                  ],
                  "Resource": [
                    "arn:aws:s3:::site-bucket"
                  ],
                  "Condition": {
                    "StringEquals": {
                      "aws:PrincipalAccount": "123456789012",
                      "aws:ResourceAccount": "123456789012"
                    }
                  }
                }
              ]
            }
            """));
    }

    [Test]
    public async Task Policy_InAnotherPartition_NamesItsBuckets()
    {
        var account = Cloud.Account with { Partition = "aws-cn", Region = "cn-north-1" };

        var policy = await Cloud.OutputOf(() => S3EndpointPolicy.Json(account, Networks.SiteBucketArn));

        Assert.That(policy, Does.Contain("\"arn:aws-cn:s3:::al2023-repos-cn-north-1-de612dc2/*\""));
    }

    [Test]
    public async Task Network_Always_PutsThePolicyOnItsEndpoint([Values] Egress egress)
    {
        var policy = await Cloud.OutputOf(() => S3EndpointPolicy.Json(Cloud.Account, Networks.SiteBucketArn));

        var cloud = await Networks.Run(Networks.Args.With(it => it.Egress = egress));

        Assert.That(cloud.Single("aws:ec2/vpcEndpoint:VpcEndpoint").Text("policy"), Is.EqualTo(policy));
    }
}
