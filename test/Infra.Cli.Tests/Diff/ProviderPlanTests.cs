using Infra.Cli.Diff;
using Infra.Cli.Diff.Resources;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Diff;

/// <summary>
/// What the real provider planned for a change, by the table in docs/testing.md: how many of AWS's resources come, are replaced, go.
/// </summary>
internal sealed class ProviderPlanTests
{
    private const string CertificateArn =
        "certificateArn=arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555";

    [TestCase("dev", 4, 0, 1, "domainName=www.example.org", "hostedZoneId=Z0123456789ABCDEFGHIJ")]
    [TestCase("prod", 0, 5, 0, "domainName=www.example.org")]
    [TestCase("prod", 0, 4, 0, "hostedZoneId=ZANOTHER")]
    [TestCase("dev", 0, 0, 1, CertificateArn)]
    [TestCase("prod", 0, 0, 3, CertificateArn)]
    [PlainCase("dev", 14, 0, 0, """zones=["eu-west-1a","eu-west-1b","eu-west-1c","eu-west-1d"]""")]
    [PlainCase("dev", 7, 0, 7, """zones=["eu-west-1a","eu-west-1c"]""")]
    [TestCase("dev", 0, 45, 0, "vpcCidr=10.1.0.0/16")]
    [TestCase("prod", 0, 67, 0, "vpcCidr=10.1.0.0/16")]
    [TestCase("prod", 0, 0, 7, "egress=none")]
    [TestCase("dev", 7, 0, 0, "egress=endpoints")]
    [TestCase("dev", 10, 0, 0, "egress=nat")]
    [TestCase("prod", 11, 0, 7, "egress=nat")]
    [TestCase("dev", 12, 0, 0, "egress=nat-per-zone")]
    [TestCase("prod", 15, 0, 7, "egress=nat-per-zone")]
    [PlainCase("dev", 8, 0, 0, "ipv6=true", """allowedCidrs=["0.0.0.0/0","::/0"]""")]
    [PlainCase("prod", 0, 0, 9, "ipv6=false", """allowedCidrs=["0.0.0.0/0"]""")]
    [TestCase("dev", 2, 1, 2, "tlsMode=end-to-end")]
    [TestCase("prod", 2, 1, 2, "tlsMode=offload")]
    [TestCase("dev", 4, 0, 0, "waf=true")]
    [TestCase("prod", 0, 0, 4, "waf=false")]
    [TestCase("prod", 0, 0, 0, "instanceType=t4g.medium")]
    [TestCase("prod", 0, 0, 0, "healthCheckPath=/alive")]
    [TestCase("dev", 1, 0, 0, "requestsPerServer=1000")]
    [TestCase("dev", 1, 0, 0, "alarmEmail=ops@example.org")]
    [TestCase("prod", 0, 1, 0, "alarmEmail=ops@example.org")]
    [TestCase("prod", 0, 0, 0, "deletionProtection=false")]
    public async Task Change_ThatTheRealProviderPlanned_IsTheSameHere(
        string stack, int created, int replaced, int gone, params string[] settings)
    {
        var diff = GraphDiff.Between(await Graphs.Of(stack), await Graphs.Of(stack, settings));

        Assert.That(
            (OfAws(Change.Created), OfAws(Change.Replaced), OfAws(Change.Deleted)),
            Is.EqualTo((created, replaced, gone)),
            string.Join('\n', diff.Nodes.Select(node => $"{node.Change} {node.Node}")));

        int OfAws(Change change) => diff.Of(change).Count(node => node.Node.Type.StartsWith("aws:", StringComparison.Ordinal));
    }
}
