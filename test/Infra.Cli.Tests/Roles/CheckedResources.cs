using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Tests.Roles;

/// <summary>
/// Which resources AWS asks the policies about when a call is made, by
/// https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html:
/// names of inputs stand for the resources that these inputs name.
/// </summary>
internal static class CheckedResources
{
    /// <summary>The resource that is about to be made: there are tags in the request, and none on it.</summary>
    public const string New = "new";

    /// <summary>The resource itself, with its tags.</summary>
    public const string Itself = "itself";

    /// <summary>No resource yet: the call is asked about as a whole, with the tags in the request.</summary>
    public const string Any = "*";

    // What has no tags of its own is a part of these.
    private static readonly Dictionary<string, string[]> Wholes = new()
    {
        [TypeToken.GroupNotification] = ["groupNames"],
        [TypeToken.ScalingPolicy] = ["autoscalingGroupName"],
        [TypeToken.NetworkAclAssociation] = ["networkAclId", "subnetId"],
        [TypeToken.NetworkAclRule] = ["networkAclId"],
        [TypeToken.Route] = ["routeTableId"],
        [TypeToken.RouteTableAssociation] = ["routeTableId", "subnetId"],
        [TypeToken.RolePolicyAttachment] = ["role"],
        [TypeToken.BucketLifecycleConfiguration] = ["bucket"],
        [TypeToken.BucketLogging] = ["bucket"],
        [TypeToken.BucketOwnershipControls] = ["bucket"],
        [TypeToken.BucketPolicy] = ["bucket"],
        [TypeToken.BucketPublicAccessBlock] = ["bucket"],
        [TypeToken.BucketServerSideEncryptionConfiguration] = ["bucket"],
        [TypeToken.BucketVersioning] = ["bucket"],
        [TypeToken.TopicPolicy] = ["arn"],
        [TypeToken.TopicSubscription] = ["topic"],
        [TypeToken.WebAclAssociation] = ["webAclArn", "resourceArn"],
        [TypeToken.WebAclLoggingConfiguration] = ["resourceArn"],
    };

    private static readonly Dictionary<string, string[]> ByAction = new()
    {
        ["acm:ImportCertificate"] = [New],
        ["acm:RequestCertificate"] = [Any],
        ["autoscaling:CreateAutoScalingGroup"] = [New],
        ["cloudwatch:PutMetricAlarm"] = [New],
        ["ec2:AllocateAddress"] = [New],
        ["ec2:AttachInternetGateway"] = [Itself, "vpcId"],
        ["ec2:AuthorizeSecurityGroupEgress"] = [New, "securityGroupId"],
        ["ec2:AuthorizeSecurityGroupIngress"] = [New, "securityGroupId"],
        ["ec2:CreateFlowLogs"] = [New, "vpcId"],
        ["ec2:CreateInternetGateway"] = [New],
        ["ec2:CreateLaunchTemplate"] = [New],
        ["ec2:CreateNatGateway"] = [New, "allocationId", "subnetId"],
        ["ec2:CreateNetworkAcl"] = [New, "vpcId"],
        ["ec2:CreateRouteTable"] = [New, "vpcId"],
        ["ec2:CreateSecurityGroup"] = [New, "vpcId"],
        ["ec2:CreateSubnet"] = [New, "vpcId"],
        ["ec2:CreateVpc"] = [New],
        ["ec2:CreateVpcEndpoint"] = [New, "vpcId", "routeTableIds", "securityGroupIds", "subnetIds"],
        ["ec2:DetachInternetGateway"] = [Itself, "vpcId"],
        ["ec2:ModifySecurityGroupRules"] = [Itself, "securityGroupId"],
        ["ec2:ModifyVpcEndpoint"] = [Itself, "routeTableIds", "securityGroupIds", "subnetIds"],
        ["elasticloadbalancing:CreateListener"] = ["loadBalancerArn"],
        ["elasticloadbalancing:CreateLoadBalancer"] = [New],
        ["elasticloadbalancing:CreateTargetGroup"] = [New],
        ["elasticloadbalancing:CreateWebACLAssociation"] = ["resourceArn"],
        ["elasticloadbalancing:DeleteWebACLAssociation"] = ["resourceArn"],
        ["iam:CreateInstanceProfile"] = [New],
        ["iam:CreatePolicy"] = [New],
        ["iam:CreateRole"] = [New],
        ["kms:CreateKey"] = [Any],
        ["logs:CreateLogGroup"] = [New],
        ["s3:CreateBucket"] = [New],
        ["sns:CreateTopic"] = [New],
        ["wafv2:CreateWebACL"] = [New],
        ["wafv2:DisassociateWebACL"] = ["resourceArn"],
    };

    /// <summary>The resources that a call is asked about which is made for a resource.</summary>
    public static string[] Of(string action, ResourceNode node) =>
        ByAction.TryGetValue(action, out var own) ? own
        : node.Type is TypeToken.SecurityGroupEgressRule or TypeToken.SecurityGroupIngressRule ? ["securityGroupId"]
        : Wholes.GetValueOrDefault(node.Type, [Itself]);

    /// <summary>Whether a call makes the resource, so that its tags can go with the call.</summary>
    public static bool Makes(string action) =>
        action == "elasticloadbalancing:CreateListener" || ByAction.GetValueOrDefault(action, []).Any(asked => asked is New or Any);
}
