using Infra.Cli.Checks;
using Infra.Cli.Checks.Waivers;

namespace Infra.Cli.Tests.Checks;

/// <summary>What settings that no committed stack has do to the result: nobody finds out only after choosing them.</summary>
public sealed class VariantTests
{
    [TestCase("egress=none", "endpoint-ssm")]
    [TestCase("egress=nat", "endpoint-ssm", "group-egress-narrow")]
    [TestCase("egress=nat-per-zone", "endpoint-ssm", "group-egress-narrow")]
    [TestCase("tlsMode=offload")]
    [TestCase("waf=false", "alb-waf")]
    [TestCase("tlsPolicy=ELBSecurityPolicy-TLS13-1-2-Res-2021-06", "alb-tls-post-quantum")]
    [TestCase("logRetentionDays=90", "log-retention")]
    // Then it is a stack of dev's kind, of which less is asked.
    [TestCase("deletionProtection=false")]
    [TestCase("deletionProtection=false waf=false logRetentionDays=7 egress=none")]
    [TestCase("certificateArn=arn:aws:acm:eu-west-1:123456789012:certificate/12345678-1234-1234-1234-123456789012")]
    [TestCase("minServers=1")]
    [TestCase("minServers=3")]
    [TestCase("maxServers=2")]
    [TestCase("instanceType=m7i.large")]
    // It takes no ebsOptimized.
    [TestCase("instanceType=t2.micro")]
    [TestCase("imageId=ami-0fedcba9876543210")]
    [TestCase("""ipv6=false allowedCidrs=["0.0.0.0/0"]""")]
    public async Task Prod_WithOtherSettings_FailsExactly(string settings, params string[] expected)
    {
        var graph = await RecordedStacks.Of("prod", settings.Split(' '));

        var report = CheckReport.Of(graph, WaiverFile.OfTheDesign(), isWhatIf: true);

        Assert.That(report.With(ControlOutcome.Fail).Select(result => result.Control.Id), Is.EquivalentTo(expected));
    }
}
