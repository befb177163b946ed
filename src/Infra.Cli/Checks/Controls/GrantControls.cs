using Infra.Applications;
using Infra.Cli.Checks.Grants;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;
using Infra.Common;
using Infra.Networking;

namespace Infra.Cli.Checks.Controls;

/// <summary>Who has to write, read or tell something may do so by the policies, and by nothing more than them.</summary>
internal static class GrantControls
{
    // Without one of these a key can't be deployed, tended or saved any more: no other statement names the account.
    private static readonly string[] KeyAdministration =
    [
        "kms:CancelKeyDeletion", "kms:DescribeKey", "kms:DisableKey", "kms:DisableKeyRotation", "kms:EnableKey", "kms:EnableKeyRotation",
        "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListKeyPolicies", "kms:ListResourceTags", "kms:PutKeyPolicy",
        "kms:ScheduleKeyDeletion", "kms:TagResource", "kms:UntagResource", "kms:UpdateKeyDescription",
    ];

    private static readonly string[] TopicAdministration =
    [
        "sns:DeleteTopic", "sns:GetTopicAttributes", "sns:ListSubscriptionsByTopic", "sns:Publish", "sns:SetTopicAttributes",
        "sns:Subscribe",
    ];

    // https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html; the group itself is the stack's to make.
    private static readonly string[] FlowLogActions = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"];

    private static readonly string[] EncryptedPublishing = ["kms:GenerateDataKey", "kms:Decrypt"];

    public static ControlArea Area { get; } = new("Grants",
    [
        new("grant-load-balancer-logs", Severity.Medium, "The load balancer can write its logs.")
        {
            // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
            On = Subjects.LoadBalancers,
            Problem = Expect.None("can't write", (balancer, graph) => DeclaredBucketLogs.Kinds
                .Where(kind => balancer.IsTrue($"{kind}.enabled"))
                .Where(kind => !CanWriteLogs(balancer, graph, kind))),
            Mend = "allow logdelivery.elasticloadbalancing.amazonaws.com to s3:PutObject in the bucket's policy",
        },
        new("grant-bucket-logs", Severity.Low, "S3 can write the log of a bucket's requests.")
        {
            // https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
            On = Subjects.OfType(TypeToken.BucketLogging, "bucket whose requests are logged"),
            Problem = (logging, graph) => CanLogRequests(logging, graph) ? null : $"can't write below {logging.Text("targetPrefix")}",
            Mend = "allow logging.s3.amazonaws.com to s3:PutObject below the prefix, in the target bucket's policy",
        },
        new("grant-flow-logs", Severity.Medium, "The VPC's flow logs reach their log group.")
        {
            On = Subjects.OfType(TypeToken.FlowLog, "flow log"),
            Problem = FlowLogProblem,
            Mend = "give the flow log a log group and a role of the stack that vpc-flow-logs.amazonaws.com may take and write by",
        },
        new("grant-server-site", Severity.High, "A server can fetch the site by its role.")
        {
            Requirements = ["R6"],
            On = Subjects.LaunchTemplates,
            Problem = SiteProblem,
            Mend = "allow s3:GetObject and s3:GetObjectVersion on the site's object to the role of the instance profile",
        },
        new("grant-server-logs", Severity.Medium, "Servers send the application's output to its log group, and may.")
        {
            On = new("log group of servers", DeclaredLog.GroupsOfServers),
            Problem = ServerLogProblem,
            Mend = "name the log group in the boot script, and allow logs:CreateLogStream and logs:PutLogEvents on its streams to the "
                + "role of the instance profile and in the policy of the endpoint",
        },
        new("grant-alarms", Severity.High, "Alarms can publish to the topic, and encrypt by its key.")
        {
            Requirements = ["R6", "R8"],
            On = Subjects.OfType(TypeToken.Topic, "topic"),
            Problem = AlarmsProblem,
            Mend = "allow cloudwatch.amazonaws.com for this account in the policies of topic and key, and only for this account",
        },
        new("grant-administration", Severity.Medium, "The account can tend its topic and its key.")
        {
            On = new("topic or key", graph => graph.OfType(TypeToken.Topic).Concat(graph.OfType(TypeToken.KmsKey))),
            Problem = AdministrationProblem,
            Mend = "allow it to the account in the policy",
        },
    ]);

    private static bool CanWriteLogs(ResourceNode balancer, ResourceGraph graph, string kind)
    {
        var bucket = graph.ByIdOrArn(TypeToken.Bucket, balancer.Text($"{kind}.bucket"));
        var account = OwnAccount.Of(balancer);
        return bucket is not null && PolicyDecision.Allows(PolicyOf(bucket, graph), AccessRequest.OfService(
            "logdelivery.elasticloadbalancing.amazonaws.com",
            "s3:PutObject",
            $"{bucket.Output("arn")}/{Prefix(balancer.Text($"{kind}.prefix"))}AWSLogs/{account}/elasticloadbalancing/log.gz",
            account,
            balancer.Output("arn")!));
    }

    private static string Prefix(string? prefix) => prefix is null or "" ? "" : $"{prefix}/";

    private static bool CanLogRequests(ResourceNode logging, ResourceGraph graph) =>
        graph.ByIdOrArn(TypeToken.Bucket, logging.Text("bucket")) is { } source
        && graph.ByIdOrArn(TypeToken.Bucket, logging.Text("targetBucket")) is { } target
        && PolicyDecision.Allows(PolicyOf(target, graph), AccessRequest.OfService(
            "logging.s3.amazonaws.com",
            "s3:PutObject",
            $"{target.Output("arn")}/{logging.Text("targetPrefix")}log",
            OwnAccount.In(graph),
            source.Output("arn")!));

    private static IReadOnlyList<DeclaredStatement> PolicyOf(ResourceNode bucket, ResourceGraph graph) =>
        PolicyStatements.About(bucket, graph, TypeToken.BucketPolicy, "bucket");

    private static string? FlowLogProblem(ResourceNode log, ResourceGraph graph)
    {
        if (log.Text("logDestinationType") is not (null or "cloud-watch-logs") || log.Text("trafficType") != "ALL")
            return $"{Expect.Actual(log, "logDestinationType")}, and {Expect.Actual(log, "trafficType")}";
        if (graph.ByIdOrArn(TypeToken.LogGroup, log.Text("logDestination")) is not { } group)
            return "writes to no log group of the stack";
        if (GrantedRole.Of(graph, log.Text("iamRoleArn")) is not { } role)
            return "has no role of the stack";

        var account = OwnAccount.Of(group);
        var source = $"arn:{PartitionOf(group)}:ec2:{graph.Region}:{account}:vpc-flow-log/fl-1";
        return role.FirstRefused(
            AccessRequest.OfService("vpc-flow-logs.amazonaws.com", "sts:AssumeRole", "", account, source),
            FlowLogActions
                .Select(action => AccessRequest.OfAnybody(action, $"{group.Output("arn")}:log-stream:eni-1"))
                .Append(AccessRequest.OfAnybody("logs:DescribeLogGroups", group.Output("arn")!)));
    }

    private static string? SiteProblem(ResourceNode template, ResourceGraph graph) =>
        RefusedByRole(template, graph, SiteAccess.Of(graph));

    private static string? ServerLogProblem(ResourceNode group, ResourceGraph graph)
    {
        var writing = graph.OfType(TypeToken.LaunchTemplate)
            .Where(template => BootScript.Of(template).Text.Contains($"\"{group.Output("name")}\"", StringComparison.Ordinal))
            .ToList();
        if (writing.Count == 0)
            return "is named by no boot script";
        var requests = ApplicationLogGroup.Actions
            .Select(action => AccessRequest.OfAnybody(action, $"{group.Output("arn")}:log-stream:i-1/application")
                .With("aws:PrincipalAccount", OwnAccount.Of(group)))
            .ToList();
        var refusing =
            from endpoint in graph.OfType(TypeToken.VpcEndpoint)
            where endpoint.Text("serviceName")?.EndsWith($".{InterfaceEndpointPolicy.Logs}", StringComparison.Ordinal) == true
            let statements = DeclaredStatement.Of(endpoint, "policy")
            from request in requests
            where !PolicyDecision.Allows(statements, request)
            select $"is refused {request.Action} by {endpoint.Name}";
        return writing
            .Select(template => RefusedByRole(template, graph, requests))
            .FirstOrDefault(refused => refused is not null)
            ?? refusing.FirstOrDefault();
    }

    private static string? RefusedByRole(ResourceNode template, ResourceGraph graph, IEnumerable<AccessRequest> requests) =>
        GrantedRole.Of(graph, graph.ProfileOf(template)?.Text("role")) is not { } role
            ? "has no role of the stack"
            : role.FirstRefused(new("Service", Partition.Of(graph.Region).Ec2Principal, "sts:AssumeRole", ""), requests);

    private static string? AlarmsProblem(ResourceNode topic, ResourceGraph graph)
    {
        var policy = PolicyStatements.About(topic, graph, TypeToken.TopicPolicy, "arn");
        var account = OwnAccount.Of(topic);
        var publishing = OfAlarm("sns:Publish", topic, account);
        if (!PolicyDecision.Allows(policy, publishing))
            return $"does not let {publishing.Principal} publish";
        if (PolicyDecision.MayAllow(policy, publishing.With("aws:SourceAccount", OwnAccount.Stranger)))
            return "lets the alarms of other accounts publish";

        return graph.ByIdOrArn(TypeToken.KmsKey, topic.Text("kmsMasterKeyId")) is { } key
            ? KeyProblem(DeclaredStatement.Of(key, "policy"), key, account)
            : null;
    }

    // Auto Scaling publishes by a role of its own:
    // https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-sns-notifications.html.
    private static string? KeyProblem(IReadOnlyList<DeclaredStatement> policy, ResourceNode key, string account)
    {
        const string ScalingRole = "aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling";
        var arn = key.Output("arn")!;
        var roles = $"arn:{PartitionOf(key)}:iam::{account}:role";
        foreach (var action in EncryptedPublishing)
        {
            var alarm = OfAlarm(action, key, account);
            var scaling = new AccessRequest("AWS", $"{roles}/{ScalingRole}", action, arn);
            scaling = scaling.With("aws:PrincipalArn", scaling.Principal).With("kms:CallerAccount", account);
            foreach (var request in new[] { alarm, scaling })
            {
                if (!PolicyDecision.Allows(policy, request))
                    return $"{key.Name} does not allow {request}";
            }

            if (PolicyDecision.MayAllow(policy, alarm.With("aws:SourceAccount", OwnAccount.Stranger)))
                return $"{key.Name} serves the alarms of other accounts";
            if (PolicyDecision.MayAllow(policy, scaling.With("aws:PrincipalArn", $"{roles}/other"))
                || PolicyDecision.MayAllow(policy, scaling.With("kms:CallerAccount", OwnAccount.Stranger)))
            {
                return $"{key.Name} serves more than Auto Scaling's own role";
            }
        }

        return null;
    }

    private static string? AdministrationProblem(ResourceNode node, ResourceGraph graph)
    {
        var isKey = node.Type == TypeToken.KmsKey;
        var policy = isKey
            ? DeclaredStatement.Of(node, "policy")
            : PolicyStatements.About(node, graph, TypeToken.TopicPolicy, "arn");
        var arn = node.Output("arn")!;
        var root = $"arn:{PartitionOf(node)}:iam::{OwnAccount.Of(node)}:root";
        return (isKey ? KeyAdministration : TopicAdministration)
            .Where(action => !PolicyDecision.Allows(policy, new("AWS", root, action, arn)))
            .Select(action => $"does not let the account {action}")
            .FirstOrDefault();
    }

    // An alarm is in the region of the topic that it tells, and so is the topic's key.
    private static AccessRequest OfAlarm(string action, ResourceNode node, string account)
    {
        var arn = node.Output("arn")!;
        return AccessRequest.OfService(
            "cloudwatch.amazonaws.com",
            action,
            arn,
            account,
            $"arn:{PartitionOf(node)}:cloudwatch:{arn.Split(':')[3]}:{account}:alarm:any");
    }

    private static string PartitionOf(ResourceNode node) => node.Output("arn")!.Split(':')[1];
}
