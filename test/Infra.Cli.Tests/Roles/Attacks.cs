using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Recording;
using Infra.Cli.Tests.Docs;

namespace Infra.Cli.Tests.Roles;

/// <summary>What the role of a stack must not do: the requests that AWS would put to its policies.</summary>
internal sealed partial class Attacks(DeployRole role)
{
    private const string DefaultGroup = "net-default-group";

    private static readonly Dictionary<string, string> None = [];
    private static readonly Dictionary<string, string> Named = new() { ["Name"] = "theirs" };

    private readonly DeploymentRequests _deployment = new(role);

    private Dictionary<string, string> Ours => Tags(Project, Stack);

    // Not the state's.
    private string Key => Arn("kms", "key/99999999-12ab-34cd-56ef-1234567890ab");

    private string StateKey => Arn("kms", "key/1234abcd-12ab-34cd-56ef-1234567890ab");

    private string Group => Arn("ec2", "security-group/sg-1");

    private string Project => role.Graph.ProjectName;

    private string Stack => role.Graph.StackName;

    private Dictionary<string, string> OtherEnvironments => Tags(Project, "other");

    private Dictionary<string, string> OtherProjects => Tags("other", Stack);

    // Whose something is, by the tags on it: nobody's, another team's, another stack's, ours by one half.
    private Dictionary<string, string>[] Foreign =>
    [
        None, Named, OtherEnvironments, OtherProjects, new() { ["Project"] = Project }, new() { ["Environment"] = Stack },
    ];

    /// <summary>The attacks by what they are after.</summary>
    public IReadOnlyDictionary<string, IEnumerable<IamRequest>> All => new Dictionary<string, IEnumerable<IamRequest>>
    {
        ["tag what is foreign"] =
            from one in Tagged
            from arn in one.Arns
            from theirs in Foreign
            from given in new[] { Ours, Named, Ours.Concat(Named).ToDictionary(), Taken }.Concat(Foreign.Select(AsDefaultGroup))
            where !IsTakenForTheDefaultGroup(arn, theirs, given)
            select Ask(one.Give, arn).On(theirs).Giving(given),
        ["untag what is foreign"] =
            from one in Tagged
            from arn in one.Arns
            from theirs in Foreign
            select Ask(one.Take, arn).On(theirs).Naming("Name", "Environment"),
        ["name what is ours as another's"] =
            from one in Tagged
            from arn in one.Arns
            from theirs in new[] { OtherEnvironments, OtherProjects }
            select Ask(one.Give, arn).On(Ours).Giving(theirs),
        ["make what is not ours"] =
            from request in _deployment.All()
            where CheckedResources.Makes(request.Action) && request.Context.ContainsKey("aws:TagKeys")
                && request.Action.Split(':')[0] is "ec2" or "elasticloadbalancing" or "acm" or "autoscaling" or "kms"
                && !request.Resource.Contains(":security-group-rule/", StringComparison.Ordinal) // The group's tags count.
            from given in Foreign
            select Ask(request.Action, request.Resource).Giving(given),
        ["tag as new what is not ours"] =
            from made in new[]
            {
                Ask("ec2:CreateTags", Arn("ec2", "vpc/vpc-1")).With("ec2:CreateAction", "CreateVpc"),
                Ask("ec2:CreateTags", Arn("ec2", "security-group-rule/sgr-1")),
                Ask("elasticloadbalancing:AddTags", "*").With("elasticloadbalancing:CreateAction", "CreateLoadBalancer"),
                Ask("autoscaling:CreateOrUpdateTags", Arn("autoscaling", "autoScalingGroup:1:autoScalingGroupName/fleet-group-1")),
                Ask("acm:AddTagsToCertificate", "*"),
                Ask("kms:TagResource", "*"),
            }
            from given in Foreign
            select made.Giving(given),
        ["tag as new what is there"] =
        [
            Ask("ec2:CreateTags", Arn("ec2", "vpc/vpc-1")).Giving(Ours).With("ec2:CreateAction", "CreateTags"),
            Ask("elasticloadbalancing:AddTags", Arn("elasticloadbalancing", "loadbalancer/app/theirs/1"))
                .Giving(Ours).With("elasticloadbalancing:CreateAction", "AddTags"),
            Aliased(Ask("kms:TagResource", Key)).Giving(Ours),
            .. from theirs in Foreign.Skip(1)
               from request in new[] { Ask("acm:AddTagsToCertificate", Arn("acm", "certificate/1")), Ask("kms:TagResource", Key) }
               select request.On(theirs).Giving(Ours),
            .. from theirs in Foreign.Skip(2)
               from request in new[]
               {
                   Ask("autoscaling:CreateOrUpdateTags", Arn("autoscaling", "autoScalingGroup:1:autoScalingGroupName/fleet-group-1")),
                   Ask("ec2:CreateTags", Arn("ec2", "security-group-rule/sgr-1")),
               }
               select request.On(theirs).Giving(Ours),
        ],
        ["change what is foreign"] =
        [
            .. from change in Changes from theirs in Foreign
               select Ask(change.Action, change.Arn).On(theirs).With("kms:ScheduleKeyDeletionPendingWindowInDays", "30"),
            .. from theirs in Foreign.Skip(1)
               from action in new[] { "ec2:RevokeSecurityGroupEgress", "ec2:RevokeSecurityGroupIngress" }
               select Ask(action, Group).On(theirs),
            Aliased(Ask("kms:EnableKeyRotation", Key)),
            .. from theirs in Foreign.Skip(1) select Ask("kms:EnableKeyRotation", Key).On(theirs),
        ],
        ["touch the state's key"] =
            from tags in Foreign.Append(Ours).Append(_deployment.StatesTags)
            from action in new[]
            {
                "kms:TagResource", "kms:UntagResource", "kms:ScheduleKeyDeletion", "kms:PutKeyPolicy", "kms:EnableKeyRotation",
                "kms:UpdateKeyDescription",
            }
            select Ask(action, StateKey).On(tags).Giving(Ours).With("kms:ScheduleKeyDeletionPendingWindowInDays", "30"),
        ["touch the boundary"] =
            from tags in Foreign.Append(Ours)
            from action in new[]
            {
                "iam:CreatePolicyVersion", "iam:DeletePolicy", "iam:DeletePolicyVersion", "iam:SetDefaultPolicyVersion", "iam:TagPolicy",
                "iam:UntagPolicy",
            }
            select Ask(action, role.BoundaryArn).On(tags),
        ["take a boundary away"] =
            from node in role.Graph.OfType(TypeToken.Role)
            from action in new[] { "iam:DeleteRolePermissionsBoundary", "iam:PutRolePolicy" }
            select Ask(action, DeployRole.Arn(node)).On(Ours).With(DeploymentRequests.Boundary, role.BoundaryArn),
        ["touch another's state in the bucket"] =
            from action in new[] { "s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:GetObjectVersion", "s3:DeleteObjectVersion" }
            from key in _deployment.StateObjectsOf(Project, "other")
                .Concat(_deployment.StateObjectsOf("other", Stack))
                .Concat(_deployment.StateObjectsOf(Project, $"{Stack}2"))
                .Append(Global("s3", $"octo-state/.pulumi/stacks/{Project}/{Stack}.json"))
            select Ask(action, key),
        ["delete a key at once"] =
            [Ask("kms:ScheduleKeyDeletion", Key).On(Ours).With("kms:ScheduleKeyDeletionPendingWindowInDays", "7")],
        ["open a group that was taken for the default one"] =
        [
            .. from action in new[]
               {
                   "ec2:AuthorizeSecurityGroupEgress", "ec2:AuthorizeSecurityGroupIngress", "ec2:DeleteSecurityGroup",
                   "ec2:ModifySecurityGroupRules",
               }
               select Ask(action, Group).On(Taken),
            Ask("ec2:CreateTags", Group).On(Taken).Giving(Named),
            Ask("ec2:CreateTags", Group).On(Taken).Giving(Ours.Concat(Named).ToDictionary()),
            Ask("ec2:DeleteTags", Group).On(Taken).Naming("Name"),
            Ask("ec2:DeleteTags", Group).On(Taken).Naming("Owner", "Name"),
        ],
        ["start a server without a template"] = [Ask("ec2:RunInstances", Arn("ec2", "instance/new")).Giving(Ours)],
        ["start a server with what is foreign"] =
            from theirs in Foreign
            from used in new[] { "subnet/subnet-1", "security-group/sg-1", "launch-template/lt-1", "snapshot/snap-1", "key-pair/key-1" }
            select Ask("ec2:RunInstances", Arn("ec2", used)).On(theirs).With("ec2:LaunchTemplate", Arn("ec2", "launch-template/lt-1")),
        ["let servers follow a template that nobody looks at"] =
            from request in _deployment.All()
            where request.Action is "autoscaling:CreateAutoScalingGroup" or "autoscaling:UpdateAutoScalingGroup"
            select request.With(DeploymentRequests.VersionSpecified, "false"),
        ["do something by an alarm"] =
            from request in _deployment.All()
            where request.Action is "cloudwatch:PutMetricAlarm"
            from done in new[]
            {
                $"arn:{role.Partition}:automate:{role.Graph.Region}:ec2:terminate", Arn("lambda", "function:theirs"), Arn("sns", "theirs"),
            }
            from actions in new string[][] { [done], [.. request.Context[DeploymentRequests.AlarmActions], done] }
            select request.With(DeploymentRequests.AlarmActions, actions),
        ["use another name"] =
            from request in _deployment.All()
            where request.Resource.Split(':') is [_, _, "iam" or "s3" or "logs" or "sns" or "cloudwatch" or "wafv2", ..]
            let name = Names.First(name => request.Resource.Contains(name, StringComparison.Ordinal))
            select request with { Resource = request.Resource.Replace(name, "theirs", StringComparison.Ordinal) },
        ["change another stack's that has our names"] =
            from request in _deployment.All()
            where request.Context.ContainsKey("aws:ResourceTag/Project")
                && request.Resource.Split(':')[2] is "iam" or "logs" or "sns" or "cloudwatch" or "wafv2"
            from theirs in new[] { OtherEnvironments, OtherProjects } // Not buckets: S3 does not look at their tags.
            select request.On(theirs),
        ["use a key that is not the state's"] = [Ask("kms:Decrypt", Key), Ask("kms:Encrypt", Key)],
        ["give a role other rights, or to another service"] =
        [
            .. from request in _deployment.All()
               where request.Action is "iam:AttachRolePolicy" or "iam:DetachRolePolicy"
               select request.With("iam:PolicyARN", $"arn:{role.Partition}:iam::aws:policy/AdministratorAccess"),
            .. from request in _deployment.All()
               where request.Action is "iam:CreateRole" or "iam:PutRolePermissionsBoundary" or "iam:AttachRolePolicy"
               from other in new[]
               {
                   request with { Context = request.Context.Remove(DeploymentRequests.Boundary) },
                   request.With(DeploymentRequests.Boundary, Iam("policy/other")),
                   request.With(DeploymentRequests.Boundary, $"arn:{role.Partition}:iam::aws:policy/AdministratorAccess"),
               }
               select other,
            .. from request in _deployment.All()
               where request.Action is "iam:PassRole"
               select request.With("iam:PassedToService", "lambda.amazonaws.com"),
            .. from request in _deployment.All()
               where request.Action is "iam:CreateServiceLinkedRole"
               select request.With("iam:AWSServiceName", "spot.amazonaws.com"),
        ],
        ["name another site"] =
            from request in _deployment.All()
            where request.Action == "route53:ChangeResourceRecordSets"
            from other in new[]
            {
                request.With("route53:ChangeResourceRecordSetsNormalizedRecordNames", "www.theirs.example"),
                request with { Resource = $"arn:{role.Partition}:route53:::hostedzone/Z1" },
            }
            select other,
        ["act in another region"] =
            from request in _deployment.All()
            where request.Resource.Contains(role.Graph.Region, StringComparison.Ordinal)
                || (request.Resource == "*" && !request.Action.StartsWith("route53:", StringComparison.Ordinal))
            select Elsewhere(request),
    };

    // What the names begin with that the policies know.
    private IEnumerable<string> Names =>
    [
        .. role.Graph.Nodes.Where(node => node.IsCustom).Select(node => node.Name).OrderByDescending(name => name.Length),
        "fleet-group", "aws-waf-logs", "octo-state", "aws-service-role",
    ];

    /// <summary>Our tags, and the name of the VPC's default group.</summary>
    private Dictionary<string, string> Taken => AsDefaultGroup(Ours);

    /// <summary>What <c>docs/deploy-role.md</c> admits: AWS does not tell these from what is just being made.</summary>
    public IEnumerable<IamRequest> Admitted =>
    [
        Ask("acm:AddTagsToCertificate", Arn("acm", "certificate/1")).Giving(Ours),
        Ask("kms:TagResource", Key).Giving(Ours),
        Ask("ec2:CreateTags", Group).Giving(Taken),
        Ask("ec2:RevokeSecurityGroupIngress", Group),
    ];

    private static Dictionary<string, string> AsDefaultGroup(Dictionary<string, string> tags) =>
        new(tags) { ["Name"] = DefaultGroup };

    private static Dictionary<string, string> Tags(string project, string stack) =>
        new() { ["Project"] = project, ["Environment"] = stack };

    private static IamRequest Aliased(IamRequest request) => request.With("kms:ResourceAliases", "alias/theirs");

    private bool IsTakenForTheDefaultGroup(string arn, Dictionary<string, string> theirs, Dictionary<string, string> given) =>
        arn == Group && theirs.Count == 0 && given.Count == Taken.Count && !given.Except(Taken).Any();

    private IamRequest Elsewhere(IamRequest request) => request with
    {
        Resource = Elsewhere(request.Resource),
        Context = request.Context.ToImmutableDictionary(
            entry => entry.Key, entry => entry.Value.Select(Elsewhere).ToArray(), request.Context.KeyComparer),
    };

    private string Elsewhere(string text) => text.Replace(role.Graph.Region, "ca-west-1", StringComparison.Ordinal);

    private string Arn(string service, string resource) => _deployment.Arn(service, resource);

    private string Global(string service, string resource) => $"arn:{role.Partition}:{service}:::{resource}";

    private string Iam(string resource) => $"arn:{role.Partition}:iam::{Synthetic.AccountId}:{resource}";

    private IamRequest Ask(string action, string arn) => new IamRequest(action, arn).With("aws:RequestedRegion", role.Graph.Region);
}
