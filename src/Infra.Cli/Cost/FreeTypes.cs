using Infra.Cli.Plan.Graph;

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
        [TypeToken.Certificate] = Certificate,
        [TypeToken.CertificateValidation] = Certificate,
        [TypeToken.GroupNotification] = PartOfGroup,
        [TypeToken.LogResourcePolicy] = Identity,
        [TypeToken.DefaultSecurityGroup] = Network,
        [TypeToken.EgressOnlyInternetGateway] = Network,
        [TypeToken.InternetGateway] = Network,
        [TypeToken.NetworkAcl] = Network,
        [TypeToken.NetworkAclAssociation] = Network,
        [TypeToken.NetworkAclRule] = Network,
        [TypeToken.Route] = Network,
        [TypeToken.RouteTable] = Network,
        [TypeToken.RouteTableAssociation] = Network,
        [TypeToken.SecurityGroup] = Network,
        [TypeToken.Subnet] = Network,
        [TypeToken.Vpc] = Network,
        [TypeToken.InstanceProfile] = Identity,
        [TypeToken.IamPolicy] = Identity,
        [TypeToken.Role] = Identity,
        [TypeToken.RolePolicyAttachment] = Identity,
        [TypeToken.KmsAlias] = "a name of a key",
        [TypeToken.Listener] = PartOfLoadBalancer,
        [TypeToken.TargetGroup] = PartOfLoadBalancer,
        [TypeToken.DnsRecord] = "queries of an alias to a load balancer are free; a zone is named under what is not included",
        [TypeToken.BucketLifecycleConfiguration] = BucketSetting,
        [TypeToken.BucketLogging] = "delivery is free, and there is too little of it to fill a bucket",
        [TypeToken.BucketObject] = "stored in a bucket, which is charged for",
        [TypeToken.BucketOwnershipControls] = BucketSetting,
        [TypeToken.BucketPolicy] = BucketSetting,
        [TypeToken.BucketPublicAccessBlock] = BucketSetting,
        [TypeToken.BucketServerSideEncryptionConfiguration] = BucketSetting,
        [TypeToken.BucketVersioning] = BucketSetting,
        [TypeToken.Topic] = FewMessages,
        [TypeToken.TopicPolicy] = FewMessages,
        [TypeToken.TopicSubscription] = FewMessages,
        [TypeToken.SecurityGroupEgressRule] = Network,
        [TypeToken.SecurityGroupIngressRule] = Network,
        [TypeToken.WebAclAssociation] = "part of the web ACL's price",
        [TypeToken.PrivateKey] = MadeByPulumi,
        [TypeToken.SelfSignedCert] = MadeByPulumi,
    };
}
