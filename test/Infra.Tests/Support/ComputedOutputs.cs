using System.Collections.Immutable;
using Pulumi.Testing;

namespace Infra.Tests.Support;

/// <summary>Outputs that AWS makes and that the program reads: each with the resource's name in it, so that a mix-up shows.</summary>
internal static class ComputedOutputs
{
    public static ImmutableDictionary<string, object> Of(MockResourceArgs args, string id)
    {
        var outputs = ImmutableDictionary<string, object>.Empty.Add("arn", Arn(args));
        var name = args.Name!;
        return args.Type switch
        {
            "aws:ec2/vpc:Vpc" => outputs
                .Add("ipv6CidrBlock", "2001:db8:1234:1a00::/56")
                .Add("defaultSecurityGroupId", $"{name}-default-sg"),
            "aws:ec2/vpcEndpoint:VpcEndpoint" => outputs.Add("prefixListId", $"{name}-prefix-list"),
            "aws:ec2/launchTemplate:LaunchTemplate" => outputs.Add("latestVersion", 7),
            "aws:lb/loadBalancer:LoadBalancer" => outputs
                .Add("dnsName", $"{name}.{FakeAws.Region}.elb.amazonaws.com")
                .Add("zoneId", $"{name}-zone")
                .Add("arnSuffix", $"app/{name}/0123456789abcdef"),
            "aws:lb/targetGroup:TargetGroup" => outputs
                .Add("name", name)
                .Add("arnSuffix", $"targetgroup/{name}/0123456789abcdef"),
            "aws:autoscaling/group:Group" => outputs.Add("name", name),
            "aws:cloudwatch/metricAlarm:MetricAlarm" => outputs.Add("name", $"{name}-name"),
            "aws:s3/bucket:Bucket" => outputs.Add("bucket", name),
            "aws:s3/bucketObjectv2:BucketObjectv2" => outputs.Add("versionId", $"{name}-version"),
            "aws:acm/certificate:Certificate" => outputs.Add("domainValidationOptions", ValidationOptions(args)),
            "aws:acm/certificateValidation:CertificateValidation" => outputs.Add("certificateArn", args.Inputs["certificateArn"]),
            "aws:sns/topicPolicy:TopicPolicy" => outputs.SetItem("arn", args.Inputs["arn"]),
            "aws:cloudwatch/logGroup:LogGroup" or "aws:iam/role:Role" or "aws:iam/instanceProfile:InstanceProfile" =>
                outputs.Add("name", name),
            "aws:route53/record:Record" => outputs.Add("fqdn", args.Inputs.GetValueOrDefault("name", $"{name}.example.com")),
            "tls:index/privateKey:PrivateKey" => outputs.Add("privateKeyPem", $"-----BEGIN RSA PRIVATE KEY-----\n{id}\n"),
            "tls:index/selfSignedCert:SelfSignedCert" => outputs.Add("certPem", $"-----BEGIN CERTIFICATE-----\n{id}\n"),
            _ => outputs,
        };
    }

    private static string Arn(MockResourceArgs args) =>
        args.Type == "aws:s3/bucket:Bucket"
            ? $"arn:aws:s3:::{args.Name}"
            : $"arn:aws:{args.Type!.Split(':')[1].Split('/')[0]}:{FakeAws.Region}:{FakeAws.AccountId}:{args.Name}";

    private static ImmutableArray<object> ValidationOptions(MockResourceArgs args)
    {
        if (!args.Inputs.TryGetValue("domainName", out var domainName))
            return [];

        return
        [
            ImmutableDictionary<string, object>.Empty
                .Add("domainName", domainName)
                .Add("resourceRecordName", $"_challenge.{domainName}")
                .Add("resourceRecordType", "CNAME")
                .Add("resourceRecordValue", "_answer.acm-validations.aws"),
        ];
    }
}
