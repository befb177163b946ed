using System.Text;
using Infra.LoadBalancing;
using Infra.Tests.Support;

namespace Infra.Tests.LoadBalancing;

public sealed class ResponseHeadersTests
{
    private static readonly string[] Values =
    [
        ResponseHeaders.StrictTransportSecurity,
        ResponseHeaders.XContentTypeOptions,
        ResponseHeaders.XFrameOptions,
        ResponseHeaders.ContentSecurityPolicy,
    ];

    [TestCaseSource(nameof(Values)), Requirement("R3")]
    public void Value_Always_IsOneThatALoadBalancerTakes(string value)
    {
        // The limits are those of https://docs.aws.amazon.com/elasticloadbalancing/latest/application/header-modification.html.
        const string Special = @"_ :;.,\/'?!(){}[]@<>=-+*#&`|~^%";

        Assert.That(value, Has.All.Matches<char>(letter => char.IsAsciiLetterOrDigit(letter) || Special.Contains(letter)));
        Assert.That(Encoding.UTF8.GetByteCount(value), Is.Positive.And.LessThanOrEqualTo(1024));
    }

    [Test, Requirement("R3")]
    public void ContentSecurityPolicy_Always_AllowsTheSitesOwnFilesOnly()
    {
        Assert.That(ResponseHeaders.ContentSecurityPolicy, Does.StartWith("default-src 'self';"));
        Assert.That(ResponseHeaders.ContentSecurityPolicy, Does.Not.Contain("unsafe").And.Not.Contain("*"));
    }
}
