using Infra.Cli.Shell;

namespace Infra.Cli.Tests.Shell;

public sealed class TerminalColumnsTests
{
    [TestCase("short", "short     ")]
    [TestCase("just as it", "just as it")]
    [TestCase("one too many", "one too...")]
    public void Fitted_ToTenColumns_IsTenLong(string text, string expected) =>
        Assert.That(TerminalColumns.Fitted(text, 10), Is.EqualTo(expected));

    [TestCase("", "")]
    [TestCase("one two", "one two")]
    [TestCase("one two three four", "one two|  three|  four")]
    [TestCase("a word-longer-than-a-line b", "a|  word-longer-than-a-line|  b")]
    public void Wrapped_BreaksBetweenWords(string text, string expected) =>
        Assert.That(string.Join('|', TerminalColumns.Wrapped(text, 9, "  ")), Is.EqualTo(expected));
}
