using Pulumi;
using Pulumi.Aws.WafV2.Inputs;
using CloudWatch = Pulumi.Aws.CloudWatch;
using WafV2 = Pulumi.Aws.WafV2;

namespace Infra.LoadBalancing;

/// <summary>AWS WAF in front of the load balancer: known attackers, floods and common attacks are turned away, and all is logged.</summary>
public sealed class WebFirewall : ComponentResource
{
    // Samples would show the very headers that the log leaves out; the log has every request, not some.
    internal const bool SampledRequests = false;

    /// <summary>Makes the web ACL, its log, and puts it in front of the load balancer.</summary>
    public WebFirewall(string name, WebFirewallArgs args, ComponentResourceOptions? options = null)
        : base("infra:loadbalancing:WebFirewall", name, options)
    {
        var child = new CustomResourceOptions { Parent = this };

        var webAcl = new WafV2.WebAcl($"{name}-acl", new()
        {
            Description = "Turns away known attackers, floods and common attacks",
            Scope = "REGIONAL",
            DefaultAction = new WebAclDefaultActionArgs { Allow = new WebAclDefaultActionAllowArgs() },
            Rules = WebFirewallRules.All(args.RateLimit),
            VisibilityConfig = new WebAclVisibilityConfigArgs
            {
                CloudwatchMetricsEnabled = true,
                MetricName = "WebFirewall",
                SampledRequestsEnabled = SampledRequests,
            },
        }, child);

        // The name comes last here: AWS WAF writes only to a log group whose name begins like this. It also writes that group's
        // resource policy itself, and a group can have one only, so there is none here. See
        // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-CWL.html.
        var log = new CloudWatch.LogGroup($"aws-waf-logs-{name}", new() { RetentionInDays = args.LogRetentionDays }, child);

        _ = new WafV2.WebAclLoggingConfiguration($"{name}-logging", new()
        {
            ResourceArn = webAcl.Arn,
            LogDestinationConfigs = { log.Arn },
            RedactedFields = { Header("authorization"), Header("cookie") },
        }, child);

        _ = new WafV2.WebAclAssociation($"{name}-association", new()
        {
            ResourceArn = args.LoadBalancerArn,
            WebAclArn = webAcl.Arn,
        }, child);

        WebAclArn = webAcl.Arn;

        RegisterOutputs(new Dictionary<string, object?> { ["webAclArn"] = WebAclArn });
    }

    /// <summary>The web ACL's ARN.</summary>
    public Output<string> WebAclArn { get; }

    private static WebAclLoggingConfigurationRedactedFieldArgs Header(string name) => new()
    {
        SingleHeader = new WebAclLoggingConfigurationRedactedFieldSingleHeaderArgs { Name = name },
    };
}
