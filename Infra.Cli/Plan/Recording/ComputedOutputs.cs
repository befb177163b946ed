using System.Collections.Immutable;

namespace Infra.Cli.Plan.Recording;

/// <summary>What AWS and the TLS provider compute for each type of resource: its id, and the outputs that are not among its inputs.</summary>
internal static class ComputedOutputs
{
    public delegate (string Id, ImmutableDictionary<string, object> Outputs) Computation(ResourceRequest request);

    /// <summary>Fails on a type that it does not know, so that a new resource can't slip in with made-up nothing.</summary>
    public static (string Id, ImmutableDictionary<string, object> Outputs) Of(ResourceRequest request) =>
        ByType.TryGetValue(request.Type, out var computation)
            ? computation(request)
            : throw new NotSupportedException($"the offline cloud does not know the resource type {request.Type}; add it to {nameof(ComputedOutputs)}");

    private static readonly Dictionary<string, Computation> ByType = new(StringComparer.Ordinal)
    {
        ["aws:ec2/vpc:Vpc"] = request => Ec2("vpc", "vpc", request, Ipv6Of(request).Append(("defaultSecurityGroupId", "sg-0" + request.Made.Hex(15) + "d"))),
        ["aws:ec2/subnet:Subnet"] = request => Ec2("subnet", "subnet", request),
        ["aws:ec2/internetGateway:InternetGateway"] = request => Ec2("igw", "internet-gateway", request),
        ["aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway"] = request => Ec2("eigw", "egress-only-internet-gateway", request),
        ["aws:ec2/routeTable:RouteTable"] = request => Ec2("rtb", "route-table", request),
        ["aws:ec2/route:Route"] = request => Plain("r-" + request.Text("routeTableId") + request.Made.Number),
        ["aws:ec2/routeTableAssociation:RouteTableAssociation"] = request => Plain(request.Made.ResourceId("rtbassoc")),
        ["aws:ec2/eip:Eip"] = request => Ec2("eipalloc", "elastic-ip", request, [("publicIp", $"198.51.100.{Convert.ToByte(request.Made.Hex(2), 16)}")]),
        ["aws:ec2/natGateway:NatGateway"] = request => Ec2("nat", "natgateway", request),
        ["aws:ec2/networkAcl:NetworkAcl"] = request => Ec2("acl", "network-acl", request),
        ["aws:ec2/networkAclRule:NetworkAclRule"] = request => Plain("nacl-" + request.Made.Number),
        ["aws:ec2/networkAclAssociation:NetworkAclAssociation"] = request => Plain(request.Made.ResourceId("aclassoc")),
        ["aws:ec2/securityGroup:SecurityGroup"] = request => Ec2("sg", "security-group", request, [("name", request.Made.AutoName)]),
        ["aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"] = request => Ec2("sg", "security-group", request, [("name", "default")]),
        ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"] = request => Ec2("sgr", "security-group-rule", request),
        ["aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"] = request => Ec2("sgr", "security-group-rule", request),
        ["aws:ec2/vpcEndpoint:VpcEndpoint"] = request => Ec2("vpce", "vpc-endpoint", request, [("prefixListId", "pl-" + request.Made.Hex(8))]),
        ["aws:ec2/flowLog:FlowLog"] = request => Ec2("fl", "vpc-flow-log", request),
        ["aws:ec2/launchTemplate:LaunchTemplate"] = request => Ec2("lt", "launch-template", request, [("name", request.Made.AutoName), ("latestVersion", 1), ("defaultVersion", 1)]),

        ["aws:lb/loadBalancer:LoadBalancer"] = LoadBalancer,
        ["aws:lb/targetGroup:TargetGroup"] = TargetGroup,
        ["aws:lb/listener:Listener"] = request => ByArn("elasticloadbalancing", $"listener/app/{request.Made.AutoName}/{request.Made.Hex(16)}/{request.Made.Hex(15)}1", request),
        ["aws:autoscaling/group:Group"] = request => Named("autoscaling", $"autoScalingGroup:{request.Made.Uuid}:autoScalingGroupName/{request.Made.AutoName}", request),
        ["aws:autoscaling/policy:Policy"] = request => Named("autoscaling", $"scalingPolicy:{request.Made.Uuid}:policyName/{request.Made.AutoName}", request),
        ["aws:autoscaling/notification:Notification"] = request => Plain(request.Text("topicArn")),

        ["aws:acm/certificate:Certificate"] = request => ByArn("acm", $"certificate/{request.Made.Uuid}", request, ValidationOptionsOf(request)),
        ["aws:acm/certificateValidation:CertificateValidation"] = request => Plain("2026-01-01 00:00:00 +0000 UTC"),
        ["aws:route53/record:Record"] = request => Plain(
            $"{request.Text("zoneId")}_{request.Text("name")}_{request.Text("type")}", ("fqdn", request.Text("name"))),

        ["aws:iam/role:Role"] = request => Iam("role", request),
        ["aws:iam/policy:Policy"] = request => ById(Synthetic.GlobalArn("iam", $"policy/{request.Made.AutoName}"), ("name", request.Made.AutoName)),
        ["aws:iam/rolePolicyAttachment:RolePolicyAttachment"] = request => Plain(request.Made.AutoName),
        ["aws:iam/instanceProfile:InstanceProfile"] = request => Iam("instance-profile", request),
        ["aws:kms/key:Key"] = request => (request.Made.Uuid, Outputs(("arn", request.Made.Arn("kms", $"key/{request.Made.Uuid}")), ("keyId", request.Made.Uuid))),
        ["aws:kms/alias:Alias"] = request => Plain($"alias/{request.Made.AutoName}", ("name", $"alias/{request.Made.AutoName}")),

        ["aws:s3/bucket:Bucket"] = Bucket,
        ["aws:s3/bucketObjectv2:BucketObjectv2"] = request => Plain(
            $"{request.Text("bucket")}/{request.Text("key")}",
            ("arn", $"arn:{Synthetic.Partition}:s3:::{request.Text("bucket")}/{request.Text("key")}"), ("versionId", request.Made.Hex(32))),
        ["aws:s3/bucketPolicy:BucketPolicy"] = OfBucket,
        ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"] = OfBucket,
        ["aws:s3/bucketOwnershipControls:BucketOwnershipControls"] = OfBucket,
        ["aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration"] = OfBucket,
        ["aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration"] = OfBucket,
        ["aws:s3/bucketVersioning:BucketVersioning"] = OfBucket,
        ["aws:s3/bucketLogging:BucketLogging"] = OfBucket,

        ["aws:sns/topic:Topic"] = request => ByArn("sns", request.Made.AutoName, request, [("name", request.Made.AutoName)]),
        ["aws:sns/topicPolicy:TopicPolicy"] = request => Plain(request.Text("arn")),
        ["aws:sns/topicSubscription:TopicSubscription"] = request => ById($"{request.Text("topic")}:{request.Made.Uuid}"),
        ["aws:cloudwatch/logGroup:LogGroup"] = request => Named("logs", $"log-group:{request.Made.AutoName}", request),
        ["aws:cloudwatch/logResourcePolicy:LogResourcePolicy"] = request => Plain(request.Made.AutoName, ("policyName", request.Made.AutoName)),
        ["aws:cloudwatch/metricAlarm:MetricAlarm"] = request => Named("cloudwatch", $"alarm:{request.Made.AutoName}", request),
        ["aws:cloudwatch/compositeAlarm:CompositeAlarm"] = request => Named("cloudwatch", $"alarm:{request.Made.AutoName}", request),
        ["aws:cloudwatch/dashboard:Dashboard"] = request => Plain(
            request.Text("dashboardName"), ("dashboardArn", Synthetic.GlobalArn("cloudwatch", $"dashboard/{request.Text("dashboardName")}"))),
        ["aws:wafv2/webAcl:WebAcl"] = request => (request.Made.Uuid, Outputs(
            ("arn", request.Made.Arn("wafv2", $"regional/webacl/{request.Made.AutoName}/{request.Made.Uuid}")), ("name", request.Made.AutoName))),
        ["aws:wafv2/webAclAssociation:WebAclAssociation"] = request => Plain($"{request.Text("webAclArn")},{request.Text("resourceArn")}"),
        ["aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration"] = request => Plain(request.Text("resourceArn")),

        ["tls:index/privateKey:PrivateKey"] = TlsOutputs.PrivateKey,
        ["tls:index/selfSignedCert:SelfSignedCert"] = TlsOutputs.SelfSignedCert,
    };

    private static (string, ImmutableDictionary<string, object>) Ec2(
        string prefix, string resource, ResourceRequest request, IEnumerable<(string, object)>? more = null)
    {
        var id = request.Made.ResourceId(prefix);
        return (id, Outputs([("arn", request.Made.Arn("ec2", $"{resource}/{id}")), .. more ?? []]));
    }

    private static (string, ImmutableDictionary<string, object>) LoadBalancer(ResourceRequest request)
    {
        var suffix = $"app/{request.Made.AutoName}/{request.Made.Hex(16)}";
        return ByArn("elasticloadbalancing", $"loadbalancer/{suffix}", request,
        [
            ("arnSuffix", suffix),
            ("name", request.Made.AutoName),
            ("dnsName", $"{request.Made.AutoName}-{request.Made.Number}.{request.Region}.elb.amazonaws.com"),
            ("zoneId", $"Z{request.Made.Hex(13).ToUpperInvariant()}"),
        ]);
    }

    private static (string, ImmutableDictionary<string, object>) TargetGroup(ResourceRequest request)
    {
        var suffix = $"targetgroup/{request.Made.AutoName}/{request.Made.Hex(16)}";
        return ByArn("elasticloadbalancing", suffix, request, [("arnSuffix", suffix), ("name", request.Made.AutoName)]);
    }

    private static (string, ImmutableDictionary<string, object>) Bucket(ResourceRequest request)
    {
        var name = request.Made.AutoName;
        return (name, Outputs(
            ("bucket", name),
            ("arn", $"arn:{Synthetic.Partition}:s3:::{name}"),
            ("bucketRegionalDomainName", $"{name}.s3.{request.Region}.amazonaws.com")));
    }

    private static (string, ImmutableDictionary<string, object>) OfBucket(ResourceRequest request) => Plain(request.Text("bucket"));

    private static (string, ImmutableDictionary<string, object>) Iam(string resource, ResourceRequest request) =>
        (request.Made.AutoName, Outputs(
            ("arn", Synthetic.GlobalArn("iam", $"{resource}/{request.Made.AutoName}")), ("name", request.Made.AutoName)));

    private static (string, ImmutableDictionary<string, object>) Named(string service, string resource, ResourceRequest request) =>
        (request.Made.AutoName, Outputs(("arn", request.Made.Arn(service, resource)), ("name", request.Made.AutoName)));

    private static (string, ImmutableDictionary<string, object>) ByArn(
        string service, string resource, ResourceRequest request, IEnumerable<(string, object)>? more = null) =>
        ById(request.Made.Arn(service, resource), [.. more ?? []]);

    private static (string, ImmutableDictionary<string, object>) ById(string arn, params (string, object)[] more) =>
        (arn, Outputs([("arn", arn), .. more]));

    private static (string, ImmutableDictionary<string, object>) Plain(string id, params (string, object)[] outputs) => (id, Outputs(outputs));

    private static ImmutableDictionary<string, object> Outputs(params (string Key, object Value)[] outputs) =>
        outputs.ToImmutableDictionary(output => output.Key, output => output.Value);

    // Documentation's own prefix, cut to the /56 that AWS assigns.
    private static IEnumerable<(string, object)> Ipv6Of(ResourceRequest request) =>
        request.Inputs.TryGetValue("assignGeneratedIpv6CidrBlock", out var assigned) && assigned is true
            ? [("ipv6CidrBlock", "2001:db8:1234:1a00::/56")]
            : [];

    private static IEnumerable<(string, object)> ValidationOptionsOf(ResourceRequest request) =>
        request.Inputs.TryGetValue("domainName", out var domainName)
            ? [("domainValidationOptions", ImmutableArray.Create<object>(Outputs(
                ("domainName", domainName),
                ("resourceRecordName", $"_{request.Made.Hex(32)}.{domainName}."),
                ("resourceRecordType", "CNAME"),
                ("resourceRecordValue", $"_{request.Made.Hex(31)}0.acm-validations.aws."))))]
            : [];
}
