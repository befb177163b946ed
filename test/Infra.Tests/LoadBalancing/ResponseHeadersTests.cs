using System.Text;
using Infra.LoadBalancing;
using Infra.Tests.Support;

namespace Infra.Tests.LoadBalancing;

public sealed class ResponseHeadersTests
{
    private static readonly ResponseHeaders Strict = new();

    private static IEnumerable<string> Values => Strict.Fields.Values;

    [TestCaseSource(nameof(Values)), Requirement("R3")]
    public void Value_ByDefault_IsOneThatALoadBalancerTakes(string value)
    {
        Assert.That(value, Has.All.Matches<char>(letter =>
            char.IsAsciiLetterOrDigit(letter) || ResponseHeaders.SpecialCharacters.Contains(letter, StringComparison.Ordinal)));
        Assert.That(Encoding.UTF8.GetByteCount(value), Is.Positive.And.LessThanOrEqualTo(ResponseHeaders.LongestValue));
    }

    [Test, Requirement("R3")]
    public void ContentSecurityPolicy_ByDefault_AllowsTheSitesOwnFilesOnly()
    {
        Assert.That(Strict.ContentSecurityPolicy, Does.StartWith("default-src 'self';"));
        Assert.That(Strict.ContentSecurityPolicy, Does.Not.Contain("unsafe").And.Not.Contain("*"));
    }

    [TestCase("default-src 'self'; frame-ancestors 'none'", "DENY")]
    [TestCase("default-src 'self'; FRAME-ANCESTORS", "DENY")]
    [TestCase("default-src 'self'", "DENY")]
    [TestCase("frame-ancestors 'self'", "SAMEORIGIN")]
    [TestCase("frame-ancestors https://partner.example", "SAMEORIGIN")]
    [TestCase("frame-ancestors 'none'; frame-ancestors 'self'", "DENY")]
    public void XFrameOptions_FollowsFromThePolicy(string policy, string framing) =>
        Assert.That((Strict with { ContentSecurityPolicy = policy }).Fields["X-Frame-Options"], Is.EqualTo(framing));

    [Test]
    public void Fields_OfServersThatHaveAPolicyThemselves_AreTheOthers() =>
        Assert.That(
            (Strict with { ContentSecurityPolicy = null }).Fields.Keys,
            Is.EqualTo(["Strict-Transport-Security", "X-Content-Type-Options"]));
}
