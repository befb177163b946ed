namespace Infra.Cli.Tests.Roles;

/// <summary>
/// The table of attacks that the policies are tested with, one a line. Add yours: <see cref="IntrusionTests"/> asks each of every stack,
/// and fails for one that AWS would let happen.
/// </summary>
internal static class Intrusions
{
    private const string BoundaryKey = "iam:PermissionsBoundary";
    private const string PolicyKey = "iam:PolicyARN";
    private const string ServiceKey = "iam:PassedToService";
    private const string TemplateKey = "ec2:LaunchTemplate";

    public static IReadOnlyList<Intrusion> All =>
    [
        // Becoming administrator.
        new("a role without a boundary", at => [at.Deploys("iam:CreateRole", at.ServersRole, giving: at.Ours)]),
        new("a role whose boundary is administrator", at =>
            [at.Deploys("iam:CreateRole", at.ServersRole, giving: at.Ours, context: (BoundaryKey, at.Administrator))]),
        new("a role with a boundary of one's own", at =>
        [
            at.Deploys("iam:CreatePolicy", at.Iam("policy/fleet-identity-policy-x"), giving: at.Ours),
            at.Deploys("iam:CreateRole", at.ServersRole, giving: at.Ours, context: (BoundaryKey, at.Iam("policy/fleet-identity-policy-x"))),
        ]),
        new("a policy that allows all, a role, attached, assumed: read secrets", at =>
            [.. AllRights(at), at.AsMade("kms:Decrypt", at.StateKey)]),
        new("the same: another stack's state", at =>
            [.. AllRights(at), at.AsMade("s3:GetObject", at.S3("octo-state/infra/other/.pulumi/x"))]),
        new("the same: a user with keys", at => [.. AllRights(at), at.AsMade("iam:CreateAccessKey", at.Iam("user/x"))]),
        new("the same: a role without a boundary", at => [.. AllRights(at), at.AsMade("iam:CreateRole", at.Iam("role/x"))]),
        new("the same: another role", at => [.. AllRights(at), at.AsMade("sts:AssumeRole", at.Iam("role/admin"))]),
        new("the same: the servers of another stack", at =>
            [.. AllRights(at), at.AsMade("ssm:StartSession", at.Arn("ec2", "instance/i-1"))]),
        new("the same: its page", at => [.. AllRights(at), at.AsMade("s3:PutObject", at.S3("site-storage-bucket-1/site.tar"))]),
        new("the same: read a site from outside", at =>
            [.. AllRights(at), at.AsMade("s3:GetObject", at.S3("site-storage-bucket-1/site.tar"))]),
        new("attach administrator", at => [Attach(at, at.ServersRole, at.Administrator, at.Boundary)]),
        new("attach to a role of before, without a boundary", at =>
            [at.Deploys("iam:AttachRolePolicy", at.ServersRole, at.Ours, context: (PolicyKey, at.Iam("policy/fleet-identity-policy-x")))]),
        new("attach to the deploying role", at =>
            [Attach(at, at.Iam($"role/{at.Project}-deploy-{at.Stack}"), at.Iam("policy/fleet-identity-policy-x"), at.Boundary)]),
        new("attach to another team's role", at =>
            [Attach(at, at.Iam("role/theirs"), at.Iam("policy/fleet-identity-policy-x"), at.Boundary)]),
        new("detach the deploying role's limits", at =>
            [at.Deploys("iam:DetachRolePolicy", at.Iam($"role/{at.Project}-deploy-{at.Stack}"))]),
        new("a policy in the role", at => [at.Deploys("iam:PutRolePolicy", at.ServersRole, at.Ours, context: (BoundaryKey, at.Boundary))]),
        new("take the boundary away", at =>
            [at.Deploys("iam:DeleteRolePermissionsBoundary", at.ServersRole, at.Ours, context: (BoundaryKey, at.Boundary))]),
        new("exchange the boundary", at =>
            [at.Deploys("iam:PutRolePermissionsBoundary", at.ServersRole, at.Ours, context: (BoundaryKey, at.Administrator))]),
        new("widen the boundary", at => [at.Deploys("iam:CreatePolicyVersion", at.Boundary)]),
        new("widen the boundary, whosever it is", at => [at.Deploys("iam:CreatePolicyVersion", at.Boundary, at.Ours)]),
        new("the boundary as it was", at => [at.Deploys("iam:SetDefaultPolicyVersion", at.Boundary)]),
        new("delete the boundary and make it anew", at => [at.Deploys("iam:DeletePolicy", at.Boundary)]),
        new("widen the deploying role's policies", at =>
            [at.Deploys("iam:CreatePolicyVersion", at.Iam($"policy/{at.Project}-{at.Stack}-identity"))]),
        new("be trusted by the deploying role of another stack", at =>
            [at.Deploys("iam:UpdateAssumeRolePolicy", at.Iam($"role/{at.Project}-deploy-other"))]),
        new("be trusted by the servers of another stack", at => [at.Deploys("iam:UpdateAssumeRolePolicy", at.ServersRole, at.Prods)]),
        new("another stack's policy", at => [at.Deploys("iam:CreatePolicyVersion", at.Iam("policy/fleet-identity-policy-1"), at.Prods)]),
        new("pass a role to Lambda", at => [at.Deploys("iam:PassRole", at.ServersRole, context: (ServiceKey, "lambda.amazonaws.com"))]),
        new("pass a role to Glue", at => [at.Deploys("iam:PassRole", at.ServersRole, context: (ServiceKey, "glue.amazonaws.com"))]),
        new("pass an administrator's role to EC2", at =>
            [at.Deploys("iam:PassRole", at.Iam("role/admin"), context: (ServiceKey, "ec2.amazonaws.com"))]),
        // AWS asks for iam:PassRole of the role, too.
        new("another's role in an instance profile", at =>
        [
            at.Deploys("iam:AddRoleToInstanceProfile", at.Iam("instance-profile/fleet-identity-profile-1"), at.Ours),
            at.Deploys("iam:PassRole", at.Iam("role/admin"), context: (ServiceKey, "ec2.amazonaws.com")),
        ]),
        new("our role in another's instance profile", at =>
            [at.Deploys("iam:AddRoleToInstanceProfile", at.Iam("instance-profile/theirs"))]),
        new("a user", at => [at.Deploys("iam:CreateUser", at.Iam("user/x"))]),
        new("a key of a user", at => [at.Deploys("iam:CreateAccessKey", at.Iam("user/admin"))]),
        new("another identity provider", at => [at.Deploys("iam:CreateOpenIDConnectProvider", at.Iam("oidc-provider/evil.example"))]),
        new("another role", at => [at.Deploys("sts:AssumeRole", at.Iam($"role/{at.Project}-deploy-other"))]),

        // State and secrets.
        new("read another stack's state", at => [at.Deploys("s3:GetObject", State(at, "other"))]),
        new("write another stack's state", at => [at.Deploys("s3:PutObject", State(at, "other"))]),
        new("delete another stack's history", at =>
            [at.Deploys("s3:DeleteObject", at.S3($"octo-state/{at.Project}/other/.pulumi/history/{at.Project}/other/1.json"))]),
        new("break another stack's lock", at =>
            [at.Deploys("s3:DeleteObject", at.S3($"octo-state/{at.Project}/other/.pulumi/locks/organization/{at.Project}/other/1.json"))]),
        new("read the state of a stack whose name begins alike", at => [at.Deploys("s3:GetObject", State(at, $"{at.Stack}-2"))]),
        new("read what all stacks shared before", at =>
            [at.Deploys("s3:GetObject", at.S3($"octo-state/.pulumi/stacks/{at.Project}/other.json"))]),
        new("decrypt another stack's secrets", at => [at.Deploys("kms:Decrypt", at.OtherStateKey, at.States)]),
        new("preview: read another stack's state", at => [at.Reads("s3:GetObject", State(at, "other"))]),
        new("preview: decrypt another stack's secrets", at => [at.Reads("kms:Decrypt", at.OtherStateKey)]),
        new("preview: write the state", at => [at.Reads("s3:PutObject", State(at, at.Stack))]),
        new("preview: read the boot script of any server", at =>
            [at.Reads("ec2:DescribeInstanceAttribute", at.Arn("ec2", "instance/i-1"))]),
        new("preview: read the boot scripts of another team's groups", at => [at.Reads("autoscaling:DescribeLaunchConfigurations", "*")]),
        new("preview: read the logs", at => [at.Reads("s3:GetObject", at.S3("logs-storage-bucket-1/x"))]),
        new("tag the state's key, delete it", at =>
        [
            at.Deploys("kms:TagResource", at.StateKey, at.States, at.Ours),
            at.Deploys("kms:ScheduleKeyDeletion", at.StateKey, at.Ours, context: ("kms:ScheduleKeyDeletionPendingWindowInDays", "30")),
        ]),
        new("another policy on the state's key", at => [at.Deploys("kms:PutKeyPolicy", at.StateKey, at.Ours)]),
        new("delete another stack's state key", at => [at.Deploys("kms:ScheduleKeyDeletion", at.OtherStateKey, at.States,
            context: ("kms:ScheduleKeyDeletionPendingWindowInDays", "30"))]),
        new("open the state's bucket", at => [at.Deploys("s3:PutBucketPolicy", at.S3("octo-state"))]),
        new("forget the state's versions", at => [at.Deploys("s3:DeleteObjectVersion", State(at, at.Stack))]),

        // What is another team's, or another environment's.
        new("tag another team's VPC, delete it", at =>
        [
            at.Deploys("ec2:CreateTags", at.Arn("ec2", "vpc/vpc-1"), at.Teams, at.Ours),
            at.Deploys("ec2:DeleteVpc", at.Arn("ec2", "vpc/vpc-1"), at.Ours),
        ]),
        new("tag a VPC that has no tags, delete it", at =>
        [
            at.Deploys("ec2:CreateTags", at.Arn("ec2", "vpc/vpc-1"), giving: at.Ours),
            at.Deploys("ec2:DeleteVpc", at.Arn("ec2", "vpc/vpc-1"), at.Ours),
        ]),
        new("open another environment's security group", at =>
            [at.Deploys("ec2:AuthorizeSecurityGroupIngress", at.Arn("ec2", "security-group/sg-1"), at.Prods)]),
        new("open a security group without tags", at =>
            [at.Deploys("ec2:AuthorizeSecurityGroupIngress", at.Arn("ec2", "security-group/sg-1"))]),
        new("send another's visitors elsewhere", at =>
            [at.Deploys("elasticloadbalancing:ModifyListener", at.Arn("elasticloadbalancing", "listener/app/a/1/2"), at.Prods)]),
        new("run code on another's servers", at =>
            [at.Deploys("ec2:CreateLaunchTemplateVersion", at.Arn("ec2", "launch-template/lt-1"), at.Prods)]),
        new("more of another's servers", at => [at.Deploys("autoscaling:UpdateAutoScalingGroup",
            at.Arn("autoscaling", "autoScalingGroup:1:autoScalingGroupName/fleet-group-1"), at.Prods)]),
        new("roll another's servers", at => [at.Deploys("autoscaling:StartInstanceRefresh",
            at.Arn("autoscaling", "autoScalingGroup:1:autoScalingGroupName/fleet-group-1"), at.Teams)]),
        new("another policy on a key of another", at => [at.Deploys("kms:PutKeyPolicy", at.OtherStateKey, at.Prods)]),
        new("delete another's alarms", at => [at.Deploys("cloudwatch:DeleteAlarms", at.Arn("cloudwatch", "alarm:watch-1"), at.Prods)]),
        new("listen to another's alerts", at => [at.Deploys("sns:Subscribe", at.Arn("sns", "alerts-topic-1"), at.Prods)]),
        new("the firewall of another, away", at =>
            [at.Deploys("wafv2:DeleteWebACL", at.Arn("wafv2", "regional/webacl/waf-acl-1/1"), at.Prods)]),
        new("the flow logs of another, away", at =>
            [at.Deploys("logs:DeleteLogGroup", at.Arn("logs", "log-group:net-flow-logs-group-1"), at.Prods)]),
        new("another bucket", at => [at.Deploys("s3:DeleteBucket", at.S3("theirs"))]),
        new("another's parameters", at => [at.Deploys("ssm:GetParameter", at.Arn("ssm", "parameter/theirs/password"))]),
        new("a shell on a server", at => [at.Deploys("ssm:StartSession", at.Arn("ec2", "instance/i-1"), at.Ours)]),
        new("a command on a server", at => [at.Deploys("ssm:SendCommand", at.Arn("ec2", "instance/i-1"), at.Ours)]),
        new("other start data of a server", at => [at.Deploys("ec2:ModifyInstanceAttribute", at.Arn("ec2", "instance/i-1"), at.Ours)]),

        // AWS looks at a template's profile, and at the right to pass its role, when a group gets a version by its number, and never again:
        // https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-launch-template-permissions.html.
        new("servers with an administrator's profile, by a group that follows its template", at =>
        [
            at.Deploys("autoscaling:UpdateAutoScalingGroup", Group(at), at.Ours, context: (DeploymentRequests.VersionSpecified, "false")),
            at.Deploys("ec2:CreateLaunchTemplateVersion", at.Arn("ec2", "launch-template/lt-1"), at.Ours),
        ]),
        new("the same, by a new group", at =>
        [
            at.Deploys("autoscaling:CreateAutoScalingGroup", Group(at), giving: at.Ours,
                context: (DeploymentRequests.VersionSpecified, "false")),
            at.Deploys("ec2:CreateLaunchTemplateVersion", at.Arn("ec2", "launch-template/lt-1"), at.Ours),
        ]),
        new("a server in another team's network, which has no tags", at => [at.Deploys("ec2:RunInstances", at.Arn("ec2", "subnet/subnet-1"),
            context: (TemplateKey, at.Arn("ec2", "launch-template/lt-1")))]),
        new("a server within another team's security group", at => [at.Deploys("ec2:RunInstances", at.Arn("ec2", "security-group/sg-1"),
            context: (TemplateKey, at.Arn("ec2", "launch-template/lt-1")))]),
        new("a disk of another team's snapshot, to read it", at => [at.Deploys("ec2:RunInstances", at.Arn("ec2", "snapshot/snap-1"),
            context: (TemplateKey, at.Arn("ec2", "launch-template/lt-1")))]),
        new("an alarm that terminates another's server", at => [Alarm(at, $"arn:aws:automate:{at.Region}:ec2:terminate")]),
        new("an alarm that calls another's function", at => [Alarm(at, at.Arn("lambda", "function:theirs"))]),

        // Elsewhere.
        new("a network in another region", at => [at.Deploys("ec2:CreateVpc", at.Elsewhere("ec2", "vpc/vpc-1"), giving: at.Ours)]),
        new("servers in another region", at => [at.Deploys("ec2:RunInstances", at.Elsewhere("ec2", "instance/i-1"),
            context: ("ec2:LaunchTemplate", at.Elsewhere("ec2", "launch-template/lt-1")))]),
        new("a key in another region", at => [at.Deploys("kms:PutKeyPolicy", at.Elsewhere("kms", "key/1"), at.Ours)]),
        new("hide what was done", at => [at.Deploys("cloudtrail:StopLogging", at.Arn("cloudtrail", "trail/t"))]),
        new("leave the organization", at => [at.Deploys("organizations:LeaveOrganization", "*")]),
    ];

    // All of these are allowed but for the last step: what the made role can do is what counts.
    private static IEnumerable<(Actor By, IamRequest Asked)> AllRights(Intruder at) =>
    [
        at.Deploys("iam:CreatePolicy", at.Iam("policy/fleet-identity-policy-x"), giving: at.Ours),
        at.Deploys("iam:CreateRole", at.ServersRole, giving: at.Ours, context: (BoundaryKey, at.Boundary)),
        Attach(at, at.ServersRole, at.Iam("policy/fleet-identity-policy-x"), at.Boundary),
        at.Deploys("iam:UpdateAssumeRolePolicy", at.ServersRole, at.Ours),
    ];

    private static (Actor By, IamRequest Asked) Attach(Intruder at, string role, string policy, string boundary) =>
        at.Deploys("iam:AttachRolePolicy", role, at.Ours, context: [(PolicyKey, policy), (BoundaryKey, boundary)]);

    private static (Actor By, IamRequest Asked) Alarm(Intruder at, string action) => at.Deploys("cloudwatch:PutMetricAlarm",
        at.Arn("cloudwatch", "alarm:watch-1"), at.Ours, context: (DeploymentRequests.AlarmActions, action));

    private static string Group(Intruder at) => at.Arn("autoscaling", "autoScalingGroup:1:autoScalingGroupName/fleet-group-1");

    private static string State(Intruder at, string stack) =>
        at.S3($"octo-state/{at.Project}/{stack}/.pulumi/stacks/{at.Project}/{stack}.json");
}
