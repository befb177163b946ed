using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Infra.Cli.Tests.Rehearsal.LoadBalancing;

[TestFixture]
internal sealed class ForwardingTests
{
    [Test]
    public async Task Request_OnItsWay_GetsTheForwardedFields()
    {
        IHeaderDictionary? received = null;
        await using var server = await FakeServer.StartAsync(context => Keep(context, out received));
        await using var rig = await Rig.StartAsync();
        await rig.RegisterAsync(server.Address);

        await rig.SendSecurelyAsync(
            "GET / HTTP/1.1\r\nHost: example.com:8443\r\nX-Forwarded-For: 203.0.113.7, 203.0.113.8\r\nConnection: close\r\n\r\n");

        Assert.Multiple(() =>
        {
            Assert.That(received?.Host.ToString(), Is.EqualTo("example.com:8443"));
            Assert.That(received?["X-Forwarded-For"].ToString(), Is.EqualTo("203.0.113.7, 203.0.113.8, 127.0.0.1"));
            Assert.That(received?["X-Forwarded-Proto"].ToString(), Is.EqualTo("https"));
            Assert.That(received?["X-Forwarded-Port"].ToString(), Is.EqualTo($"{rig.LoadBalancer.HttpsUrl.Port}"));
            Assert.That(received?["X-Amzn-Trace-Id"].ToString(), Does.Match("^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$"));
        });
    }

    [Test]
    public async Task PathAndQuery_OnTheirWay_AreKeptByteForByte()
    {
        string? received = null;
        await using var server = await FakeServer.StartAsync(context =>
        {
            received = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
            return Task.CompletedTask;
        });
        await using var rig = await Rig.StartAsync();
        await rig.RegisterAsync(server.Address);

        await rig.SendSecurelyAsync("GET /a%2Fb/%41/../c?d=%20&e=/.. HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        Assert.That(received, Is.EqualTo("/a%2Fb/%41/../c?d=%20&e=/.."));
    }

    [TestCase(true, false)]
    [TestCase(false, true)]
    public async Task FieldWithAnInvalidName_IsDropped_IfDeclared(bool drops, bool arrives)
    {
        IHeaderDictionary? received = null;
        await using var server = await FakeServer.StartAsync(context => Keep(context, out received));
        await using var rig = await Rig.StartAsync(stack => stack.With(loadBalancer => loadBalancer with { DropInvalidHeaders = drops }));
        await rig.RegisterAsync(server.Address);

        await rig.SendSecurelyAsync(
            "GET / HTTP/1.1\r\nHost: localhost\r\nX_Invalid: 1\r\nX-Valid: 1\r\nX.Invalid: 1\r\nConnection: close\r\n\r\n");

        Assert.That((received?.ContainsKey("X_Invalid"), received?.ContainsKey("X.Invalid")), Is.EqualTo((arrives, arrives)));
        Assert.That(received?.ContainsKey("X-Valid"), Is.True);
    }

    [TestCase(false, null)]
    [TestCase(true, "nginx")]
    public async Task Answer_OnItsWayBack_HasTheDeclaredFieldsInPlaceOfTheServers(bool namesItself, string? server)
    {
        await using var web = await FakeServer.StartAsync(context =>
        {
            context.Response.Headers.Server = "nginx";
            context.Response.Headers.XFrameOptions = "SAMEORIGIN";
            context.Response.Headers["X-Own"] = "kept";
            return context.Response.WriteAsync("page");
        });
        await using var rig = await Rig.StartAsync(stack => stack.WithHttps(https => https with { NamesItself = namesItself }));
        await rig.RegisterAsync(web.Address);

        using var answer = await rig.Client.GetAsync("/");

        Assert.Multiple(async () =>
        {
            Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo("page"));
            Assert.That(answer.Headers.GetValues("X-Frame-Options"), Is.EqualTo(new[] { "DENY" }));
            Assert.That(answer.Headers.GetValues("Strict-Transport-Security"), Is.EqualTo(new[] { "max-age=31536000" }));
            Assert.That(answer.Headers.GetValues("X-Own"), Is.EqualTo(new[] { "kept" }));
            Assert.That(answer.Headers.TryGetValues("Server", out var names) ? names.Single() : null, Is.EqualTo(server));
        });
    }

    [Test]
    public async Task Server_WithAnExpiredCertificate_IsTalkedToAllTheSame()
    {
        await using var server = await FakeServer.StartAsync(context => context.Response.WriteAsync(context.Request.Scheme), https: true);
        await using var rig = await Rig.StartAsync(stack => stack.WithTargets(group => group with
        {
            IsHttps = true,
            HealthCheck = group.HealthCheck with { IsHttps = true },
        }));
        await rig.RegisterAsync(server.Address);

        Assert.That(await rig.Client.GetStringAsync("/"), Is.EqualTo("https"));
    }

    [TestCase(true, "2.0")]
    [TestCase(false, "1.1")]
    public async Task Client_SpeaksHttp2_IfDeclared_AndServersNever(bool http2, string version)
    {
        await using var server = await FakeServer.StartAsync(context => context.Response.WriteAsync(context.Request.Protocol));
        await using var rig = await Rig.StartAsync(stack => stack.With(loadBalancer => loadBalancer with { Http2 = http2 }));
        await rig.RegisterAsync(server.Address);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Version = HttpVersion.Version20 };

        using var answer = await rig.Client.SendAsync(request);

        Assert.That(answer.Version.ToString(), Is.EqualTo(version));
        Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo("HTTP/1.1"));
    }

    private static Task Keep(HttpContext context, out IHeaderDictionary received)
    {
        received = new HeaderDictionary(context.Request.Headers.ToDictionary(StringComparer.OrdinalIgnoreCase));
        return Task.CompletedTask;
    }
}
