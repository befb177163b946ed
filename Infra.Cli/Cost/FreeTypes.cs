namespace Infra.Cli.Cost;

/// <summary>The resource types that cost nothing, and why.</summary>
internal static class FreeTypes
{
    private const string Network = "AWS charges for what a network's gateways carry, not for the network";
    private const string Identity = "IAM is free";
    private const string BucketSetting = "a setting of a bucket";
    private const string PartOfLoadBalancer = "part of the load balancer's price";
    private const string PartOfGroup = "Auto Scaling is free; its servers are not";
    private const string MadeByPulumi = "made by Pulumi, not by AWS";
    private const string FewMessages = "$0.50 for a million messages and $2 for 100,000 e-mails: alarms stay below a cent";
    private const string Certificate = "ACM charges nothing for public certificates that stay in AWS, nor for imported ones";

    public static IReadOnlyDictionary<string, string> Why { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["aws:acm/certificate:Certificate"] = Certificate,
        ["aws:acm/certificateValidation:CertificateValidation"] = Certificate,
        ["aws:autoscaling/notification:Notification"] = PartOfGroup,
        ["aws:autoscaling/policy:Policy"] = PartOfGroup,
        ["aws:cloudwatch/logResourcePolicy:LogResourcePolicy"] = Identity,
        ["aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"] = Network,
        ["aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway"] = Network,
        ["aws:ec2/internetGateway:InternetGateway"] = Network,
        ["aws:ec2/networkAcl:NetworkAcl"] = Network,
        ["aws:ec2/networkAclAssociation:NetworkAclAssociation"] = Network,
        ["aws:ec2/networkAclRule:NetworkAclRule"] = Network,
        ["aws:ec2/route:Route"] = Network,
        ["aws:ec2/routeTable:RouteTable"] = Network,
        ["aws:ec2/routeTableAssociation:RouteTableAssociation"] = Network,
        ["aws:ec2/securityGroup:SecurityGroup"] = Network,
        ["aws:ec2/subnet:Subnet"] = Network,
        ["aws:ec2/vpc:Vpc"] = Network,
        ["aws:iam/instanceProfile:InstanceProfile"] = Identity,
        ["aws:iam/policy:Policy"] = Identity,
        ["aws:iam/role:Role"] = Identity,
        ["aws:iam/rolePolicyAttachment:RolePolicyAttachment"] = Identity,
        ["aws:kms/alias:Alias"] = "a name of a key",
        ["aws:lb/listener:Listener"] = PartOfLoadBalancer,
        ["aws:lb/targetGroup:TargetGroup"] = PartOfLoadBalancer,
        ["aws:route53/record:Record"] = "queries of an alias to a load balancer are free; the zone belongs to somebody else",
        ["aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration"] = BucketSetting,
        ["aws:s3/bucketLogging:BucketLogging"] = "delivery is free, and there is too little of it to fill a bucket",
        ["aws:s3/bucketObjectv2:BucketObjectv2"] = "stored in a bucket, which is charged for",
        ["aws:s3/bucketOwnershipControls:BucketOwnershipControls"] = BucketSetting,
        ["aws:s3/bucketPolicy:BucketPolicy"] = BucketSetting,
        ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"] = BucketSetting,
        ["aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration"] = BucketSetting,
        ["aws:s3/bucketVersioning:BucketVersioning"] = BucketSetting,
        ["aws:sns/topic:Topic"] = FewMessages,
        ["aws:sns/topicPolicy:TopicPolicy"] = FewMessages,
        ["aws:sns/topicSubscription:TopicSubscription"] = FewMessages,
        ["aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"] = Network,
        ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"] = Network,
        ["aws:wafv2/webAclAssociation:WebAclAssociation"] = "part of the web ACL's price",
        ["tls:index/privateKey:PrivateKey"] = MadeByPulumi,
        ["tls:index/selfSignedCert:SelfSignedCert"] = MadeByPulumi,
    };
}
