using Infra.Cli.Shell;

namespace Infra.Cli.Tests.Shell;

public sealed class HangingTextTests
{
    [TestCase("a line that is short enough", 30, "a line that is short enough")]
    [TestCase("a line that is a little too long for it", 30, "a line that is a little too\n    long for it")]
    [TestCase("+00:00  group  one two three four five six seven", 30, "+00:00  group  one two three\n    four five six seven")]
    [TestCase("aWordThatIsLongerThanAnyLineOfThisTerminal and more", 30, "aWordThatIsLongerThanAnyLineOfThisTerminal\n    and more")]
    [TestCase("aWordThatIsLongerThanAnyLineOfThisTerminal", 30, "aWordThatIsLongerThanAnyLineOfThisTerminal")]
    [TestCase("    as far in as it was: one two three four", 30, "    as far in as it was: one\n    two three four")]
    [TestCase("one of several\nlines that are broken each by itself", 30, "one of several\nlines that are broken each by\n    itself")]
    [TestCase("a terminal so narrow that nothing would be left", 20, "a terminal so narrow that nothing would be left")]
    public void Line_ThatIsTooLong_IsBrokenBetweenWords(string text, int width, string broken) =>
        Assert.That(HangingText.Broken(text, width, indent: 4), Is.EqualTo(broken));

    [Test]
    public void Line_ThatIsBegunAlready_HasLessRoom() =>
        Assert.That(HangingText.Broken("one two three four five", 26, indent: 2, used: 10), Is.EqualTo("one two three\n  four five"));
}
