namespace Infra.Cli.Tests.Roles;

/// <summary>The foreign things that attacks are after.</summary>
internal sealed partial class Attacks
{
    // By the action that gives tags and the one that takes them; each may be asked about any of these.
    private (string Give, string Take, string[] Arns)[] Tagged =>
    [
        ("ec2:CreateTags", "ec2:DeleteTags",
        [
            Arn("ec2", "vpc/vpc-1"), Arn("ec2", "subnet/subnet-1"), Arn("ec2", "security-group/sg-1"), Arn("ec2", "instance/i-1"),
            Arn("ec2", "launch-template/lt-1"), Arn("ec2", "route-table/rtb-1"), Arn("ec2", "volume/vol-1"),
        ]),
        ("elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags",
        [
            Arn("elasticloadbalancing", "loadbalancer/app/theirs/1"), Arn("elasticloadbalancing", "listener/app/theirs/1/2"),
            Arn("elasticloadbalancing", "targetgroup/theirs/1"),
        ]),
        ("autoscaling:CreateOrUpdateTags", "autoscaling:DeleteTags",
            [Arn("autoscaling", "autoScalingGroup:1:autoScalingGroupName/theirs")]),
        ("logs:TagResource", "logs:UntagResource", [Arn("logs", "log-group:theirs"), Arn("logs", "log-group:theirs:*")]),
        ("sns:TagResource", "sns:UntagResource", [Arn("sns", "theirs")]),
        ("wafv2:TagResource", "wafv2:UntagResource", [Arn("wafv2", "regional/webacl/theirs/1")]),
        ("cloudwatch:TagResource", "cloudwatch:UntagResource", [Arn("cloudwatch", "alarm:theirs")]),
        ("s3:TagResource", "s3:UntagResource", [Global("s3", "theirs"), Global("s3", "octo-state")]),
        ("s3:PutBucketTagging", "s3:PutBucketTagging", [Global("s3", "theirs"), Global("s3", "octo-state")]),
        ("s3:PutObjectTagging", "s3:PutObjectTagging", [Global("s3", "theirs/x"), Global("s3", "octo-state/.pulumi/x")]),
        ("iam:TagRole", "iam:UntagRole",
            [Iam("role/theirs"), Iam($"role/{Project}-deploy-{Stack}")]),
        ("iam:TagPolicy", "iam:UntagPolicy", [Iam($"policy/{Project}-{Stack}-limits")]),
        ("iam:TagInstanceProfile", "iam:UntagInstanceProfile", [Iam("instance-profile/theirs")]),
        ("kms:TagResource", "kms:UntagResource", [StateKey]),
    ];

    // What names don't keep apart, and tags do.
    private (string Action, string Arn)[] Changes =>
    [
        ("acm:DeleteCertificate", Arn("acm", "certificate/1")),
        ("acm:ImportCertificate", Arn("acm", "certificate/1")),
        ("autoscaling:DeleteAutoScalingGroup", Arn("autoscaling", "autoScalingGroup:1:autoScalingGroupName/fleet-group-1")),
        ("autoscaling:PutScalingPolicy", Arn("autoscaling", "autoScalingGroup:1:autoScalingGroupName/fleet-group-1")),
        ("autoscaling:StartInstanceRefresh", Arn("autoscaling", "autoScalingGroup:1:autoScalingGroupName/fleet-group-1")),
        ("autoscaling:SuspendProcesses", Arn("autoscaling", "autoScalingGroup:1:autoScalingGroupName/fleet-group-1")),
        ("autoscaling:UpdateAutoScalingGroup", Arn("autoscaling", "autoScalingGroup:1:autoScalingGroupName/fleet-group-1")),
        ("ec2:AuthorizeSecurityGroupEgress", Arn("ec2", "security-group/sg-1")),
        ("ec2:AuthorizeSecurityGroupIngress", Arn("ec2", "security-group/sg-1")),
        ("ec2:CreateFlowLogs", Arn("ec2", "vpc/vpc-1")),
        ("ec2:CreateLaunchTemplateVersion", Arn("ec2", "launch-template/lt-1")),
        ("ec2:CreateNatGateway", Arn("ec2", "subnet/subnet-1")),
        ("ec2:CreateNetworkAclEntry", Arn("ec2", "network-acl/acl-1")),
        ("ec2:CreateRoute", Arn("ec2", "route-table/rtb-1")),
        ("ec2:CreateSecurityGroup", Arn("ec2", "vpc/vpc-1")),
        ("ec2:CreateSubnet", Arn("ec2", "vpc/vpc-1")),
        ("ec2:CreateVpcEndpoint", Arn("ec2", "vpc/vpc-1")),
        ("ec2:DeleteNetworkAclEntry", Arn("ec2", "network-acl/acl-1")),
        ("ec2:DeleteRoute", Arn("ec2", "route-table/rtb-1")),
        ("ec2:DeleteSecurityGroup", Arn("ec2", "security-group/sg-1")),
        ("ec2:DeleteVpc", Arn("ec2", "vpc/vpc-1")),
        ("ec2:DetachInternetGateway", Arn("ec2", "vpc/vpc-1")),
        ("ec2:DisassociateAddress", Arn("ec2", "elastic-ip/eipalloc-1")),
        ("ec2:ModifyLaunchTemplate", Arn("ec2", "launch-template/lt-1")),
        ("ec2:ModifySecurityGroupRules", Arn("ec2", "security-group/sg-1")),
        ("ec2:ModifyVpcEndpoint", Arn("ec2", "vpc-endpoint/vpce-1")),
        ("ec2:ReleaseAddress", Arn("ec2", "elastic-ip/eipalloc-1")),
        ("ec2:ReplaceNetworkAclAssociation", Arn("ec2", "subnet/subnet-1")),
        ("ec2:ReplaceRoute", Arn("ec2", "route-table/rtb-1")),
        ("elasticloadbalancing:CreateListener", Arn("elasticloadbalancing", "loadbalancer/app/theirs/1")),
        ("elasticloadbalancing:DeleteLoadBalancer", Arn("elasticloadbalancing", "loadbalancer/app/theirs/1")),
        ("elasticloadbalancing:DeleteWebACLAssociation", Arn("elasticloadbalancing", "loadbalancer/app/theirs/1")),
        ("elasticloadbalancing:ModifyListener", Arn("elasticloadbalancing", "listener/app/theirs/1/2")),
        ("elasticloadbalancing:ModifyLoadBalancerAttributes", Arn("elasticloadbalancing", "loadbalancer/app/theirs/1")),
        ("elasticloadbalancing:ModifyTargetGroup", Arn("elasticloadbalancing", "targetgroup/theirs/1")),
        ("elasticloadbalancing:SetSecurityGroups", Arn("elasticloadbalancing", "loadbalancer/app/theirs/1")),
        ("elasticloadbalancing:SetSubnets", Arn("elasticloadbalancing", "loadbalancer/app/theirs/1")),
        ("kms:PutKeyPolicy", Key),
        ("kms:ScheduleKeyDeletion", Key),
    ];
}
