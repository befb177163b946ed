using Infra.Cli.Live.Headers;

namespace Infra.Cli.Tests.Live.Headers;

internal sealed class SetCookieTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 2, 0, 0, TimeSpan.Zero);

    [TestCase("a=b; Secure", "a", true)]
    [TestCase(" a = b ;Path=/; SECURE", "a", true)]
    [TestCase("a=b=c; secure=", "a", true)]
    [TestCase("a=b; Secure=no", "a", true)]
    [TestCase("a=b", "a", false)]
    [TestCase("a=b; Path=/; HttpOnly", "a", false)]
    [TestCase("a=Secure; Path=Secure", "a", false)]
    [TestCase("Secure=1; Path=/", "Secure", false)]
    [TestCase("Secure", "Secure", false)]
    [TestCase("", "", false)]
    public void Cookie_HasItsName_AndMayBeSecure(string value, string name, bool isSecure)
    {
        var cookie = new SetCookie(value);

        Assert.That((cookie.Name, cookie.IsSecure), Is.EqualTo((name, isSecure)));
    }

    [TestCase("a=b", ExpectedResult = false)]
    [TestCase("a=; Max-Age=1", ExpectedResult = false)]
    [TestCase("a=; Max-Age=0", ExpectedResult = true)]
    [TestCase("a=; MAX-AGE = -1", ExpectedResult = true)]
    [TestCase("a=; Max-Age=99999999999999999999", ExpectedResult = false)]
    [TestCase("a=; Max-Age=-99999999999999999999", ExpectedResult = true)]
    [TestCase("a=; Max-Age=0; Max-Age=60", ExpectedResult = false)]
    [TestCase("a=; Max-Age=60; Max-Age=0", ExpectedResult = true)]
    [TestCase("a=; Expires=Fri, 27 Nov 2026 02:00:00 GMT", ExpectedResult = true)]
    [TestCase("a=; expires=Fri, 27-Nov-2026 01:59:59 GMT", ExpectedResult = true)]
    [TestCase("a=; Expires=Fri, 27 Nov 2026 02:00:01 GMT", ExpectedResult = false)]
    [TestCase("a=; Expires=Thu, 01-Jan-70 00:00:00 GMT", ExpectedResult = true)]
    [TestCase("a=; Expires=Fri, 27 Nov 2026 02:00:01 GMT; Expires=Fri, 27 Nov 2026 01:00:00 GMT", ExpectedResult = true)]
    [TestCase("a=; Expires=never", ExpectedResult = false)]
    [TestCase("a=; Expires", ExpectedResult = false)]
    [TestCase("Expires=Thu, 01 Jan 1970 00:00:00 GMT", ExpectedResult = false)]
    public bool Cookie_IsDeleted_ByAnEndThatIsOver(string value) => new SetCookie(value).IsDeletion(Now);

    [TestCase("Max-Age=60", ExpectedResult = false)]
    [TestCase("Max-Age=60; Max-Age=x", ExpectedResult = false)]
    [TestCase("Max-Age", ExpectedResult = true)]
    [TestCase("Max-Age=", ExpectedResult = true)]
    [TestCase("Max-Age=-", ExpectedResult = true)]
    [TestCase("Max-Age=60s", ExpectedResult = true)]
    [TestCase("Max-Age=6 0", ExpectedResult = true)]
    [TestCase("Max-Age=+60", ExpectedResult = true)]
    public bool MaxAge_CountsBeforeExpires_WhereItIsANumber(string maxAge) =>
        new SetCookie($"a=; {maxAge}; Expires=Thu, 01 Jan 1970 00:00:00 GMT").IsDeletion(Now);
}
