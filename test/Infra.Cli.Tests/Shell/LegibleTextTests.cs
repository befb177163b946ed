using System.Text.Json;
using System.Xml.Linq;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Claims.Reports;
using Infra.Cli.Live.Verify;
using Infra.Cli.Shell;
using Spectre.Console;

namespace Infra.Cli.Tests.Shell;

internal sealed class LegibleTextTests
{
    [TestCase("CN=Example, O=A & B, Zürich 東京 👍 e\u0301", ExpectedResult = "CN=Example, O=A & B, Zürich 東京 👍 e\u0301")]
    [TestCase("\e]0;title\a\r\nmore\0\t\x7f\x9b", ExpectedResult = @"\u001b]0;title\u0007\u000d\u000amore\u0000\u0009\u007f\u009b")]
    [TestCase("\u202e\u2066\u200f\u061c\u200b\ufeff\u2028\u2029", ExpectedResult = @"\u202e\u2066\u200f\u061c\u200b\ufeff\u2028\u2029")]
    [TestCase("\U000e0041 \uffff \ufdd0", ExpectedResult = @"\udb40\udc41 \uffff \ufdd0")]
    [TestCase("a\u3164\u115f\uffa0\u034f\u17b4\u180b\u2065\ufff0", ExpectedResult = @"a\u3164\u115f\uffa0\u034f\u17b4\u180b\u2065\ufff0")]
    [TestCase("a\U000e0100", ExpectedResult = @"a\udb40\udd00")]
    [TestCase("❤\ufe0f", ExpectedResult = "❤\ufe0f")]
    [TestCase("::add-mask::a", ExpectedResult = @"\u003a:add-mask::a")]
    [TestCase("nginx ::warning file=x,line=1::a", ExpectedResult = @"nginx \u003a:warning file=x,line=1::a")]
    [TestCase("nginx##[add-mask]a", ExpectedResult = @"nginx\u0023#[add-mask]a")]
    [TestCase("::ffff:1.2.3.4 from ::/0 a::b::c", ExpectedResult = "::ffff:1.2.3.4 from ::/0 a::b::c")]
    public string Text_OfAServer_HasNothingThatSteersATerminal(string text) => LegibleText.Of(text);

    // GitHub's runner has no limit.
    [Test]
    public void WorkflowCommand_HoweverLong_IsNone()
    {
        var properties = $"::warning title={new string('a', 5000)}::b";

        Assert.That(LegibleText.Line(properties), Is.EqualTo($@"\u003a{properties[1..]}"));
    }

    // An attribute can't hold it.
    [Test]
    public void Surrogate_WithoutItsOther_IsEscaped() =>
        Assert.That(LegibleText.Of("a\ud83d" + "b\udc4d"), Is.EqualTo(@"a\ud83db\udc4d"));

    [Test]
    public void Lines_StayLines() => Assert.That(LegibleText.Lines("a\n\tb\r\nc\rd\e"), Is.EqualTo("a\n\tb\r\nc\\u000dd\\u001b"));

    [Test]
    public void LongText_IsCut() => Assert.That(LegibleText.Of(new string('a', 201)), Is.EqualTo($"{new string('a', 200)}..."));

    [Test]
    public void EveryCharacter_IsLegible_AndStaysSo()
    {
        var every = string.Concat(Enumerable.Range(0, 0x10000).Where(unit => unit != 0xfffd).Select(unit => (char)unit));

        var legible = LegibleText.Lines(every);

        HostileText.AssertLegible(legible);
        Assert.That(LegibleText.Lines(legible), Is.EqualTo(legible));
    }

    [Test]
    public void Json_MeansTheSame()
    {
        var text = $"{HostileText.Steering.TrimEnd('\ud800')}\udb40\udc41";

        var json = ReportJson.Of(new { Text = text });

        HostileText.AssertLegible(json);
        Assert.That(JsonDocument.Parse(json).RootElement.GetProperty("text").GetString(), Is.EqualTo(text));
    }

    [Test]
    public void Terminal_LetsNothingElseThrough()
    {
        using var written = new StringWriter();
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(written), Ansi = AnsiSupport.Yes });
        console.Profile.Width = 1000;
        var terminal = new Terminal(written, written, console);

        foreach (var unit in HostileText.Steering)
            terminal.Out.Write(unit);
        terminal.Error.WriteLine(HostileText.Steering);
        terminal.Out.Write(HostileText.Steering.ToCharArray());
        terminal.Error.Write("{0}", HostileText.Steering);
        terminal.Styled.Write(new Text(HostileText.Steering, new Style(decoration: Decoration.Bold)));
        terminal.Styled.WriteLine(HostileText.Steering);
        Assert.That(() => terminal.Styled.WriteAnsi(_ => { }), Throws.TypeOf<NotSupportedException>());

        var ownStyle = written.ToString().Replace("\e[1m", "", StringComparison.Ordinal).Replace("\e[0m", "", StringComparison.Ordinal);
        HostileText.AssertLegible(ownStyle);
    }

    // A console breaks a text into words, and looks at each.
    [Test]
    public void WorkflowCommand_OfAReportForPeople_IsNone()
    {
        using var written = new StringWriter();
        var terminal = new Terminal(written, written, AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(written) }));
        var verdict = new Verdict(new("R2", "a", "b"), Finding.Fail("a\n::warning file=x::b"), TimeSpan.Zero);

        new ClaimText(new VerifyReport(new("https://www.example.com"), null, [verdict]), terminal.Styled).Write();

        Assert.That(written.ToString(), Does.Contain(@"\u003a:warning file=x::b").And.Not.Contain(" ::warning"));
    }

    [Test]
    public void JUnit_OfAnyServersWords_IsXml()
    {
        var every = string.Concat(Enumerable.Range(0, 0x3000).Append(0xd800).Append(0xffff).Select(code => (char)code));
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
        Assert.That((string)suite.Descendants("failure").Single().Attribute("message")!, Is.EqualTo(LegibleText.Lines(every)));
        Assert.That(report.Outcome, Is.EqualTo(Outcome.Fail));
    }
}
