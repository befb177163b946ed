using Infra.Cli.Rehearsal.LoadBalancing;

namespace Infra.Cli.Tests.Rehearsal.LoadBalancing;

internal sealed class StatusMatcherTests
{
    [TestCase("200", 199, false)]
    [TestCase("200", 200, true)]
    [TestCase("200", 201, false)]
    [TestCase("200,302", 302, true)]
    [TestCase("200,302", 301, false)]
    [TestCase("200-299", 199, false)]
    [TestCase("200-299", 200, true)]
    [TestCase("200-299", 299, true)]
    [TestCase("200-299,404", 300, false)]
    [TestCase("200-299,404", 404, true)]
    public void Matcher_TakesTheDeclaredCodes(string codes, int status, bool passes) =>
        Assert.That(new StatusMatcher(codes).Matches(status), Is.EqualTo(passes));
}
