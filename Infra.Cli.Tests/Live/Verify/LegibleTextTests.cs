using System.Xml.Linq;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Claims.Reports;
using Infra.Cli.Live.Verify;
using Infra.Cli.Shell;

namespace Infra.Cli.Tests.Live.Verify;

internal sealed class LegibleTextTests
{
    [TestCase("CN=Example, O=A & B", ExpectedResult = "CN=Example, O=A & B")]
    [TestCase("\e]0;title\a\r\nmore\0ä", ExpectedResult = "?]0;title???more??")]
    public string Text_OfAServer_HasNothingThatSteersATerminal(string text) => LegibleText.Of(text);

    [Test]
    public void LongText_IsCut() => Assert.That(LegibleText.Of(new string('a', 201)), Is.EqualTo($"{new string('a', 200)}..."));

    [Test]
    public void JUnit_OfAnyServersWords_IsXml()
    {
        var every = LegibleText.Of(string.Concat(Enumerable.Range(0, 200).Select(code => (char)code)));
        var report = new VerifyReport(
            new("https://www.example.com"),
            null,
            [
                new(new("R2", "a", "b"), Finding.Fail(every), TimeSpan.FromMilliseconds(1500)),
                new(new(null, "c", "d"), Finding.NotChecked("silent"), TimeSpan.Zero),
                new(new("R5", "e", "f"), Finding.Pass("200"), TimeSpan.Zero),
            ]);

        var suite = XDocument.Parse(ClaimJUnit.Of(report)).Root!.Element("testsuite")!;

        Assert.That(
            suite.Attributes().Select(attribute => $"{attribute.Name}={attribute.Value}"),
            Is.EqualTo(
                new[] { "name=infra verify https://www.example.com/", "tests=3", "failures=1", "errors=1", "skipped=0", "time=1.500" }));
        Assert.That(
            suite.Elements("testcase").Select(test => $"{test.Attribute("classname")!.Value}: {test.Elements().First().Name}"),
            Is.EqualTo(new[] { "R2: failure", "site: error", "R5: system-out" }));
        Assert.That((string)suite.Descendants("failure").Single().Attribute("message")!, Is.EqualTo(every));
        Assert.That(report.Outcome, Is.EqualTo(Outcome.Fail));
    }
}
