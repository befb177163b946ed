using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Recording;
using Infra.Cli.Tests.Docs;

namespace Infra.Cli.Tests.Roles;

/// <summary>What AWS asks the policies about while a stack is deployed for the first time, changed, rolled and destroyed.</summary>
internal sealed class DeploymentRequests(DeployRole role)
{
    /// <summary>The key of a request that has a role's boundary.</summary>
    public const string Boundary = "iam:PermissionsBoundary";

    /// <summary>The key of a request that says whether a group has a template's version by its number.</summary>
    public const string VersionSpecified = "autoscaling:LaunchTemplateVersionSpecified";

    /// <summary>The key of a request that has what an alarm does.</summary>
    public const string AlarmActions = "cloudwatch:AlarmActions";

    private static readonly Dictionary<string, string> AnyTag = new() { ["Owner"] = "web" };

    // How a service calls the giving and the taking of tags.
    private static readonly Dictionary<string, (string Give, string Take)> Tagging = new()
    {
        ["acm"] = ("acm:AddTagsToCertificate", "acm:RemoveTagsFromCertificate"),
        ["autoscaling"] = ("autoscaling:CreateOrUpdateTags", "autoscaling:DeleteTags"),
        ["cloudwatch"] = ("cloudwatch:TagResource", "cloudwatch:UntagResource"),
        ["ec2"] = ("ec2:CreateTags", "ec2:DeleteTags"),
        ["elasticloadbalancing"] = ("elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags"),
        ["kms"] = ("kms:TagResource", "kms:UntagResource"),
        ["logs"] = ("logs:TagResource", "logs:UntagResource"),
        ["s3"] = ("s3:TagResource", "s3:UntagResource"),
        ["sns"] = ("sns:TagResource", "sns:UntagResource"),
        ["wafv2"] = ("wafv2:TagResource", "wafv2:UntagResource"),
        [TypeToken.IamPolicy] = ("iam:TagPolicy", "iam:UntagPolicy"),
        [TypeToken.InstanceProfile] = ("iam:TagInstanceProfile", "iam:UntagInstanceProfile"),
        [TypeToken.Role] = ("iam:TagRole", "iam:UntagRole"),
        [TypeToken.BucketObject] = ("s3:PutObjectTagging", "s3:PutObjectTagging"),
    };

    // What an update calls, beside what made the resource.
    private static readonly Dictionary<string, string[]> Changes = new()
    {
        [TypeToken.AutoScalingGroup] =
        [
            "autoscaling:AttachLoadBalancerTargetGroups", "autoscaling:AttachTrafficSources", "autoscaling:CancelInstanceRefresh",
            "autoscaling:DetachLoadBalancerTargetGroups", "autoscaling:DetachTrafficSources", "autoscaling:DisableMetricsCollection",
            "autoscaling:ResumeProcesses", "autoscaling:RollbackInstanceRefresh", "autoscaling:StartInstanceRefresh",
        ],
        [TypeToken.IamPolicy] = ["iam:CreatePolicyVersion", "iam:DeletePolicyVersion"],
        [TypeToken.KmsKey] = ["kms:PutKeyPolicy", "kms:UpdateKeyDescription"],
        [TypeToken.Listener] = ["elasticloadbalancing:ModifyListener"],
        [TypeToken.LoadBalancer] =
        [
            "elasticloadbalancing:SetIpAddressType", "elasticloadbalancing:SetSecurityGroups", "elasticloadbalancing:SetSubnets",
        ],
        [TypeToken.NetworkAclRule] = ["ec2:ReplaceNetworkAclEntry"],
        [TypeToken.Role] = ["iam:PutRolePermissionsBoundary", "iam:UpdateAssumeRolePolicy", "iam:UpdateRole", "iam:UpdateRoleDescription"],
        [TypeToken.Route] = ["ec2:ReplaceRoute"],
        [TypeToken.RouteTableAssociation] = ["ec2:ReplaceRouteTableAssociation"],
        [TypeToken.SecurityGroupEgressRule] = ["ec2:ModifySecurityGroupRules"],
        [TypeToken.SecurityGroupIngressRule] = ["ec2:ModifySecurityGroupRules"],
        [TypeToken.Subnet] = ["ec2:DisassociateSubnetCidrBlock", "ec2:ModifySubnetAttribute"],
        [TypeToken.TargetGroup] = ["elasticloadbalancing:ModifyTargetGroup"],
        [TypeToken.Vpc] = ["ec2:AssociateVpcCidrBlock", "ec2:DisassociateVpcCidrBlock"],
        [TypeToken.VpcEndpoint] = ["ec2:ModifyVpcEndpoint"],
        [TypeToken.WebAcl] = ["wafv2:UpdateWebACL"],
        [TypeToken.WebAclAssociation] =
            ["elasticloadbalancing:CreateWebACLAssociation", "elasticloadbalancing:DeleteWebACLAssociation"],
    };

    public IReadOnlyList<IamRequest> All() =>
    [
        .. role.Graph.Nodes.Where(node => node.IsCustom && node.Type.StartsWith("aws:", StringComparison.Ordinal)).SelectMany(Of),
        .. OfTheProgram(),
    ];

    /// <summary>An ARN of something in the account and region of the stack.</summary>
    public string Arn(string service, string resource) =>
        $"arn:{role.Partition}:{service}:{role.Graph.Region}:{Synthetic.AccountId}:{resource}";

    private IEnumerable<IamRequest> Of(ResourceNode node)
    {
        var calls = role.Calls[node.Type].Concat(Changes.GetValueOrDefault(node.Type, [])).Where(call => !DeployRole.IsRead(call)).ToList();
        var requests = calls.SelectMany(call => CheckedResources.Of(call, node).SelectMany(resource => Of(call, node, resource)));
        return TagsOf(node).Count > 0 ? requests.Concat(OfTags(node, calls)) : requests;
    }

    private IEnumerable<IamRequest> Of(string call, ResourceNode node, string resource) => resource switch
    {
        _ when node.Type == TypeToken.DnsRecord => [Record(call, node)],
        _ when node.Type == TypeToken.DefaultSecurityGroup => OfTheDefaultGroup(call, node),
        CheckedResources.Any => [Ask(call, resource).Giving(TagsOf(node))],
        CheckedResources.New => [Detailed(Ask(call, DeployRole.Arn(node)).Giving(TagsOf(node)), node)],
        CheckedResources.Itself => [Own(call, node)],
        _ => [.. Named(node, resource).Select(other => Own(call, other))],
    };

    // It comes with the VPC and bears no tags then.
    private IEnumerable<IamRequest> OfTheDefaultGroup(string call, ResourceNode node) => call == "ec2:CreateTags"
        ? [Ask(call, DeployRole.Arn(node)).Giving(TagsOf(node))]
        : [Ask(call, DeployRole.Arn(node)), Own(call, node)];

    private IEnumerable<IamRequest> OfTags(ResourceNode node, IEnumerable<string> calls)
    {
        var service = DeployRole.Arn(node).Split(':')[2];
        var (give, take) = Tagging.TryGetValue(node.Type, out var special) ? special : Tagging[service];
        var given = Ask(give, DeployRole.Arn(node)).Giving(TagsOf(node));
        foreach (var call in calls.Where(CheckedResources.Makes))
            yield return service is "ec2" or "elasticloadbalancing" ? given.With($"{service}:CreateAction", call.Split(':')[1]) : given;

        // The provider makes a rule first, and tags it then.
        if (node.Type is TypeToken.SecurityGroupEgressRule or TypeToken.SecurityGroupIngressRule)
            yield return given;

        yield return Own(give, node).Giving(AnyTag);
        yield return Own(take, node).Naming([.. AnyTag.Keys]);
    }

    // What the resources of the graph don't show.
    private IEnumerable<IamRequest> OfTheProgram()
    {
        var template = role.Graph.OfType(TypeToken.LaunchTemplate).Single();
        var started = template.Items("tagSpecifications").Select((_, index) => template.Text($"tagSpecifications.{index}.resourceType")!);
        var common = TagsOf(template).Where(tag => tag.Key is "Project" or "Environment").ToDictionary();
        var used = new[] { TypeToken.LaunchTemplate, TypeToken.Subnet, TypeToken.SecurityGroup }.SelectMany(role.Graph.OfType);
        var run = started.Union(["network-interface"]).Select(type => Arn("ec2", $"{type}/new"))
            .Append($"arn:{role.Partition}:ec2:{role.Graph.Region}::image/ami-1").Select(arn => Ask("ec2:RunInstances", arn))
            .Concat(used.Select(node => Own("ec2:RunInstances", node)))
            .Select(request => request.With("ec2:LaunchTemplate", DeployRole.Arn(template)));
        var tag = started.Select(type =>
            Ask("ec2:CreateTags", Arn("ec2", $"{type}/new")).Giving(common).With("ec2:CreateAction", "RunInstances"));
        var key = Arn("kms", "key/1234abcd-12ab-34cd-56ef-1234567890ab");
        var state = Ask("kms:Decrypt", key).On(StatesTags);
        return
        [
            .. run, .. tag, state, state with { Action = "kms:Encrypt" },
            .. new[] { "s3:PutObject", "s3:DeleteObject" }.SelectMany(call => StateObjects.Select(key => Ask(call, key))),
            .. role.Graph.OfType(TypeToken.Bucket).SelectMany(bucket => new[] { "s3:DeleteObject", "s3:DeleteObjectVersion" }
                .Select(call => Ask(call, $"{DeployRole.Arn(bucket)}/x"))),
            .. role.Graph.OfType(TypeToken.Role).Select(node => Own("iam:PassRole", node)
                .With("iam:PassedToService", DeployRole.TrustedService(node))),
            .. new[] { "autoscaling.amazonaws.com", "elasticloadbalancing.amazonaws.com", "wafv2.amazonaws.com" }.Select(service =>
                Ask("iam:CreateServiceLinkedRole", $"arn:{role.Partition}:iam::{Synthetic.AccountId}:role/aws-service-role/{service}/x")
                    .With("iam:AWSServiceName", service)),
            .. new[]
            {
                "elasticloadbalancing:SetWebACL", "logs:CreateLogDelivery", "logs:DeleteLogDelivery", "logs:PutResourcePolicy",
                "route53:AssociateVPCWithHostedZone",
            }.Select(call => Ask(call, "*")),
            // AWS makes the alarms of a scaling policy with the rights of whoever makes the policy.
            Ask("cloudwatch:PutMetricAlarm", Arn("cloudwatch", "alarm:TargetTracking-fleet-group-AlarmHigh-1"))
                .With(AlarmActions, Arn("autoscaling", "scalingPolicy:1:autoScalingGroupName/fleet-group-1:policyName/fleet-cpu")),
            // Seconds after the key is made, its tags may not count yet.
            Ask("kms:EnableKeyRotation", DeployRole.Arn(role.Graph.OfType(TypeToken.KmsKey).Single())),
            // An address is on a gateway's interface, which has no tags.
            .. role.HasNat ? [Ask("ec2:DisassociateAddress", Arn("ec2", "network-interface/eni-1"))] : Array.Empty<IamRequest>(),
            // A subnet that goes falls back to the ACL that came with the VPC.
            Ask("ec2:ReplaceNetworkAclAssociation", Arn("ec2", "network-acl/acl-default")),
        ];
    }

    /// <summary>
    /// What the Pulumi CLI reads, writes and deletes in a bucket, by pkg/backend/diy of https://github.com/pulumi/pulumi:
    /// <c>state.go</c>, <c>store.go</c>, <c>lock.go</c>, <c>meta.go</c>, <c>journal.go</c> and <c>stack_tags.go</c>.
    /// </summary>
    public IEnumerable<string> StateObjects => StateObjectsOf(role.Graph.ProjectName, role.Graph.StackName);

    /// <summary>The same of any stack in the same bucket.</summary>
    public IEnumerable<string> StateObjectsOf(string project, string stack) => new[]
    {
        "meta.yaml",
        $"stacks/{project}/{stack}.json", $"stacks/{project}/{stack}.json.gz", $"stacks/{project}/{stack}.json.bak",
        $"stacks/{project}/{stack}.pulumi-tags",
        $"history/{project}/{stack}/{stack}-1.history.json", $"history/{project}/{stack}/{stack}-1.checkpoint.json",
        $"backups/{project}/{stack}/{stack}.1.json",
        $"locks/organization/{project}/{stack}/1.json",
        $"journal/{project}/{stack}/1.json",
    }.Select(file => $"arn:{role.Partition}:s3:::octo-state/{project}/{stack}/.pulumi/{file}");

    /// <summary>The tags that <c>docs/operations.md</c> gives to the state's key.</summary>
    public IReadOnlyDictionary<string, string> StatesTags { get; } = new Dictionary<string, string>
    {
        ["Project"] = role.Graph.ProjectName,
        ["Environment"] = "pulumi/state",
    };

    private IamRequest Ask(string call, string arn) => new IamRequest(call, arn).With("aws:RequestedRegion", role.Graph.Region);

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#ck_permissionsboundary: what the
    // request gives, and where it gives none, what the role has.
    private IamRequest Bounded(IamRequest request) =>
        request.Action is "iam:CreateRole" or "iam:PutRolePermissionsBoundary" or "iam:AttachRolePolicy" or "iam:DetachRolePolicy"
            ? request.With(Boundary, role.BoundaryArn)
            : request;

    private IamRequest Detailed(IamRequest request, ResourceNode node) => request.Action switch
    {
        "autoscaling:CreateAutoScalingGroup" or "autoscaling:UpdateAutoScalingGroup" => request.With(VersionSpecified, "true"),
        "cloudwatch:PutMetricAlarm" => request.With(AlarmActions, [.. node.Texts("alarmActions")]),
        _ => Bounded(request),
    };

    private IamRequest Own(string call, ResourceNode node)
    {
        var request = Ask(call, DeployRole.Arn(node)).On(TagsOf(node));
        return call switch
        {
            "kms:ScheduleKeyDeletion" =>
                request.With("kms:ScheduleKeyDeletionPendingWindowInDays", node.Text("deletionWindowInDays")!),
            "iam:AttachRolePolicy" or "iam:DetachRolePolicy" =>
                Bounded(request).With("iam:PolicyARN", DeployRole.Arn(role.Graph.OfType(TypeToken.IamPolicy).First())),
            _ => Detailed(request, node),
        };
    }

    private IamRequest Record(string call, ResourceNode node) =>
        Ask(call, $"arn:{role.Partition}:route53:::hostedzone/{node.Text("zoneId")}")
            .With("route53:ChangeResourceRecordSetsNormalizedRecordNames", node.Text("name")!.TrimEnd('.'));

    private IEnumerable<ResourceNode> Named(ResourceNode node, string input)
    {
        IEnumerable<string> names = node.Text(input) is { } one ? [one] : node.Texts(input);
        return names.Select(name => role.Graph.Nodes.Single(other => other.IsCustom && TagsOf(other).Count > 0
            && (other.Id == name || other.Output("arn") == name || other.Output("name") == name)));
    }

    /// <summary>The tags that a resource gets; those of a group stand in a list.</summary>
    private static Dictionary<string, string> TagsOf(ResourceNode node) =>
        node.Find("tags") is IReadOnlyDictionary<string, object> tags
            ? tags.ToDictionary(tag => tag.Key, tag => (string)tag.Value)
            : node.Paths("tags").ToDictionary(path => node.Text($"{path}.key")!, path => node.Text($"{path}.value")!);
}
