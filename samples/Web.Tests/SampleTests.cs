using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Sample.Web.Tests;

/// <summary>What it answers, over a real socket, and how it stops.</summary>
internal sealed class SampleTests
{
    private WebApplication _application = null!;
    private HttpClient _client = null!;

    private Uri Address => new(_application.Urls.Single());

    [SetUp]
    public async Task StartAsync()
    {
        _application = SampleApplication.Create("--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "Warning");
        await _application.StartAsync();
        _client = new() { BaseAddress = Address };
    }

    [TearDown]
    public async Task StopAsync()
    {
        _client.Dispose();
        await _application.DisposeAsync();
    }

    [Test]
    public async Task Health_Asked_IsOk() => Assert.That(await _client.GetStringAsync("/health"), Is.EqualTo("Healthy"));

    [Test]
    public async Task Count_IsOfAllRequestsButHealthChecks()
    {
        await _client.GetAsync("/health");
        await _client.GetAsync("/");
        await _client.GetAsync("/nowhere");

        var count = await _client.GetFromJsonAsync<Count>("/count");

        Assert.That(count, Is.EqualTo(new Count(3, Environment.ProcessId, "1.0.0")));
    }

    [Test]
    public async Task StartPage_AskedByNginx_ShowsWhoAskedWhat()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "www.example.com";
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        request.Headers.Add("X-Forwarded-Proto", "https");

        using var answer = await _client.SendAsync(request);
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Multiple(() =>
        {
            Assert.That($"{answer.Content.Headers.ContentType}", Is.EqualTo("text/html; charset=utf-8"));
            Assert.That($"{answer.Headers.CacheControl}", Is.EqualTo("no-store"));
            Assert.That(answer.Headers.Server, Is.Empty);
            Assert.That(page, Does.Contain("""<dd id="client">203.0.113.7</dd>"""));
            Assert.That(page, Does.Contain("""<dd id="host">https://www.example.com</dd>"""));
        });
    }

    [TestCase("/style.css", "text/css")]
    [TestCase("/echo.js", "text/javascript")]
    [TestCase("/icon.svg", "image/svg+xml")]
    public async Task FileOfThePage_Asked_HasItsType(string path, string type)
    {
        using var answer = await _client.GetAsync(path);

        Assert.That((answer.StatusCode, answer.Content.Headers.ContentType!.MediaType), Is.EqualTo((HttpStatusCode.OK, type)));
    }

    [TestCase("0", "waited 0 s\n")]
    [TestCase("0.02", "waited 0.02 s\n")]
    public async Task Slow_SecondsInRange_Waits(string seconds, string expected) =>
        Assert.That(await _client.GetStringAsync($"/slow?seconds={seconds}"), Is.EqualTo(expected));

    [TestCase("60.1")]
    [TestCase("-1")]
    [TestCase("soon")]
    [TestCase("NaN")]
    [TestCase("")]
    public async Task Slow_OtherSeconds_AreRefusedWithTheRange(string seconds)
    {
        using var answer = await _client.GetAsync($"/slow?seconds={seconds}");

        Assert.That(
            (answer.StatusCode, await answer.Content.ReadAsStringAsync()),
            Is.EqualTo((HttpStatusCode.BadRequest, "seconds must be a number from 0 to 60, such as 2\n")));
    }

    [TestCase("http://127.0.0.1:1")]
    [TestCase("null")]
    public async Task Echo_PageOfAnotherSite_IsRefused(string origin)
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", origin);
        socket.Options.CollectHttpResponseDetails = true;

        await Assert.ThatAsync(() => ConnectAsync(socket), Throws.TypeOf<WebSocketException>());
        Assert.That(socket.HttpStatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Echo_NoWebSocket_IsToldToUpgrade()
    {
        using var answer = await _client.GetAsync("/echo");

        Assert.That((answer.StatusCode, $"{answer.Headers.Upgrade}"), Is.EqualTo((HttpStatusCode.UpgradeRequired, "websocket")));
    }

    [Test]
    public async Task Echo_MessageLongerThanAPiece_ComesBackWhole()
    {
        var message = new string('x', 10_000);
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", $"{Address.Scheme}://{Address.Authority}");
        await ConnectAsync(socket);

        await socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, CancellationToken.None);

        Assert.That(await ReadAsync(socket), Is.EqualTo(message));
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        Assert.That(socket.CloseStatus, Is.EqualTo(WebSocketCloseStatus.NormalClosure));
    }

    [Test]
    public async Task Stop_WithARequestUnderWay_FinishesIt()
    {
        var answer = _client.GetStringAsync("/slow?seconds=0.5");
        await UntilCountedAsync();

        await _application.StopAsync();

        Assert.That(await answer, Is.EqualTo("waited 0.5 s\n"));
    }

    [Test]
    public async Task Stop_WithAWebSocket_SaysGoodbyeAndDoesNotWait()
    {
        using var socket = new ClientWebSocket();
        await ConnectAsync(socket);
        var closing = ReadAsync(socket);

        var stopping = _application.StopAsync();

        Assert.That(await closing, Is.Empty);
        Assert.That(socket.CloseStatus, Is.EqualTo(WebSocketCloseStatus.EndpointUnavailable));
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        await stopping.WaitAsync(SampleApplication.LongestStop / 2);
    }

    private Task ConnectAsync(ClientWebSocket socket) =>
        socket.ConnectAsync(new UriBuilder(Address) { Scheme = "ws", Path = "/echo" }.Uri, CancellationToken.None);

    private async Task UntilCountedAsync()
    {
        var counter = _application.Services.GetRequiredService<RequestCounter>();
        while (counter.Counted.Requests == 0)
            await Task.Delay(TimeSpan.FromMilliseconds(5));
    }

    private static async Task<string> ReadAsync(WebSocket socket)
    {
        using var message = new MemoryStream();
        var piece = new byte[1000];
        ValueWebSocketReceiveResult received;
        do
        {
            received = await socket.ReceiveAsync(piece.AsMemory(), CancellationToken.None);
            message.Write(piece, 0, received.Count);
        }
        while (!received.EndOfMessage);

        return Encoding.UTF8.GetString(message.ToArray());
    }
}
