using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Controls;

/// <summary>Who writes logs is let to, and what inspects requests is where they pass.</summary>
internal static class DeliveryControls
{
    private static readonly string[] Kinds = ["accessLogs", "connectionLogs", "healthCheckLogs"];

    private static readonly string[] Writing = ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"];

    public static ControlArea Area { get; } = new("Log delivery",
    [
        new("delivery-load-balancer", Severity.High, "The bucket for the load balancer's logs lets it write them.")
        {
            // Else AWS refuses the load balancer:
            // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
            On = Subjects.LoadBalancers.Where("load balancer with logs", balancer => Kinds.Any(kind => balancer.IsTrue($"{kind}.enabled"))),
            Problem = Expect.None("may not write its", (balancer, graph) =>
                Kinds.Where(kind => balancer.IsTrue($"{kind}.enabled") && !MayLog(balancer, kind, graph))),
            Mend = "let logdelivery.elasticloadbalancing.amazonaws.com put objects below AWSLogs/ACCOUNT of the bucket",
        },
        new("delivery-bucket", Severity.Medium, "The bucket for the requests to another bucket lets S3 write them.")
        {
            On = Subjects.OfType(TypeToken.BucketLogging, "bucket with logs of its requests"),
            Problem = (logging, graph) => graph.ByIdOrArn(TypeToken.Bucket, logging.Text("targetBucket")) is not { } target
                ? "logs to a bucket that is not the stack's"
                : logging.Text("targetBucket") == logging.Text("bucket")
                    ? "logs to itself"
                    : Answer(target, "logging.s3.amazonaws.com", $"{logging.Text("targetPrefix")}log", "s3", graph)
                        ? null
                        : "may not write to its targetPrefix",
            Mend = "let logging.s3.amazonaws.com put objects below targetPrefix, for this account",
        },
        new("delivery-flow-logs", Severity.High, "Flow logs have a log group of this stack, and a role that may write to it.")
        {
            On = Subjects.OfType(TypeToken.FlowLog, "flow log").Where(log => log.Text("logDestinationType") is null or "cloud-watch-logs"),
            Problem = FlowLog,
            Mend = "set logDestination to the log group's ARN, and iamRoleArn to a role that vpc-flow-logs.amazonaws.com "
                + "may take to write there",
        },
        new("delivery-waf", Severity.High,
            "The firewall stands before the stack's load balancer, and its log is one that AWS lets it write to.")
        {
            On = Subjects.OfType(TypeToken.WebAcl, "web ACL"),
            Problem = Firewall,
            Mend = "associate the web ACL with the load balancer; a log group's name must begin with aws-waf-logs-",
        },
        new("delivery-used", Severity.Low, "Every policy, role and profile is used.")
        {
            On = new("role, policy or profile", graph =>
                graph.OfType(TypeToken.Role).Concat(graph.OfType(TypeToken.IamPolicy)).Concat(graph.OfType(TypeToken.InstanceProfile))),
            Problem = Unused,
            Mend = "attach it, or drop it",
        },
        new("delivery-attached", Severity.High, "A policy is attached to a role of this stack, and a profile has one.")
        {
            On = Subjects.OfType(TypeToken.RolePolicyAttachment, "attached policy"),
            Problem = (attachment, graph) => graph.ByIdOrArn(TypeToken.Role, attachment.Text("role")) is null
                ? Expect.Actual(attachment, "role")
                : null,
            Mend = "set role to the role's name",
        },
    ]);

    private static bool MayLog(ResourceNode balancer, string kind, ResourceGraph graph)
    {
        var prefix = balancer.Text($"{kind}.prefix") is { Length: > 0 } text ? $"{text}/" : "";
        return graph.ByIdOrArn(TypeToken.Bucket, balancer.Text($"{kind}.bucket")) is { } bucket
            && AccountOf(balancer) is { } account
            && !prefix.Contains("AWSLogs", StringComparison.Ordinal)
            && Answer(
                bucket, "logdelivery.elasticloadbalancing.amazonaws.com", $"{prefix}AWSLogs/{account}/log", balancer.Output("arn")!, graph);
    }

    private static bool Answer(ResourceNode bucket, string service, string key, string source, ResourceGraph graph)
    {
        var statements = Expect.Companions(bucket, graph, TypeToken.BucketPolicy, "bucket")
            .SelectMany(policy => DeclaredStatement.Of(policy, "policy")).ToList();
        var account = graph.OfType(TypeToken.LoadBalancer).Select(AccountOf).FirstOrDefault() ?? "";
        return new PolicyRequest("s3:PutObject", $"{bucket.Output("arn")}/{key}", new Dictionary<string, string>
        {
            ["aws:SourceAccount"] = account,
            ["aws:SourceArn"] = source,
            ["aws:SecureTransport"] = "true",
        })
        {
            Principal = service,
        }.IsAllowedBy(statements);
    }

    private static string? AccountOf(ResourceNode node) =>
        node.Output("arn")?.Split(':') is [_, _, _, _, var account, ..] ? account : null;

    private static string? FlowLog(ResourceNode log, ResourceGraph graph)
    {
        if (graph.OfType(TypeToken.LogGroup).FirstOrDefault(other => other.Output("arn") == log.Text("logDestination")) is not { } group)
            return "writes to a log group that is not the stack's";
        if (graph.ByIdOrArn(TypeToken.Role, log.Text("iamRoleArn")) is not { } role)
            return "has no role of this stack";

        Dictionary<string, string> facts = new()
        {
            ["aws:SourceAccount"] = AccountOf(log) ?? AccountOf(group) ?? "",
            ["aws:SourceArn"] = log.Output("arn") ?? $"arn:aws:ec2:{graph.Region}:{AccountOf(group)}:vpc-flow-log/{log.Id}",
        };
        if (!RolePolicies.Trusts(role, "vpc-flow-logs.amazonaws.com", facts))
            return $"may not take the role {role.Name}";

        var statements = RolePolicies.Of(role, graph);
        return Writing.Where(action => !new PolicyRequest(action, $"{group.Output("arn")}:log-stream:a", facts).IsAllowedBy(statements))
            .Select(action => $"has a role that may not {action}")
            .FirstOrDefault();
    }

    private static string? Firewall(ResourceNode acl, ResourceGraph graph)
    {
        var associations = Expect.Companions(acl, graph, TypeToken.WebAclAssociation, "webAclArn").ToList();
        if (!associations.Exists(other => graph.ByIdOrArn(TypeToken.LoadBalancer, other.Text("resourceArn")) is not null))
            return "stands before nothing of the stack's";

        return Expect.Companions(acl, graph, TypeToken.WebAclLoggingConfiguration, "resourceArn")
            .SelectMany(logging => logging.Texts("logDestinationConfigs").DefaultIfEmpty(""))
            .Where(arn => graph.OfType(TypeToken.LogGroup).All(group => group.Output("arn") != arn)
                || !arn.Contains(":log-group:aws-waf-logs-", StringComparison.Ordinal))
            .Select(_ => "logs to what AWS does not let it write to")
            .FirstOrDefault();
    }

    private static string? Unused(ResourceNode node, ResourceGraph graph)
    {
        var users = node.Type switch
        {
            TypeToken.Role => graph.OfType(TypeToken.InstanceProfile).Select(profile => profile.Text("role"))
                .Concat(graph.OfType(TypeToken.FlowLog).Select(log => log.Text("iamRoleArn"))),
            TypeToken.IamPolicy => graph.OfType(TypeToken.RolePolicyAttachment).Select(attachment => attachment.Text("policyArn")),
            _ => graph.OfType(TypeToken.LaunchTemplate).SelectMany(template =>
                new[] { template.Text("iamInstanceProfile.arn"), template.Text("iamInstanceProfile.name") }),
        };
        return users.Any(user => user is not null && (user == node.Id || user == node.Output("arn") || user == node.Output("name")))
            ? null
            : "is used by nothing";
    }
}
