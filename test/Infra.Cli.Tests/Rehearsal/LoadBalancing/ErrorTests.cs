using System.Net;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Emulation;
using Infra.Cli.Rehearsal.Stack;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Rehearsal.LoadBalancing;

/// <summary>See https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html.</summary>
[TestFixture]
internal sealed class ErrorTests
{
    private const string Broken = "The server refused or broke the connection, or its answer is not HTTP.";

    [Test]
    public async Task NoServer_Is503()
    {
        await using var rig = await Rig.StartAsync();

        await ExpectAsync(rig, HttpStatusCode.ServiceUnavailable, "No server is registered with the target group.");
    }

    [Test]
    public async Task ServerThatRefuses_Is502()
    {
        await using var rig = await Rig.StartAsync(Unchecked);
        rig.Targets.Register("i-1", RawServer.Nobody());

        await ExpectAsync(rig, HttpStatusCode.BadGateway, Broken);
    }

    [Test]
    public async Task ServerThatResets_Is502()
    {
        await using var server = RawServer.Resetting();
        await using var rig = await Rig.StartAsync(Unchecked);
        rig.Targets.Register("i-1", server.Address);

        await ExpectAsync(rig, HttpStatusCode.BadGateway, Broken);
    }

    [PlainCase("neither HTTP\r\n\r\n")]
    [PlainCase("HTTP/1.1 200 OK\r\nno colon\r\n\r\n")]
    public async Task AnswerThatIsMalformed_Is502(string answer)
    {
        await using var server = RawServer.Answering(answer);
        await using var rig = await Rig.StartAsync(Unchecked);
        rig.Targets.Register("i-1", server.Address);

        await ExpectAsync(rig, HttpStatusCode.BadGateway, Broken);
    }

    [Test]
    public async Task AnswerWithALongHeader_Is502()
    {
        var header = new string('a', 33 * 1024);
        await using var server = RawServer.Answering($"HTTP/1.1 200 OK\r\nX-Long: {header}\r\nContent-Length: 0\r\n\r\n");
        await using var rig = await Rig.StartAsync(Unchecked);
        rig.Targets.Register("i-1", server.Address);

        await ExpectAsync(rig, HttpStatusCode.BadGateway, Broken);
    }

    // A clock that is fast enough for the idle timeout to be over in a second.
    [TestCase(false)]
    [TestCase(true)]
    public async Task ServerThatHangs_Is504(bool isHttps)
    {
        await using var server = RawServer.Hanging();
        await using var rig = await Rig.StartAsync(
            stack => Unchecked(stack).WithTargets(group => group with { IsHttps = isHttps }), new AcceleratedClock(60));
        rig.Targets.Register("i-1", server.Address);

        await ExpectAsync(rig, HttpStatusCode.GatewayTimeout, "The server did not answer in time.");
    }

    [Test]
    public async Task Trace_Is405()
    {
        await using var rig = await Rig.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Trace, "/");

        using var answer = await rig.Client.SendAsync(request);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("<p>The load balancer does not take the method TRACE.</p>"));

        // Its own errors count as errors.
        Assert.That(() => rig.LoadBalancer.Traffic.Errors, Is.EqualTo(1).InTime());
    }

    // Broken in the header, and before the body.
    [PlainCase("HTTP/1.1 200 OK\r\nX-Own: 1\r\nContent-Length: 10\r\nno colon\r\n\r\n")]
    [PlainCase("HTTP/1.1 200 OK\r\nX-Own: 1\r\nContent-Length: 10\r\n\r\n")]
    public async Task FieldsOfABrokenAnswer_AreNotSentOn(string broken)
    {
        await using var server = RawServer.Answering(broken);
        await using var rig = await Rig.StartAsync(Unchecked);
        rig.Targets.Register("i-1", server.Address);

        using var answer = await rig.Client.GetAsync("/");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadGateway));
        Assert.That(answer.Headers.Contains("X-Own"), Is.False);
    }

    [Test]
    public async Task AnswerThatBreaksOff_BreaksOffForTheClientToo_AndIsAnError()
    {
        await using var server = RawServer.Answering("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf");
        await using var rig = await Rig.StartAsync(Unchecked);
        rig.Targets.Register("i-1", server.Address);

        Assert.That(async () => await rig.Client.GetStringAsync("/"), Throws.TypeOf<HttpRequestException>());
        Assert.That(() => rig.LoadBalancer.Traffic.Errors, Is.EqualTo(1).InTime());
    }

    [TestCase(true, "awselb/2.0")]
    [TestCase(false, null)]
    public async Task OwnAnswer_NamesTheLoadBalancer_IfDeclared(bool namesItself, string? name)
    {
        await using var rig = await Rig.StartAsync(stack => stack.WithHttps(https => https with { NamesItself = namesItself }));

        using var answer = await rig.Client.GetAsync("/");

        Assert.That(answer.Headers.TryGetValues("Server", out var names) ? names.Single() : null, Is.EqualTo(name));
    }

    // A body that breaks off is the client's own.
    [Test]
    public async Task RequestWhoseBodyIsMalformed_IsTheClientsError()
    {
        await using var server = await FakeServer.StartAsync(context => context.Request.Body.CopyToAsync(Stream.Null));
        await using var rig = await Rig.StartAsync(Unchecked);
        rig.Targets.Register("i-1", server.Address);

        var answer = await rig.SendSecurelyAsync(
            "POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\nno number\r\n");

        Assert.That(answer, Does.StartWith("HTTP/1.1 400 ").And.Contain("<p>The request could not be read.</p>"));
    }

    [TestCase(16_000, 0, "301")]
    [TestCase(17_000, 0, "414")]
    [TestCase(1, 64_000, "301")]
    [TestCase(1, 66_000, "431")]
    public async Task RequestLineAndHeader_HaveALimit(int pathLength, int headerLength, string status)
    {
        await using var rig = await Rig.StartAsync();

        var (path, header) = (new string('a', pathLength), new string('a', headerLength));
        var answer = await rig.SendAsync($"GET /{path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Long: {header}\r\n\r\n");

        Assert.That(answer, Does.StartWith($"HTTP/1.1 {status} "));
    }

    [PlainCase("GET / HTTP/1.1\r\n\r\n")]
    [PlainCase("GET / HTTP/1.1\r\nHost: localhost\r\nno colon\r\n\r\n")]
    [PlainCase("hello\r\n\r\n")]
    public async Task RequestThatIsMalformed_Is400(string request)
    {
        await using var rig = await Rig.StartAsync();

        Assert.That(await rig.SendAsync(request), Does.StartWith("HTTP/1.1 400 "));
    }

    private static RehearsedStack Unchecked(RehearsedStack stack) => stack.WithCheck(check => check with { IsEnabled = false });

    private static async Task ExpectAsync(Rig rig, HttpStatusCode status, string words)
    {
        using var answer = await rig.Client.GetAsync("/");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Multiple(() =>
        {
            Assert.That(answer.StatusCode, Is.EqualTo(status));
            Assert.That(page, Does.StartWith($"<!doctype html><title>{(int)status} ").And.EndsWith($"<p>{words}</p>\n"));
            Assert.That(answer.Content.Headers.ContentType?.ToString(), Is.EqualTo("text/html; charset=utf-8"));
            Assert.That(answer.Headers.GetValues("X-Frame-Options"), Is.EqualTo(new[] { "DENY" }));
            Assert.That(answer.Headers.Contains("Server"), Is.False);
        });

        // An answer is counted when it is written, and the client may be quicker.
        Assert.That(() => rig.LoadBalancer.Traffic.Errors, Is.EqualTo(1).InTime());
        Assert.That(rig.LoadBalancer.Traffic.Status5xx, Is.EqualTo(1));
    }
}
