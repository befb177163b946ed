using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Checks.Controls;

/// <summary>The web application firewall.</summary>
internal static class WafControls
{
    // They let who reads the log act for the visitor.
    private static readonly string[] Secrets = ["authorization", "cookie"];

    private static readonly string[] Baseline =
        ["AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesKnownBadInputsRuleSet", "AWSManagedRulesCommonRuleSet"];

    private static readonly Subjects Acls = Subjects.OfType(TypeToken.WebAcl, "web ACL");

    public static ControlArea Area { get; } = new("WAF",
    [
        new("alb-waf", Severity.Medium, "A web application firewall looks at requests from the internet.")
        {
            Sources = ["Security Hub ELB.16", "checkov CKV2_AWS_28", "cdk-nag ALBWAFEnabled"],
            On = Subjects.LoadBalancers.Where("load balancer on the internet", balancer => !balancer.IsTrue("internal")),
            Problem = Expect.Companion(TypeToken.WebAclAssociation, "resourceArn"),
            Mend = "set waf",
        },
        new("alb-waf-fails-closed", Severity.Medium, "When the firewall can't answer, requests are refused rather than let through.")
        {
            On = Subjects.LoadBalancers,
            Problem = Expect.NotTrue("enableWafFailOpen"),
            Mend = "set enableWafFailOpen to false",
        },
        new("waf-rules", Severity.Medium, "The firewall has rules for a region's resources, and each does something.")
        {
            Sources = ["FSBP WAF.10", "checkov CKV_AWS_175", "checkov CKV_AWS_342"],
            On = Acls,
            Problem = Expect.All(
                Expect.OneOf("scope", "REGIONAL"),
                (acl, _) => acl.Items("rules").IsEmpty ? "has no rules" : null,
                Expect.None("has a rule without an action:", (acl, _) =>
                    Rules(acl, rule => !acl.Has($"{rule}.action") && !acl.Has($"{rule}.overrideAction")))),
            Mend = "give every rule an action or an overrideAction",
        },
        new("waf-known-bad-inputs", Severity.High, "Known attacks such as Log4Shell are blocked.")
        {
            Sources = ["checkov CKV_AWS_192", "checkov CKV2_AWS_76"],
            On = Acls,
            Problem = (acl, _) => acl.Paths("rules").Any(rule => BlocksKnownBadInputs(acl, rule))
                ? null
                : "does not block AWSManagedRulesKnownBadInputsRuleSet",
            Mend = "add AWSManagedRulesKnownBadInputsRuleSet with overrideAction none and no exceptions",
        },
        new("waf-rules-complete", Severity.Medium, "Requests that no rule turns away come through, and each rule says what it turns away.")
        {
            On = Acls,
            Problem = Expect.All(
                (acl, _) => acl.Has("defaultAction.allow") ? null : "does not allow what no rule blocks",
                Expect.None("has a rule that acts on nothing:", (acl, _) => Rules(acl, rule => !ActsOnSomething(acl, rule))),
                Expect.None("only counts what it should block:", (acl, _) => Rules(acl, rule =>
                    !acl.Has($"{rule}.overrideAction.none") && !acl.Has($"{rule}.action.block"))),
                Expect.None("leaves out requests or rules of the group", (acl, _) => Rules(acl, rule =>
                    acl.Has($"{rule}.statement.managedRuleGroupStatement.scopeDownStatement")
                    || acl.Has($"{rule}.statement.rateBasedStatement.scopeDownStatement")
                    || acl.Items($"{rule}.statement.managedRuleGroupStatement.ruleActionOverrides").Length > 0)),
                Expect.None("has two rules of the priority", (acl, _) => Twice(acl, "priority")),
                Expect.None("has no priority for the rule", (acl, _) => Rules(acl, rule => acl.Number($"{rule}.priority") is not >= 0)),
                Expect.None("has two rules with the name", (acl, _) => Twice(acl, "name")),
                Expect.None("has two rules with the metric", (acl, _) => Twice(acl, "visibilityConfig.metricName")),
                Expect.None("has two rules with the group", (acl, _) => Twice(acl, "statement.managedRuleGroupStatement.name"))),
            Mend = "give each rule a name and a priority of its own, and a managed group of AWS or a limit for each address",
        },
        new("waf-no-samples", Severity.Medium, "The firewall keeps no samples: they show the very headers that its log leaves out.")
        {
            On = Acls,
            Problem = Expect.All(
                Expect.OneOf("visibilityConfig.sampledRequestsEnabled", "false"),
                Expect.None("keeps samples of the rule", (acl, _) =>
                    Rules(acl, rule => acl.Text($"{rule}.visibilityConfig.sampledRequestsEnabled") != "false"))),
            Mend = "set visibilityConfig.sampledRequestsEnabled to false",
        },
        new("waf-managed-groups", Severity.Medium, "AWS's own rules turn away known attackers and common attacks.")
        {
            // The baseline for a website of any kind:
            // https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html.
            On = Acls,
            Problem = Expect.None("has no rule for", (acl, _) => Baseline.Except(
                acl.Paths("rules").Select(rule => acl.Text($"{rule}.statement.managedRuleGroupStatement.name")))),
            Mend = "add a rule for the managed group",
        },
        new("waf-metrics", Severity.Medium, "The firewall and each of its rules count what they do.")
        {
            Sources = ["FSBP WAF.12"],
            On = Acls,
            Problem = Expect.All(
                Expect.True("visibilityConfig.cloudwatchMetricsEnabled"),
                Expect.None("has a rule without metrics:", (acl, _) =>
                    Rules(acl, rule => !acl.IsTrue($"{rule}.visibilityConfig.cloudwatchMetricsEnabled")))),
            Mend = "set visibilityConfig.cloudwatchMetricsEnabled",
        },
        new("waf-logging", Severity.Low, "What the firewall decides is logged, without passwords and cookies.")
        {
            Sources = ["Security Hub WAF.11", "checkov CKV2_AWS_31", "cdk-nag WAFv2LoggingEnabled"],
            On = Acls,
            Problem = Expect.Companion(TypeToken.WebAclLoggingConfiguration, "resourceArn", Expect.None("logs the header", Exposed)),
            Mend = "add a WebAclLoggingConfiguration that redacts authorization and cookie",
        },
    ]);

    private static IEnumerable<string> Rules(ResourceNode acl, Func<string, bool> condition) =>
        acl.Paths("rules").Where(condition).Select(rule => acl.Text($"{rule}.name") ?? rule);

    // A window of another length AWS refuses:
    // https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based.html.
    private static bool ActsOnSomething(ResourceNode acl, string rule) =>
        acl.Text($"{rule}.statement.managedRuleGroupStatement.vendorName") == "AWS"
            && acl.Text($"{rule}.statement.managedRuleGroupStatement.name")?.StartsWith("AWSManagedRules", StringComparison.Ordinal) == true
        || acl.Text($"{rule}.statement.rateBasedStatement.aggregateKeyType") == "IP"
            && acl.Number($"{rule}.statement.rateBasedStatement.evaluationWindowSec") is null or 60 or 120 or 300 or 600;

    private static IEnumerable<string> Twice(ResourceNode acl, string input) => acl.Paths("rules")
        .Select(rule => acl.Text($"{rule}.{input}"))
        .OfType<string>()
        .GroupBy(value => value, StringComparer.Ordinal)
        .Where(same => same.Count() > 1)
        .Select(same => same.Key);

    private static bool BlocksKnownBadInputs(ResourceNode acl, string rule) =>
        acl.Text($"{rule}.statement.managedRuleGroupStatement.name") == "AWSManagedRulesKnownBadInputsRuleSet"
        && acl.Has($"{rule}.overrideAction.none")
        && acl.Items($"{rule}.statement.managedRuleGroupStatement.ruleActionOverrides").IsEmpty;

    private static IEnumerable<string> Exposed(ResourceNode logging, ResourceGraph graph) =>
        Secrets.Except(logging.Paths("redactedFields").Select(field => logging.Text($"{field}.singleHeader.name")!));
}
