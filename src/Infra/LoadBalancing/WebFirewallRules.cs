using Pulumi;
using Pulumi.Aws.WafV2.Inputs;

namespace Infra.LoadBalancing;

/// <summary>
/// The rules of the <see cref="WebFirewall"/>: first those that stop the widest range of requests, as recommended in
/// https://aws.github.io/aws-security-services-best-practices/guides/waf/recommended-waf-rule-order/docs/.
/// </summary>
internal static class WebFirewallRules
{
    private const int RateWindowSeconds = 300;

    public static WebAclRuleArgs[] All(Input<int> rateLimit) =>
    [
        Managed(0, "AWSManagedRulesAmazonIpReputationList"),
        RateLimit(1, rateLimit),
        Managed(2, "AWSManagedRulesKnownBadInputsRuleSet"),
        Managed(3, "AWSManagedRulesCommonRuleSet"),
    ];

    // "none" leaves each rule of the group its own action; "count" would only watch.
    private static WebAclRuleArgs Managed(int priority, string group) => new()
    {
        Name = group,
        Priority = priority,
        OverrideAction = new WebAclRuleOverrideActionArgs { None = new WebAclRuleOverrideActionNoneArgs() },
        Statement = new WebAclRuleStatementArgs
        {
            ManagedRuleGroupStatement = new WebAclRuleStatementManagedRuleGroupStatementArgs { VendorName = "AWS", Name = group },
        },
        VisibilityConfig = MetricsOf(group),
    };

    private static WebAclRuleArgs RateLimit(int priority, Input<int> limit) => new()
    {
        Name = "RateLimitPerAddress",
        Priority = priority,
        Action = new WebAclRuleActionArgs { Block = new WebAclRuleActionBlockArgs() },
        Statement = new WebAclRuleStatementArgs
        {
            RateBasedStatement = new WebAclRuleStatementRateBasedStatementArgs
            {
                AggregateKeyType = "IP",
                Limit = limit,
                EvaluationWindowSec = RateWindowSeconds,
            },
        },
        VisibilityConfig = MetricsOf("RateLimitPerAddress"),
    };

    private static WebAclRuleVisibilityConfigArgs MetricsOf(string rule) => new()
    {
        CloudwatchMetricsEnabled = true,
        MetricName = rule,
        SampledRequestsEnabled = WebFirewall.SampledRequests,
    };
}
