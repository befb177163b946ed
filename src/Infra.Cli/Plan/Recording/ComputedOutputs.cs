using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Plan.Recording;

/// <summary>
/// What AWS and the TLS provider compute for each type of resource: its id, and the outputs that are not among its inputs.
/// </summary>
internal static class ComputedOutputs
{
    public delegate (string Id, ImmutableDictionary<string, object> Outputs) Computation(ResourceRequest request);

    /// <summary>Whether it knows a type.</summary>
    public static bool Knows(string type) => ByType.ContainsKey(type);

    /// <summary>None for a type that it does not know, so that a new resource can't slip in with made-up nothing.</summary>
    public static (string Id, ImmutableDictionary<string, object> Outputs)? Of(ResourceRequest request) =>
        ByType.TryGetValue(request.Type, out var computation) ? computation(request) : null;

    private static readonly Dictionary<string, Computation> ByType = new(StringComparer.Ordinal)
    {
        [TypeToken.Vpc] = request =>
            Ec2("vpc", "vpc", request, Ipv6Of(request).Append(("defaultSecurityGroupId", "sg-0" + request.Made.Hex(15) + "d"))),
        [TypeToken.Subnet] = request => Ec2("subnet", "subnet", request),
        [TypeToken.InternetGateway] = request => Ec2("igw", "internet-gateway", request),
        [TypeToken.EgressOnlyInternetGateway] = request => Ec2("eigw", "egress-only-internet-gateway", request),
        [TypeToken.RouteTable] = request => Ec2("rtb", "route-table", request),
        [TypeToken.Route] = request => Plain("r-" + request.Text("routeTableId") + request.Made.Number),
        [TypeToken.RouteTableAssociation] = request => Plain(request.Made.ResourceId("rtbassoc")),
        [TypeToken.Eip] = request =>
            Ec2("eipalloc", "elastic-ip", request, [("publicIp", $"198.51.100.{Convert.ToByte(request.Made.Hex(2), 16)}")]),
        [TypeToken.NatGateway] = request => Ec2("nat", "natgateway", request),
        [TypeToken.NetworkAcl] = request => Ec2("acl", "network-acl", request),
        [TypeToken.NetworkAclRule] = request => Plain("nacl-" + request.Made.Number),
        [TypeToken.NetworkAclAssociation] = request => Plain(request.Made.ResourceId("aclassoc")),
        [TypeToken.SecurityGroup] = request => Ec2("sg", "security-group", request, [("name", request.Made.AutoName)]),
        [TypeToken.DefaultSecurityGroup] = request => Ec2("sg", "security-group", request, [("name", "default")]),
        [TypeToken.SecurityGroupIngressRule] = request => Ec2("sgr", "security-group-rule", request),
        [TypeToken.SecurityGroupEgressRule] = request => Ec2("sgr", "security-group-rule", request),
        [TypeToken.VpcEndpoint] = request => Ec2("vpce", "vpc-endpoint", request, [("prefixListId", "pl-" + request.Made.Hex(8))]),
        [TypeToken.FlowLog] = request => Ec2("fl", "vpc-flow-log", request),
        [TypeToken.LaunchTemplate] = request =>
            Ec2("lt", "launch-template", request, [("name", request.Made.AutoName), ("latestVersion", 1), ("defaultVersion", 1)]),

        [TypeToken.LoadBalancer] = LoadBalancer,
        [TypeToken.TargetGroup] = TargetGroup,
        [TypeToken.Listener] = request =>
            ByArn("elasticloadbalancing", $"listener/app/{request.Made.AutoName}/{request.Made.Hex(16)}/{request.Made.Hex(15)}1", request),
        [TypeToken.AutoScalingGroup] = request =>
            Named("autoscaling", $"autoScalingGroup:{request.Made.Uuid}:autoScalingGroupName/{request.Made.AutoName}", request),
        [TypeToken.ScalingPolicy] = request =>
            Named("autoscaling", $"scalingPolicy:{request.Made.Uuid}:policyName/{request.Made.AutoName}", request),
        [TypeToken.GroupNotification] = request => Plain(request.Text("topicArn")),

        [TypeToken.Certificate] = request => ByArn("acm", $"certificate/{request.Made.Uuid}", request, ValidationOptionsOf(request)),
        [TypeToken.CertificateValidation] = request => Plain("2026-01-01 00:00:00 +0000 UTC"),
        [TypeToken.DnsRecord] = request => Plain(
            $"{request.Text("zoneId")}_{request.Text("name")}_{request.Text("type")}", ("fqdn", request.Text("name"))),

        [TypeToken.Role] = request => Iam("role", request),
        [TypeToken.IamPolicy] = request =>
            ById(request.Made.GlobalArn("iam", $"policy/{request.Made.AutoName}"), ("name", request.Made.AutoName)),
        [TypeToken.RolePolicyAttachment] = request => Plain(request.Made.AutoName),
        [TypeToken.InstanceProfile] = request => Iam("instance-profile", request),
        [TypeToken.KmsKey] = request =>
            (request.Made.Uuid, Outputs(("arn", request.Made.Arn("kms", $"key/{request.Made.Uuid}")), ("keyId", request.Made.Uuid))),
        [TypeToken.KmsAlias] = request => Plain($"alias/{request.Made.AutoName}", ("name", $"alias/{request.Made.AutoName}")),

        [TypeToken.Bucket] = Bucket,
        [TypeToken.BucketObject] = request => Plain(
            $"{request.Text("bucket")}/{request.Text("key")}",
            ("arn", request.Made.S3Arn($"{request.Text("bucket")}/{request.Text("key")}")), ("versionId", request.Made.Hex(32))),
        [TypeToken.BucketPolicy] = OfBucket,
        [TypeToken.BucketPublicAccessBlock] = OfBucket,
        [TypeToken.BucketOwnershipControls] = OfBucket,
        [TypeToken.BucketServerSideEncryptionConfiguration] = OfBucket,
        [TypeToken.BucketLifecycleConfiguration] = OfBucket,
        [TypeToken.BucketVersioning] = OfBucket,
        [TypeToken.BucketLogging] = OfBucket,

        [TypeToken.Topic] = request => ByArn("sns", request.Made.AutoName, request, [("name", request.Made.AutoName)]),
        [TypeToken.TopicPolicy] = request => Plain(request.Text("arn")),
        [TypeToken.TopicSubscription] = request => ById($"{request.Text("topic")}:{request.Made.Uuid}"),
        [TypeToken.LogGroup] = request => Named("logs", $"log-group:{request.Made.AutoName}", request),
        [TypeToken.LogResourcePolicy] = request => Plain(request.Made.AutoName, ("policyName", request.Made.AutoName)),
        [TypeToken.MetricAlarm] = request => Named("cloudwatch", $"alarm:{request.Made.AutoName}", request),
        [TypeToken.CompositeAlarm] = request => Named("cloudwatch", $"alarm:{request.Made.AutoName}", request),
        [TypeToken.Dashboard] = request => Plain(
            request.Text("dashboardName"),
            ("dashboardArn", request.Made.GlobalArn("cloudwatch", $"dashboard/{request.Text("dashboardName")}"))),
        [TypeToken.WebAcl] = request => (request.Made.Uuid, Outputs(
            ("arn", request.Made.Arn("wafv2", $"regional/webacl/{request.Made.AutoName}/{request.Made.Uuid}")),
            ("name", request.Made.AutoName))),
        [TypeToken.WebAclAssociation] = request => Plain($"{request.Text("webAclArn")},{request.Text("resourceArn")}"),
        [TypeToken.WebAclLoggingConfiguration] = request => Plain(request.Text("resourceArn")),

        [TypeToken.PrivateKey] = TlsOutputs.PrivateKey,
        [TypeToken.SelfSignedCert] = TlsOutputs.SelfSignedCert,
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
            ("dnsName", request.Made.Host($"{request.Made.AutoName}-{request.Made.Number}.{request.Region}.elb")),
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
            ("arn", request.Made.S3Arn(name)),
            ("bucketRegionalDomainName", request.Made.Host($"{name}.s3.{request.Region}"))));
    }

    private static (string, ImmutableDictionary<string, object>) OfBucket(ResourceRequest request) => Plain(request.Text("bucket"));

    private static (string, ImmutableDictionary<string, object>) Iam(string resource, ResourceRequest request) =>
        (request.Made.AutoName, Outputs(
            ("arn", request.Made.GlobalArn("iam", $"{resource}/{request.Made.AutoName}")), ("name", request.Made.AutoName)));

    private static (string, ImmutableDictionary<string, object>) Named(string service, string resource, ResourceRequest request) =>
        (request.Made.AutoName, Outputs(("arn", request.Made.Arn(service, resource)), ("name", request.Made.AutoName)));

    private static (string, ImmutableDictionary<string, object>) ByArn(
        string service, string resource, ResourceRequest request, IEnumerable<(string, object)>? more = null) =>
        ById(request.Made.Arn(service, resource), [.. more ?? []]);

    private static (string, ImmutableDictionary<string, object>) ById(string arn, params (string, object)[] more) =>
        (arn, Outputs([("arn", arn), .. more]));

    private static (string, ImmutableDictionary<string, object>) Plain(string id, params (string, object)[] outputs) =>
        (id, Outputs(outputs));

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
