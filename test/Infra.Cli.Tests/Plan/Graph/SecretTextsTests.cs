using System.Text;
using Infra.Cli.Plan.Graph;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Plan.Graph;

/// <summary>A secret is found in every form in which a document may have it.</summary>
internal sealed class SecretTextsTests
{
    [PlainCase("abcd", "key=abcd;", true)]
    [PlainCase("abc", "key=abc;", false, Description = "a shorter one is in other texts by chance")]
    [PlainCase("abc", "abc", true, Description = "but it is hidden where it stands alone")]
    [PlainCase("abcd", "ABCD", false)]
    [PlainCase("a\"bcd", """{"key": "a\"bcd"}""", true, Description = "as JSON has it")]
    [PlainCase("a\"bcd", "{\"key\": \"a\\u0022bcd\"}", true, Description = "as careful JSON has it")]
    [PlainCase("a<bcd", "<key>a&lt;bcd</key>", true, Description = "as XML has it")]
    [PlainCase("a<bcd", "{\"key\": \"a\\u003Cbcd\"}", true, Description = "as careful JSON has it")]
    [PlainCase("a<\"bcd", "{\"key\": \"a<\\\"bcd\"}", true, Description = "as JSON for people has it")]
    [PlainCase("abcd", "YWJjZA==", false, Description = "too little of it is left in Base64")]
    [PlainCase("abcde", "YWJjZGU=", true)]
    [PlainCase("abcdefgh", "eHhhYmNkZWZnaHh4", true, Description = "xxabcdefghxx")]
    public void Secret_IsFound_InEveryForm(string secret, string text, bool isFound)
    {
        var secrets = new SecretTexts([secret]);

        Assert.That(secrets.AreIn(text), Is.EqualTo(isFound));
        Assert.That(secrets.HiddenIn(text) != text, Is.EqualTo(isFound));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void Secret_IsFound_InBase64_WhereverItBegins(int offset)
    {
        var text = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{new string('x', offset)}a-long-secret, and more"));

        Assert.That(new SecretTexts(["a-long-secret"]).AreIn(text), Is.True);
        Assert.That(new SecretTexts(["another-secret"]).AreIn(text), Is.False);
    }

    [Test]
    public void Secret_ThatHoldsAnother_LeavesNothingOfItself() =>
        Assert.That(new SecretTexts(["apple", "apple-and-more"]).HiddenIn("= apple-and-more"), Is.EqualTo("= [secret]"));

    [TestCase("= apple and pear-tree", ExpectedResult = "= [secret] and [secret]")]
    [TestCase("fig", ExpectedResult = "[secret]")]
    [TestCase("figs", ExpectedResult = "figs")]
    [TestCase("Apple", ExpectedResult = "Apple")]
    public string Secrets_InASentence_AreEachHidden(string text) => new SecretTexts(["apple", "fig", "pear-tree"]).HiddenIn(text);

    [Test]
    public void Nothing_IsNoSecret()
    {
        var secrets = new SecretTexts(["", "[secret]"]);

        Assert.That((secrets.AreIn(""), secrets.AreIn("[secret]")), Is.EqualTo((false, false)));
    }
}
