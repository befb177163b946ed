using Infra.Cli.Cost;

namespace Infra.Cli.Tests.Cost;

internal sealed class TextWrapTests
{
    [TestCase("", "")]
    [TestCase("ab cd", "ab cd")]
    [TestCase("ab cde", "ab", "cde")]
    [TestCase("abcde", "abcde")]
    [TestCase("abcdef", "abcde", "f")]
    [TestCase("a bcdefghijkl m", "a", "bcdef", "ghijk", "l m")]
    [TestCase("a  b", "a  b")]
    [TestCase("a b c d", "a b c", "d")]
    public void Text_InFiveColumns_IsBrokenBetweenWordsAndElseWithinThem(string text, params string[] lines) =>
        Assert.That(TextWrap.Lines(text, 5), Is.EqualTo(lines));
}
