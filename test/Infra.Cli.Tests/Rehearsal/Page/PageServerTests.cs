using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Infra.Cli.Rehearsal.Page;
using Infra.Cli.Shell;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Rehearsal.Page;

internal sealed class PageServerTests : PageFixture
{
    [TestCase("", "text/html", "<!doctype html>")]
    [TestCase("page.js", "text/javascript", "EventSource")]
    [TestCase("page.css", "text/css", "focus-visible")]
    [PlainCase("icon.svg", "image/svg+xml", "<svg")]
    public async Task Page_Asked_IsServed(string path, string type, string part)
    {
        using var response = await Client.GetAsync(path);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo(type));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain(part));
    }

    // Other users of the machine reach its loopback address, and no origin or cookie tells them apart.
    [TestCase("GET", "")]
    [TestCase("GET", "page.js")]
    [TestCase("GET", "events")]
    [TestCase("POST", "roll")]
    [TestCase("POST", "servers/i-1/break")]
    public async Task Page_WithoutItsToken_IsNotThere(string method, string path)
    {
        var token = Server.Url.Segments[1].TrimEnd('/');
        var last = token[^1] == '0' ? '1' : '0';
        string[] wrong = ["/", "//", $"/{token[..^1]}{last}/", $"/{token[..^1]}/", $"/x/{token}/"];
        foreach (var begin in wrong)
        {
            using var request = new HttpRequestMessage(new(method), $"{Origin()}{begin}{path}");
            request.Headers.Add("Origin", Origin());
            using var response = await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), begin);
            Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/plain"), begin);
            Assert.That(await response.Content.ReadAsStringAsync(), Does.Not.Contain(token), begin);
        }

        Assert.That(Stack.Calls, Is.Empty);
    }

    [Test]
    public async Task Token_IsAnotherEachTime_AndTooLongToGuess()
    {
        await using var other = await PageServer.StartAsync(Stack, await PageInfos.DevAsync(), 0, CancellationToken.None);

        Assert.That(Server.Url.AbsolutePath, Does.Match("^/[0-9a-f]{32}/$"));
        Assert.That(other.Url.AbsolutePath, Is.Not.EqualTo(Server.Url.AbsolutePath));
    }

    [Test]
    public async Task Page_Always_KeepsItsAddressFromOtherSites()
    {
        using var response = await Client.GetAsync("");

        Assert.That(response.Headers.GetValues("Referrer-Policy"), Is.EqualTo(new[] { "same-origin" }));
    }

    [Test]
    public async Task Page_Always_LoadsOnlyFromItself()
    {
        using var response = await Client.GetAsync("");

        Assert.That(response.Headers.GetValues("Content-Security-Policy"), Is.EqualTo(new[]
        {
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
            "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        }));
        Assert.That(response.Headers.Contains("Access-Control-Allow-Origin"), Is.False);
    }

    [TestCase("servers/i-1/break", "break i-1")]
    [TestCase("servers/i-2/hang", "hang i-2")]
    [TestCase("zones/eu-west-1a/lose", "lose eu-west-1a")]
    [TestCase("zones/eu-west-1b/restore", "restore eu-west-1b")]
    [TestCase("content", "upload")]
    [TestCase("content/broken", "upload broken")]
    [TestCase("roll", "roll")]
    [TestCase("roll/broken", "roll broken")]
    [TestCase("roll/errors", "roll errors")]
    public async Task Control_FromThePage_IsCalled(string path, string call)
    {
        using var response = await PostAsync(path, Origin());

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(Stack.Calls, Is.EqualTo(new[] { call }));
    }

    [Test]
    public async Task Roll_WhileOneIsUnderWay_SaysWhatAwsSays()
    {
        Stack.View = Stack.View with { IsRolling = true };

        using var response = await PostAsync("roll", Origin());

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await response.Content.ReadFromJsonAsync<string>(), Is.EqualTo(
            "AWS says InstanceRefreshInProgress: one is under way already. "
            + "'infra roll' waits for its end, and then rolls this version."));
        Assert.That(Stack.Calls, Is.EqualTo(new[] { "roll" }));
    }

    [TestCase("timeline.svg?width=500", 500)]
    [TestCase("timeline.svg?width=9999", 1600)]
    [TestCase("timeline.svg?width=-1", 320)]
    [TestCase("timeline.svg", 830)]
    public async Task Plot_ShowsWhatWasThereBefore_AsWideAsAsked(string path, int width)
    {
        Stack.Recorder.Look(Stack.View with { Time = FakeStack.Start }, 0);
        Stack.Recorder.Look(Stack.View with { Time = FakeStack.Start.AddSeconds(60) }, 12);
        Stack.Note("a sick server");

        using var response = await Client.GetAsync(path);

        var svg = await response.Content.ReadAsStringAsync();
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("image/svg+xml"));
        foreach (var part in new[] { $"width=\"{width}\"", "; 12 requests failed.", "At 00:01:30: a sick server." })
            Assert.That(svg, Does.Contain(part));
    }

    [TestCase("servers/i-9/break", "There is no server i-9.")]
    [TestCase("servers/i-9/hang", "There is no server i-9.")]
    [TestCase("zones/us-east-1a/lose", "There is no zone us-east-1a.")]
    public async Task Control_OfWhatDoesNotExist_IsNotFound(string path, string message)
    {
        using var response = await PostAsync(path, Origin());

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await response.Content.ReadFromJsonAsync<string>(), Is.EqualTo(message));
        Assert.That(Stack.Calls, Is.Empty);
    }

    [Test]
    public async Task Upload_OfAStackWhoseServersKeepTheirContent_IsNotFound()
    {
        await using var server = await PageServer.StartAsync(Stack, await PageInfos.DevAsync(), 0, CancellationToken.None);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Url, "content"));
        request.Headers.Add("Origin", server.Url.GetLeftPart(UriPartial.Authority));
        using var response = await Client.SendAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await response.Content.ReadFromJsonAsync<string>(), Is.EqualTo("The servers take no content while they run."));
    }

    [Test]
    public async Task Upload_OfAFolderThatIsNoSite_IsRefusedWithTheReason()
    {
        Stack.UploadFault = "the site must hold index.html, got site without it: add site/index.html";
        using var response = await PostAsync("content", Origin());

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await response.Content.ReadFromJsonAsync<string>(), Is.EqualTo(Stack.UploadFault));
    }

    [TestCase(0)]
    [TestCase(450)]
    [TestCase(12.5)]
    public async Task Load_InRange_IsSet(double load)
    {
        using var response = await PostAsync("load", Origin(), JsonContent.Create(new { requestsPerSecond = load }));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(Stack.Calls, Is.EqualTo(new[] { FormattableString.Invariant($"load {load}") }));
    }

    [PlainCase("""{ "requestsPerSecond": -1 }""")]
    [PlainCase("""{ "requestsPerSecond": 451 }""")]
    [PlainCase("""{ "requestsPerSecond": "NaN" }""")]
    [PlainCase("{}")]
    [TestCase("")]
    public async Task Load_OutOfRange_IsRefused(string body)
    {
        using var response = await PostAsync("load", Origin(), new StringContent(body, null, "application/json"));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(Stack.Calls, Is.Empty);
    }

    [TestCase(null)]
    [TestCase("null")]
    [TestCase("https://example.com")]
    [TestCase("http://127.0.0.1")]
    public async Task Control_FromAnotherOrigin_IsForbidden(string? origin)
    {
        using var response = await PostAsync("servers/i-1/break", origin);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(Stack.Calls, Is.Empty);
    }

    [Test]
    public async Task Control_FromAnotherSite_IsForbidden()
    {
        Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        using var response = await PostAsync("servers/i-1/break", Origin());

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [TestCase("", "example.com")]
    [TestCase("events", "example.com")]
    [TestCase("", "127.0.0.1")]
    [TestCase("", "127.0.0.1.example.com")]
    [PlainCase("", "example.com:{port}")]
    [PlainCase("events", "127.0.0.1.example.com:{port}")]
    [PlainCase("", "[::1]:{port}")]
    public async Task Page_UnderAnotherName_IsForbidden(string path, string host)
    {
        Client.DefaultRequestHeaders.Host = host.Replace("{port}", $"{Server.Url.Port}", StringComparison.Ordinal);
        using var response = await Client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Start_OnAPortInUse_SaysSo()
    {
        var mistake = await Assert.ThrowsAsync<InvalidUsageException>(
            async () => await PageServer.StartAsync(Stack, await PageInfos.DevAsync(), Server.Url.Port, CancellationToken.None));

        Assert.That(
            mistake?.Message,
            Is.EqualTo($"the page's port must be free and open to this user, got {Server.Url.Port}; with 0, any free one is taken"));
    }

    [Test]
    public async Task Stop_WithAnOpenStream_EndsIt()
    {
        await using var stream = await EventStream.OpenAsync(Client);
        await stream.NextAsync("view");

        await Server.DisposeAsync().AsTask().WaitAsync(Patience);

        Assert.That(await stream.NextAsync("end"), Is.Not.Null);
        Assert.That(await stream.NextAsync("view"), Is.Null);
    }

    [Test]
    public async Task Stop_WithAReaderThatDoesNotRead_DoesNotWaitForIt()
    {
        // Far more lines than a socket's buffers take.
        for (var i = 0; i < 20_000; i++)
            Stack.Note(new('x', 1000));
        using var reader = new TcpClient { ReceiveBufferSize = 4096 };
        await reader.ConnectAsync(IPAddress.Loopback, Server.Url.Port);
        await reader.GetStream().WriteAsync(
            System.Text.Encoding.ASCII.GetBytes($"GET {Server.Url.AbsolutePath}events HTTP/1.1\r\nHost: {Server.Url.Authority}\r\n\r\n"));
        await reader.GetStream().ReadExactlyAsync(new byte[1]);

        Assert.That(async () => await Server.DisposeAsync().AsTask().WaitAsync(Patience), Throws.Nothing);
    }

    private string Origin() => Server.Url.GetLeftPart(UriPartial.Authority);

    private Task<HttpResponseMessage> PostAsync(string path, string? origin, HttpContent? body = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body };
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        return Client.SendAsync(request);
    }
}
