using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Infra.Cli.Rehearsal.Script;
using Infra.Cli.Tests.Live.Load;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Infra.Cli.Tests.Rehearsal.Script;

public sealed class FrontProbeTests
{
    [Test]
    public async Task AskHttp_OfARedirect_ShowsItAsItIs()
    {
        await using var site = await TestSite.StartAsync(context =>
        {
            context.Response.Redirect($"https://{context.Request.Host}:1{context.Request.GetEncodedPathAndQuery()}#{context.Request.Method}", permanent: true);
            return Task.CompletedTask;
        });

        var answer = await new FrontProbe(site.Http, site.Https).AskHttpAsync(HttpMethod.Post, "www.example.com", "/a%20b?c=%2F&c=1", CancellationToken.None);

        Assert.That(answer, Is.EqualTo(new RedirectAnswer(301, "https://www.example.com:1/a%20b?c=%2F&c=1#POST")));
    }

    [Test]
    public async Task AskHttp_OfNoListener_IsNone()
    {
        var site = await TestSite.StartAsync(_ => Task.CompletedTask);
        await site.DisposeAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await AskAsync(new(site.Http, site.Https)), Is.Null);
            Assert.That(await AskAsync(new(null, site.Https)), Is.Null);
        }

        static Task<RedirectAnswer?> AskAsync(FrontProbe probe) => probe.AskHttpAsync(HttpMethod.Get, "localhost", "/", CancellationToken.None);
    }

    [TestCase(SslProtocols.Tls12, SslProtocols.Tls12, ExpectedResult = true)]
    [TestCase(SslProtocols.Tls12, SslProtocols.Tls13, ExpectedResult = false)]
    [TestCase(SslProtocols.Tls13, SslProtocols.Tls12, ExpectedResult = false)]
    [TestCase(SslProtocols.Tls13, SslProtocols.Tls13, ExpectedResult = true)]
    public async Task<bool> Accepts_AsTheListenerDoes(SslProtocols spoken, SslProtocols asked)
    {
        await using var site = await TestSite.StartAsync(_ => Task.CompletedTask, spoken);

        return await new FrontProbe(site.Http, site.Https).AcceptsAsync(asked, CancellationToken.None);
    }

    [Test]
    public async Task AcceptsTls11_OfAListenerForNewerClients_IsFalse()
    {
        await using var site = await TestSite.StartAsync(_ => Task.CompletedTask);

        Assert.That(await new FrontProbe(site.Http, site.Https).AcceptsTls11Async(CancellationToken.None), Is.False);
    }

    // No listener here can be made to speak it.
    [TestCase("160302002A" + "02000026" + "0302" + "0000000000000000000000000000000000000000000000000000000000000000" + "00" + "C013" + "00", ExpectedResult = true)]
    [TestCase("1503020002" + "0246", ExpectedResult = false)]
    public async Task<bool> AcceptsTls11_GoesByTheAnswer(string answer)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = new Uri($"https://{listener.LocalEndpoint}");

        var accepts = new FrontProbe(null, address).AcceptsTls11Async(CancellationToken.None);
        using var client = await listener.AcceptTcpClientAsync();
        await client.GetStream().WriteAsync(Convert.FromHexString(answer));

        return await accepts;
    }

    [Test]
    public async Task SpeaksTls_TellsAServerWithTlsFromOneWithout()
    {
        await using var site = await TestSite.StartAsync(_ => Task.CompletedTask);
        var probe = new FrontProbe(site.Http, site.Https);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await probe.SpeaksTlsAsync(site.Https, CancellationToken.None), Is.True);
            Assert.That(await probe.SpeaksTlsAsync(site.Http, CancellationToken.None), Is.False);
        }
    }
}
