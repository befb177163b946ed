using Infra.Cli.Plan.Declared;

namespace Infra.Cli.Tests.Rehearsal.LoadBalancing;

[TestFixture]
internal sealed class RedirectTests
{
    private const string Location = "Location: ";
    private const string Close = "Connection: close\r\n\r\n";

    [TestCase("GET")]
    [TestCase("POST")]
    [TestCase("DELETE")]
    public async Task AnyMethod_OverHttp_IsSentToTheSamePageOverHttps(string method)
    {
        await using var rig = await Rig.StartAsync(
            stack => stack.WithHttp(http => http with { ResponseHeaders = stack.LoadBalancer.Https.ResponseHeaders }));

        var answer = await rig.SendAsync($"{method} /a/b?c=d HTTP/1.1\r\nHost: example.com\r\nContent-Length: 0\r\n{Close}");

        Assert.Multiple(() =>
        {
            Assert.That(answer, Does.StartWith("HTTP/1.1 301 Moved Permanently\r\n"));
            Assert.That(LocationIn(answer), Is.EqualTo($"https://example.com:{rig.LoadBalancer.HttpsUrl.Port}/a/b?c=d"));
            Assert.That(answer, Does.Contain("\r\nX-Frame-Options: DENY\r\n"));
            Assert.That(answer, Does.Not.Contain("\r\nServer:"));
            Assert.That(answer, Does.Contain("<p>The page is at another address.</p>"));
        });
    }

    // What has no path at all: OPTIONS of the whole server, and a target that is all query.
    [TestCase("OPTIONS", "*", "/")]
    [TestCase("GET", "http://localhost?a=b", "/?a=b")]
    public async Task TargetWithoutAPath_IsTheRoot(string method, string target, string expected)
    {
        await using var rig = await Rig.StartAsync();

        var answer = await rig.SendAsync($"{method} {target} HTTP/1.1\r\nHost: localhost\r\n{Close}");

        Assert.That(LocationIn(answer), Is.EqualTo($"https://localhost:{rig.LoadBalancer.HttpsUrl.Port}{expected}"), answer);
    }

    // A proxy's client sends the whole URL.
    [TestCase("/", "/")]
    [TestCase("http://localhost:8080/", "/")]
    [TestCase("http://localhost:8080/a%2Fb/../c//d?e=/%20&f=?", "/a%2Fb/../c//d?e=/%20&f=?")]
    [TestCase("http://localhost:8080?e=/f/g", "/?e=/f/g")]
    [TestCase("/a%2Fb/%41/../c//d", "/a%2Fb/%41/../c//d")]
    [TestCase("/?a=%20&b=?&c=/../%zz", "/?a=%20&b=?&c=/../%zz")]
    public async Task PathAndQuery_AreKept_ByteForByte(string target, string expected)
    {
        await using var rig = await Rig.StartAsync();

        var answer = await rig.SendAsync($"GET {target} HTTP/1.1\r\nHost: localhost:8080\r\n{Close}");

        Assert.That(LocationIn(answer), Is.EqualTo($"https://localhost:{rig.LoadBalancer.HttpsUrl.Port}{expected}"));
    }

    [Test]
    public async Task EveryPart_OfTheRedirect_MayBeDeclared()
    {
        await using var rig = await Rig.StartAsync(stack => stack.WithHttp(http => http with
        {
            Redirect = new DeclaredRedirect(302, "#{protocol}", "8443", "www.#{host}", "/new/#{path}", "was=#{port}&#{query}"),
        }));

        var answer = await rig.SendAsync($"GET /a?b HTTP/1.1\r\nHost: example.com\r\n{Close}");

        Assert.That(answer, Does.StartWith("HTTP/1.1 302 Found\r\n"));
        Assert.That(LocationIn(answer), Is.EqualTo("http://www.example.com:8443/new/a?was=80&b"));
    }

    [Test]
    public async Task HttpListener_ThatForwards_Forwards()
    {
        await using var server = await FakeServer.AnsweringAsync("in the clear");
        await using var rig = await Rig.StartAsync(stack => stack.WithHttp(http => http with { Redirect = null }));
        await rig.RegisterAsync(server.Address);

        Assert.That(await rig.Client.GetStringAsync(rig.LoadBalancer.HttpUrl), Is.EqualTo("in the clear"));
    }

    private static string? LocationIn(string answer) =>
        answer.Split("\r\n").SingleOrDefault(line => line.StartsWith(Location, StringComparison.Ordinal))?[Location.Length..];
}
