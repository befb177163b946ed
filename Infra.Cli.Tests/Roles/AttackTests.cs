using Infra.Cli.Tests.Docs;

namespace Infra.Cli.Tests.Roles;

/// <summary>What the role of dev must not do to anything that is not dev's.</summary>
internal sealed class AttackTests
{
    private const string StateKey = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private const string ForeignKey = "arn:aws:kms:eu-west-1:123456789012:key/99999999-12ab-34cd-56ef-1234567890ab";

    private static readonly Dictionary<string, string> None = [];
    private static readonly Dictionary<string, string> Named = new() { ["Name"] = "theirs" };
    private static readonly Dictionary<string, string> Ours = new() { ["Project"] = "infra", ["Environment"] = "dev" };
    private static readonly Dictionary<string, string> Prods = new() { ["Project"] = "infra", ["Environment"] = "prod" };
    private static readonly Dictionary<string, string> Shops = new() { ["Project"] = "shop", ["Environment"] = "dev" };
    private static readonly Dictionary<string, string> OursByHalf = new() { ["Project"] = "infra" };
    private static readonly Dictionary<string, string> States = new() { ["Project"] = "infra", ["Environment"] = "pulumi/state" };
    private static readonly Dictionary<string, string> DefaultGroups = new() { ["Name"] = "net-default-group" };

    // Whose something is, by the tags on it: nobody's, another team's, prod's, another project's.
    private static readonly Dictionary<string, string>[] Foreign = [None, Named, Prods, Shops, OursByHalf];

    // By the action that gives tags and the one that takes them; each may be asked about any of these.
    private static readonly (string Give, string Take, string[] Arns)[] Tagged =
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
        ("s3:TagResource", "s3:UntagResource", ["arn:aws:s3:::theirs", "arn:aws:s3:::octo-state"]),
        ("s3:PutBucketTagging", "s3:PutBucketTagging", ["arn:aws:s3:::theirs", "arn:aws:s3:::octo-state"]),
        ("s3:PutObjectTagging", "s3:PutObjectTagging", ["arn:aws:s3:::theirs/x", "arn:aws:s3:::octo-state/.pulumi/x"]),
        ("iam:TagRole", "iam:UntagRole", ["arn:aws:iam::123456789012:role/theirs", "arn:aws:iam::123456789012:role/infra-deploy-dev"]),
        ("iam:TagPolicy", "iam:UntagPolicy", ["arn:aws:iam::123456789012:policy/infra-dev-limits"]),
        ("iam:TagInstanceProfile", "iam:UntagInstanceProfile", ["arn:aws:iam::123456789012:instance-profile/theirs"]),
        ("kms:TagResource", "kms:UntagResource", [StateKey]),
    ];

    // What names don't keep apart, and tags do.
    private static readonly (string Action, string Arn)[] Changes =
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
        ("kms:PutKeyPolicy", ForeignKey),
        ("kms:ScheduleKeyDeletion", ForeignKey),
    ];

    private IReadOnlyList<RoleStatement> _statements = null!;

    // With NAT, since more is allowed then.
    [OneTimeSetUp]
    public async Task PrintTheRole() => _statements = (await DeployRole.Of(DeployRole.Nat)).Statements;

    [Test]
    public void Tags_OnWhatIsForeign_CantBeGiven() => AssertDenied(
        from one in Tagged from arn in one.Arns from theirs in Foreign
        from given in new[] { Ours, Named, Ours.Concat(Named).ToDictionary() }
        select Ask(one.Give, arn).On(theirs).Giving(given));

    [Test]
    public void Tags_OnWhatIsForeign_CantBeTaken() => AssertDenied(
        from one in Tagged from arn in one.Arns from theirs in Foreign
        select Ask(one.Take, arn).On(theirs).Naming("Name", "Environment"));

    // What AWS would have to say to be fooled by a call that creates: the tags of another, or half of ours.
    [TestCase("ec2:CreateTags", "ec2:CreateAction", "CreateVpc")]
    [TestCase("elasticloadbalancing:AddTags", "elasticloadbalancing:CreateAction", "CreateLoadBalancer")]
    public void Tags_OnWhatIsNew_AreNobodyElses(string action, string key, string value) => AssertDenied(
        from given in Foreign select Ask(action, "*").Giving(given).With(key, value));

    [TestCase("ec2:CreateTags", "ec2:CreateAction", "CreateTags")]
    [TestCase("elasticloadbalancing:AddTags", "elasticloadbalancing:CreateAction", "AddTags")]
    public void Tags_ByACallThatCreatesNothing_CantBeGiven(string action, string key, string value) =>
        AssertDenied([Ask(action, "*").Giving(Ours).With(key, value)]);

    [Test]
    public void Change_OfWhatIsForeign_IsDenied() => AssertDenied(
        from change in Changes from theirs in Foreign
        select Ask(change.Action, change.Arn).On(theirs).With("kms:ScheduleKeyDeletionPendingWindowInDays", "30"));

    // The attack that this is about: first its tags, then its end. Not even the tags alone would do.
    [Test]
    public void StatesKey_WhateverItBears_IsNeitherTaggedNorDeleted() => AssertDenied(
        from tags in Foreign.Append(States).Append(Ours) from aliased in new[] { true, false }
        from action in new[]
        {
            "kms:TagResource", "kms:UntagResource", "kms:ScheduleKeyDeletion", "kms:PutKeyPolicy", "kms:EnableKeyRotation",
            "kms:UpdateKeyDescription",
        }
        select Aliased(Ask(action, StateKey), aliased).On(tags).Giving(Ours).With("kms:ScheduleKeyDeletionPendingWindowInDays", "30"));

    [Test]
    public void ForeignKey_WithANameAnAliasOrAnOwner_IsNotTagged() => AssertDenied(
    [
        Aliased(Ask("kms:TagResource", ForeignKey), true).Giving(Ours),
        .. Foreign.Except([None]).Append(States).Select(theirs => Ask("kms:TagResource", ForeignKey).On(theirs).Giving(Ours)),
    ]);

    [Test]
    public void OwnKey_DeletedAtOnce_IsDenied() => AssertDenied(
        [Ask("kms:ScheduleKeyDeletion", ForeignKey).On(Ours).With("kms:ScheduleKeyDeletionPendingWindowInDays", "7")]);

    [Test]
    public void ForeignCertificate_WithANameOrAnOwner_IsNotTagged() => AssertDenied(
        Foreign.Except([None]).Select(theirs => Ask("acm:AddTagsToCertificate", Arn("acm", "certificate/1")).On(theirs).Giving(Ours)));

    [Test]
    public void OwnResource_NamedAsAnothers_IsDenied() => AssertDenied(
        from one in Tagged from arn in one.Arns from theirs in new[] { Prods, Shops } select Ask(one.Give, arn).On(Ours).Giving(theirs));

    // A default group comes without tags. So a foreign one without any can be tagged as ours: that must lead nowhere.
    [Test]
    public void Group_TakenForTheDefaultOne_StaysShut()
    {
        var group = Arn("ec2", "security-group/sg-1");
        var taken = Ours.Concat(DefaultGroups).ToDictionary();
        Assert.That(IamEvaluator.Allows(_statements, Ask("ec2:CreateTags", group).Giving(taken)), Is.True);

        AssertDenied(
        [
            Ask("ec2:CreateTags", group).On(taken).Giving(Named),
            Ask("ec2:CreateTags", group).On(taken).Giving(Ours.Concat(Named).ToDictionary()),
            Ask("ec2:DeleteTags", group).On(taken).Naming("Name"),
            Ask("ec2:DeleteTags", group).On(taken).Naming("Owner", "Name"),
            Ask("ec2:AuthorizeSecurityGroupIngress", group).On(taken),
            Ask("ec2:AuthorizeSecurityGroupEgress", group).On(taken),
            Ask("ec2:ModifySecurityGroupRules", group).On(taken),
            Ask("ec2:DeleteSecurityGroup", group).On(taken),
        ]);
    }

    // The rest that docs/deploy-role.md admits: AWS does not tell these from what is just being made.
    [TestCase("acm:AddTagsToCertificate", "certificate/1")]
    [TestCase("kms:TagResource", "key/99999999-12ab-34cd-56ef-1234567890ab")]
    public void Resource_WithoutAnyOfTheseTags_IsTakenForANewOne(string action, string resource) =>
        Assert.That(IamEvaluator.Allows(_statements, Ask(action, Arn(action.Split(':')[0], resource)).Giving(Ours)), Is.True);

    [Test]
    public void OtherRegion_Always_IsDenied() => AssertDenied(
        from action in new[] { "ec2:CreateVpc", "kms:CreateKey", "acm:RequestCertificate", "elasticloadbalancing:CreateLoadBalancer" }
        select Ask(action, "*").Giving(Ours).With("aws:RequestedRegion", "us-east-1"));

    private static string Arn(string service, string resource) => $"arn:aws:{service}:eu-west-1:123456789012:{resource}";

    private static IamRequest Ask(string action, string arn) => new IamRequest(action, arn).With("aws:RequestedRegion", "eu-west-1");

    private static IamRequest Aliased(IamRequest request, bool aliased) =>
        aliased ? request.With("kms:ResourceAliases", "alias/theirs") : request;

    private void AssertDenied(IEnumerable<IamRequest> requests)
    {
        var asked = requests.ToList();
        Assert.That(asked, Is.Not.Empty);
        Assert.That(asked.Where(request => IamEvaluator.Allows(_statements, request)), Is.Empty);
    }
}
