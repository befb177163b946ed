using Infra.Cli.Checks;
using Infra.Cli.Checks.Waivers;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Checks;

/// <summary>What settings that no committed stack has give up: the report says it, though the check passes.</summary>
public sealed class VariantTests
{
    [TestCase("egress=none", "endpoint-ssm")]
    [TestCase("egress=nat", "endpoint-ssm", "group-egress-narrow")]
    [TestCase("egress=nat-per-zone", "endpoint-ssm", "group-egress-narrow")]
    [TestCase("tlsMode=offload", "target-encrypted", "health-check-encrypted")]
    [TestCase("waf=false", "alb-waf")]
    [TestCase("tlsPolicy=ELBSecurityPolicy-TLS13-1-2-Res-2021-06", "alb-tls-post-quantum")]
    [TestCase("tlsPolicy=ELBSecurityPolicy-TLS13-1-3-PQ-2025-09")]
    [TestCase("logRetentionDays=90", "log-retention")]
    [TestCase("deletionProtection=false", "alb-deletion-protection", "bucket-kept")]
    [TestCase(
        "deletionProtection=false waf=false logRetentionDays=7 egress=none",
        "alb-deletion-protection", "bucket-kept", "alb-waf", "log-retention", "endpoint-ssm")]
    [TestCase("domainName= hostedZoneId= allowSelfSigned=true", "certificate-renews")]
    [TestCase("certificateArn=arn:aws:acm:eu-west-1:123456789012:certificate/12345678-1234-1234-1234-123456789012")]
    [TestCase("contentUpdates=live")]
    [TestCase("minServers=1")]
    [TestCase("minServers=3")]
    [TestCase("maxServers=2")]
    [TestCase("instanceType=m7i.large")]
    // It takes no ebsOptimized.
    [TestCase("instanceType=t2.micro")]
    [TestCase("imageId=ami-0fedcba9876543210")]
    [PlainCase("""ipv6=false allowedCidrs=["0.0.0.0/0"]""")]
    public async Task Prod_WithOtherSettings_PassesAndGivesUpExactly(string settings, params string[] expected)
    {
        var report = await Check("prod", settings.Split(' '));

        var givenUp = GivenUpBy(report).Except(GivenUpBy(await Check("prod")));
        Assert.That(report.Passed, Is.True);
        Assert.That(givenUp, Is.EquivalentTo(expected));
    }

    private static async Task<CheckReport> Check(string stack, params string[] settings) =>
        CheckReport.Of(await Graphs.Of(stack, settings), WaiverFile.OfTheDesign());

    private static IEnumerable<string> GivenUpBy(CheckReport report) =>
        report.With(ControlOutcome.Waived).Select(result => result.Control.Id);
}
