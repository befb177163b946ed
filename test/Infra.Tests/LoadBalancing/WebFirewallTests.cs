using Infra.LoadBalancing;
using Infra.Tests.Support;

namespace Infra.Tests.LoadBalancing;

public sealed class WebFirewallTests
{
    private static WebFirewallArgs Args => new()
    {
        LoadBalancerArn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/web/1",
        RateLimit = 2000,
        LogRetentionDays = 365,
    };

    [Test]
    public async Task WebFirewall_Always_ConsistsOfAclLogAndAssociation()
    {
        var recorded = await Run();

        Assert.That(recorded.Resources.Select(resource => resource.ToString()), Is.EquivalentTo(new[]
        {
            "infra:loadbalancing:WebFirewall waf",
            "aws:wafv2/webAcl:WebAcl waf-acl",
            "aws:cloudwatch/logGroup:LogGroup aws-waf-logs-waf",
            "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration waf-logging",
            "aws:wafv2/webAclAssociation:WebAclAssociation waf-association",
        }));
        var children = recorded.Resources.Where(resource => resource.Name != "waf");
        Assert.That(children.Select(child => child.Parent), Is.All.TypeOf<WebFirewall>());
    }

    [Test]
    public async Task WebAcl_Always_LetsThroughWhatNoRuleStops()
    {
        var webAcl = (await Run()).Named("waf-acl");

        Assert.Multiple(() =>
        {
            Assert.That(webAcl.Text("scope"), Is.EqualTo("REGIONAL"));
            Assert.That(webAcl.Has("defaultAction.allow"), Is.True);
            Assert.That(webAcl.Has("defaultAction.block"), Is.False);
        });
    }

    [Test]
    public async Task Rules_Always_AreTheFourInTheirOrder()
    {
        var webAcl = (await Run()).Named("waf-acl");

        var rules = Enumerable.Range(0, webAcl.List("rules").Count).Select(rule => $"rules.{rule}.");
        Assert.That(rules.Select(rule => (webAcl.Number($"{rule}priority"), webAcl.Text($"{rule}name"))), Is.EqualTo(new[]
        {
            (0d, "AWSManagedRulesAmazonIpReputationList"),
            (1d, "RateLimitPerAddress"),
            (2d, "AWSManagedRulesKnownBadInputsRuleSet"),
            (3d, "AWSManagedRulesCommonRuleSet"),
        }));
    }

    [TestCase(0, "AWSManagedRulesAmazonIpReputationList")]
    [TestCase(2, "AWSManagedRulesKnownBadInputsRuleSet")]
    [TestCase(3, "AWSManagedRulesCommonRuleSet")]
    public async Task ManagedRules_Always_AreEnforcedAsAwsMeansThem(int rule, string group)
    {
        var webAcl = (await Run()).Named("waf-acl");

        Assert.Multiple(() =>
        {
            Assert.That(webAcl.Text($"rules.{rule}.statement.managedRuleGroupStatement.vendorName"), Is.EqualTo("AWS"));
            Assert.That(webAcl.Text($"rules.{rule}.statement.managedRuleGroupStatement.name"), Is.EqualTo(group));
            Assert.That(webAcl.Has($"rules.{rule}.statement.managedRuleGroupStatement.ruleActionOverrides"), Is.False);
            Assert.That(webAcl.Has($"rules.{rule}.overrideAction.none"), Is.True);
            Assert.That(webAcl.Has($"rules.{rule}.overrideAction.count"), Is.False);
            Assert.That(webAcl.Has($"rules.{rule}.action"), Is.False);
        });
    }

    [TestCase(10)]
    [TestCase(2000)]
    public async Task RateLimit_Always_BlocksAnAddressThatAsksTooOftenInFiveMinutes(int limit)
    {
        var webAcl = (await Run(Args.With(it => it.RateLimit = limit))).Named("waf-acl");

        Assert.Multiple(() =>
        {
            Assert.That(webAcl.Number("rules.1.statement.rateBasedStatement.limit"), Is.EqualTo(limit));
            Assert.That(webAcl.Text("rules.1.statement.rateBasedStatement.aggregateKeyType"), Is.EqualTo("IP"));
            Assert.That(webAcl.Number("rules.1.statement.rateBasedStatement.evaluationWindowSec"), Is.EqualTo(300));
            Assert.That(webAcl.Has("rules.1.action.block"), Is.True);
            Assert.That(webAcl.Has("rules.1.overrideAction"), Is.False);
        });
    }

    [TestCase("")]
    [TestCase("rules.0.")]
    [TestCase("rules.1.")]
    [TestCase("rules.2.")]
    [TestCase("rules.3.")]
    public async Task Metrics_Always_AreOnAndSamplesOff(string place)
    {
        var webAcl = (await Run()).Named("waf-acl");

        Assert.Multiple(() =>
        {
            Assert.That(webAcl.Flag($"{place}visibilityConfig.cloudwatchMetricsEnabled"), Is.True);
            Assert.That(webAcl.Text($"{place}visibilityConfig.metricName"), Does.Match("^[A-Za-z0-9_-]{1,128}$"));
            Assert.That(webAcl.Flag($"{place}visibilityConfig.sampledRequestsEnabled"), Is.False);
        });
    }

    [Test]
    public async Task Log_Always_LeavesOutCredentials()
    {
        var logging = (await Run()).Named("waf-logging");

        Assert.That(Json.Of(logging), Is.EqualTo("""
            {
              "logDestinationConfigs": [
                "arn:aws:cloudwatch:eu-west-1:123456789012:aws-waf-logs-waf"
              ],
              "redactedFields": [
                {
                  "singleHeader": {
                    "name": "authorization"
                  }
                },
                {
                  "singleHeader": {
                    "name": "cookie"
                  }
                }
              ],
              "resourceArn": "arn:aws:wafv2:eu-west-1:123456789012:waf-acl"
            }
            """));
    }

    [TestCase(90)]
    [TestCase(365)]
    public async Task Log_Always_StaysForTheRetention(int days)
    {
        var log = (await Run(Args.With(it => it.LogRetentionDays = days))).Single("aws:cloudwatch/logGroup:LogGroup");

        Assert.That(Json.Of(log), Is.EqualTo($$"""
            {
              "retentionInDays": {{days}}
            }
            """));
    }

    [Test]
    public async Task Association_Always_IsWithTheLoadBalancer()
    {
        var association = (await Run()).Named("waf-association");

        Assert.That(Json.Of(association), Is.EqualTo("""
            {
              "resourceArn": "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/web/1",
              "webAclArn": "arn:aws:wafv2:eu-west-1:123456789012:waf-acl"
            }
            """));
    }

    private static Task<Recorded> Run(WebFirewallArgs? args = null) =>
        Cloud.Run(options => _ = new WebFirewall("waf", args ?? Args, options));
}
