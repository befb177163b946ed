using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Controls;

/// <summary>What inspects requests is where they pass, and every policy, role and profile serves something.</summary>
internal static class DeliveryControls
{
    public static ControlArea Area { get; } = new("Attachments",
    [
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

    private static string? Firewall(ResourceNode acl, ResourceGraph graph)
    {
        var associations = Expect.Companions(acl, graph, TypeToken.WebAclAssociation, "webAclArn").ToList();
        if (!associations.Exists(other => graph.ByIdOrArn(TypeToken.LoadBalancer, other.Text("resourceArn")) is not null))
            return "stands before nothing of the stack's";

        return Expect.Companions(acl, graph, TypeToken.WebAclLoggingConfiguration, "resourceArn")
            .Select(logging => logging.Texts("logDestinationConfigs"))
            .All(logs => logs.Count > 0 && logs.All(arn => IsWritable(arn, graph)))
                ? null
                : "logs to what AWS does not let it write to";
    }

    private static bool IsWritable(string log, ResourceGraph graph) =>
        log.Contains(":log-group:aws-waf-logs-", StringComparison.Ordinal)
        && graph.OfType(TypeToken.LogGroup).Any(group => group.Output("arn") == log);

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
        return users.Any(user => user is not null && node.IsMeantBy(user)) ? null : "is used by nothing";
    }
}
