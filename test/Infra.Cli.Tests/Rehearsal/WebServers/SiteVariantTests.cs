using System.Net;
using System.Runtime.Versioning;
using Infra.Cli.Rehearsal.WebServers;

namespace Infra.Cli.Tests.Rehearsal.WebServers;

/// <summary>Sites unlike the committed one: the embedded server treats them as nginx does.</summary>
[Category("Live")]
[UnsupportedOSPlatform("windows")]
[TestFixture(true)]
[TestFixture(false)]
internal sealed class SiteVariantTests(bool isNginx)
{
    private TemporaryProject _project = null!;
    private ServerSandbox _sandbox = null!;
    private IWebServer _server = null!;
    private HttpClient _client = null!;

    [SetUp]
    public async Task StartServer()
    {
        if (isNginx)
            _ = ServerSandbox.Nginx();
        _project = new TemporaryProject();
        Directory.CreateDirectory(Path.Combine(_project.Root, "site", "docs"));
        _project.With("site/docs/index.html", "docs").With("site/.unlisted", "contact").With("site/data.unheard", "data");

        _sandbox = new();
        var stack = await Declarations.Of("dev");
        var declared = stack.Server with { SiteSource = Path.Combine(_project.Root, "site") };
        _server = WebServerFactory.Create(declared, stack.TargetGroup, isNginx).New();
        _client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = _server.Address };
        await _server.StartAsync(CancellationToken.None);
    }

    [TearDown]
    public async Task StopServer()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        _sandbox.Dispose();
        _project.Dispose();
    }

    [TestCase("/docs/", "docs", "text/html")]
    [TestCase("/data.unheard", "data", "application/octet-stream")]
    public async Task File_OfAnyName_IsServed(string path, string content, string type)
    {
        using var answer = await _client.GetAsync(path);

        Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo(content));
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo(type));
    }

    [Test]
    public async Task File_WhoseNameBeginsWithADot_IsNotThere()
    {
        using var answer = await _client.GetAsync("/.unlisted");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task FolderWithoutASlash_Asked_RedirectsWithinTheClientsScheme()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/docs");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Host = "www.example.com";
        using var answer = await _client.SendAsync(request);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.MovedPermanently));
        Assert.That(
            new Uri(new Uri("https://www.example.com/docs"), answer.Headers.Location!),
            Is.EqualTo(new Uri("https://www.example.com/docs/")));
    }

    [Test]
    public async Task UnchangedFile_AskedAgain_IsNotSentAgain()
    {
        using var first = await _client.GetAsync("/docs/");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/docs/");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await _client.SendAsync(request);

        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
    }
}
