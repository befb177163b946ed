using System.Collections.Frozen;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Diff.Resources;

/// <summary>
/// The inputs that the providers can't change on a resource that exists, so that another value makes it anew. All others of these types
/// are changed in place.
/// </summary>
/// <remarks>
/// As declared with <c>ForceNew</c> or <c>RequiresReplace</c> in hashicorp/terraform-provider-aws, internal/service, and in
/// hashicorp/terraform-provider-tls, on which the Pulumi providers are built.
/// </remarks>
internal static class ReplacingInputs
{
    /// <summary>Stands for every input.</summary>
    private const string All = "*";

    private const string Tags = "tags";

    private static readonly FrozenDictionary<string, string[]> ByType = new Dictionary<string, string[]>
    {
        [TypeToken.Certificate] = ["domainName", "keyAlgorithm", "subjectAlternativeNames", "validationMethod"],
        [TypeToken.CertificateValidation] = [All],
        [TypeToken.AutoScalingGroup] = ["name", "namePrefix"],
        [TypeToken.GroupNotification] = ["topicArn"],
        [TypeToken.ScalingPolicy] = ["autoscalingGroupName", "name"],
        [TypeToken.CompositeAlarm] = ["alarmName"],
        [TypeToken.Dashboard] = ["dashboardName"],
        [TypeToken.LogGroup] = ["name", "namePrefix", "logGroupClass"],
        [TypeToken.LogResourcePolicy] = ["policyName"],
        [TypeToken.MetricAlarm] = ["name"],
        [TypeToken.DefaultSecurityGroup] = ["vpcId"],
        [TypeToken.EgressOnlyInternetGateway] = ["vpcId"],
        [TypeToken.Eip] = ["domain", "networkBorderGroup", "publicIpv4Pool"],
        [TypeToken.FlowLog] = [All],
        [TypeToken.InternetGateway] = [],
        [TypeToken.LaunchTemplate] = ["name", "namePrefix"],
        [TypeToken.NatGateway] = ["allocationId", "connectivityType", "privateIp", "subnetId"],
        [TypeToken.NetworkAcl] = ["vpcId"],
        [TypeToken.NetworkAclAssociation] = [All],
        [TypeToken.NetworkAclRule] = [All],
        [TypeToken.Route] = ["destinationCidrBlock", "destinationIpv6CidrBlock", "destinationPrefixListId", "routeTableId"],
        [TypeToken.RouteTable] = ["vpcId"],
        [TypeToken.RouteTableAssociation] = ["gatewayId", "subnetId"],
        [TypeToken.SecurityGroup] = ["description", "name", "namePrefix", "vpcId"],
        [TypeToken.Subnet] = ["availabilityZone", "availabilityZoneId", "cidrBlock", "ipv6Native", "outpostArn", "vpcId"],
        [TypeToken.Vpc] = ["cidrBlock", "ipv4IpamPoolId", "ipv4NetmaskLength"],
        [TypeToken.VpcEndpoint] = ["serviceName", "serviceRegion", "vpcEndpointType", "vpcId"],
        [TypeToken.IamPolicy] = ["description", "name", "namePrefix", "path"],
        [TypeToken.InstanceProfile] = ["name", "namePrefix", "path"],
        [TypeToken.Role] = ["name", "namePrefix", "path"],
        [TypeToken.RolePolicy] = ["name", "namePrefix", "role"],
        [TypeToken.RolePolicyAttachment] = [All],
        [TypeToken.KmsAlias] = ["name", "namePrefix"],
        [TypeToken.KmsKey] = ["customKeyStoreId", "customerMasterKeySpec", "keyUsage", "multiRegion"],
        [TypeToken.Listener] = ["loadBalancerArn"],
        [TypeToken.ListenerRule] = ["listenerArn"],
        [TypeToken.LoadBalancer] = ["customerOwnedIpv4Pool", "internal", "loadBalancerType", "name", "namePrefix"],
        [TypeToken.TargetGroup] = ["ipAddressType", "name", "namePrefix", "port", "protocol", "protocolVersion", "targetType", "vpcId"],
        [TypeToken.DnsRecord] = ["name", "setIdentifier", "type", "zoneId"],
        [TypeToken.Bucket] = ["bucket", "bucketPrefix", "objectLockEnabled"],
        [TypeToken.BucketLifecycleConfiguration] = ["bucket"],
        [TypeToken.BucketLogging] = ["bucket"],
        [TypeToken.BucketObject] = ["bucket", "key"],
        [TypeToken.BucketOwnershipControls] = ["bucket"],
        [TypeToken.BucketPolicy] = ["bucket"],
        [TypeToken.BucketPublicAccessBlock] = ["bucket"],
        [TypeToken.BucketServerSideEncryptionConfiguration] = ["bucket"],
        [TypeToken.BucketVersioning] = ["bucket"],
        [TypeToken.Topic] = ["contentBasedDeduplication", "fifoTopic", "name", "namePrefix"],
        [TypeToken.TopicPolicy] = ["arn"],
        [TypeToken.TopicSubscription] = ["endpoint", "protocol", "topic"],
        [TypeToken.SecurityGroupEgressRule] = ["securityGroupId"],
        [TypeToken.SecurityGroupIngressRule] = ["securityGroupId"],
        [TypeToken.WebAcl] = ["name", "namePrefix", "scope"],
        [TypeToken.WebAclAssociation] = [All],
        [TypeToken.WebAclLoggingConfiguration] = ["logDestinationConfigs", "resourceArn"],
        [TypeToken.PrivateKey] = [All],
        [TypeToken.SelfSignedCert] = [All],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The types that are known here.</summary>
    public static IEnumerable<string> Types => ByType.Keys;

    /// <summary>Whether another value of an input replaces a resource. Of a type that is not known here any may.</summary>
    public static bool Contains(string type, string input) =>
        input != Tags && (!ByType.TryGetValue(type, out var inputs) || inputs is [All] || inputs.Contains(input));
}
