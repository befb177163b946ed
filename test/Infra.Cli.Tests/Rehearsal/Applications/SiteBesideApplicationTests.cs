using System.Net;
using System.Runtime.Versioning;
using Infra.Cli.Rehearsal.WebServers;
using Infra.Cli.Tests.Rehearsal.WebServers;

namespace Infra.Cli.Tests.Rehearsal.Applications;

/// <summary>A site's files before the sample, on nginx: which of the two answers.</summary>
[Category("Live")]
[UnsupportedOSPlatform("windows")]
internal sealed class SiteBesideApplicationTests
{
    private SampleProject _project = null!;
    private ServerSandbox _sandbox = null!;
    private IWebServer _server = null!;
    private HttpClient _client = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _ = ServerSandbox.Nginx();
        _project = new();
        _sandbox = new();
        foreach (var name in new[]
        {
            "count", "docs.html", "docs/index.html", "guide/index.html", "empty/note.txt", ".env", ".well-known/security.txt",
        })
        {
            var file = Path.Combine(_project.Root, "pages", name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, $"file {name}");
        }

        var stack = await _project.DeclaredAsync("siteDirectory=pages", "cleanUrls=true");
        _server = WebServerFactory.Create(stack.Server, stack.TargetGroup, preferNginx: true).New();
        await _server.StartAsync(CancellationToken.None);
        _client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = _server.Address };
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _client?.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
        _sandbox?.Dispose();
        _project?.Dispose();
    }

    [TestCase("/docs", "docs.html")]
    [TestCase("/docs/", "docs/index.html")]
    [TestCase("/guide/", "guide/index.html")]
    [TestCase("/empty/note.txt", "empty/note.txt")]
    [TestCase("/.well-known/security.txt", ".well-known/security.txt")]
    [TestCase("/count", "count")]
    public async Task File_IsAnsweredBeforeTheApplication(string path, string file) =>
        Assert.That(await _client.GetStringAsync(path), Is.EqualTo($"file {file}"));

    [Test]
    public async Task FolderWithAStartPage_IsRedirectedTo()
    {
        using var answer = await _client.GetAsync("/guide");

        Assert.That((answer.StatusCode, $"{answer.Headers.Location}"), Is.EqualTo((HttpStatusCode.MovedPermanently, "/guide/")));
    }

    [TestCase("GET", "/health", HttpStatusCode.OK)]
    [TestCase("GET", "/.env", HttpStatusCode.NotFound)]
    [TestCase("GET", "/empty/", HttpStatusCode.NotFound)]
    [TestCase("GET", "/none", HttpStatusCode.NotFound)]
    [TestCase("POST", "/docs", HttpStatusCode.NotFound)]
    [TestCase("PUT", "/empty/note.txt", HttpStatusCode.NotFound)]
    [TestCase("DELETE", "/count", HttpStatusCode.MethodNotAllowed)]
    public async Task Rest_IsTheApplications(string method, string path, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new(method), path);
        using var answer = await _client.SendAsync(request);

        Assert.That(answer.StatusCode, Is.EqualTo(status));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Not.Contain("file ").And.Not.Contain("nginx"));
    }
}
