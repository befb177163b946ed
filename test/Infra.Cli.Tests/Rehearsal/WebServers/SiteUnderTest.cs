using System.Net;
using System.Runtime.Versioning;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.WebServers;
using Infra.Servers;
using Infra.Site;

namespace Infra.Cli.Tests.Rehearsal.WebServers;

/// <summary>A site of a few files on a web server that runs.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class SiteUnderTest : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("infra-site-");
    private readonly ServerSandbox _sandbox = new();
    private readonly HttpClient _client;
    private readonly IWebServer _server;

    private SiteUnderTest(RehearsedStack declared, bool isNginx, SitePages pages)
    {
        var server = declared.Server with
        {
            SiteSource = _folder.FullName,
            Pages = pages,
            NginxConfiguration = NginxConfiguration.Render(declared.Server.HealthCheckPath, pages),
        };
        _server = WebServerFactory.Create(server, declared.TargetGroup, isNginx).New();
        _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None })
        {
            BaseAddress = _server.Address,
        };
    }

    /// <summary>Starts it.</summary>
    public static async Task<SiteUnderTest> StartAsync(
        bool isNginx, SitePages pages, params IEnumerable<(string Name, string Content)> files)
    {
        if (isNginx)
            _ = ServerSandbox.Nginx();
        var stack = await Declarations.Of("dev");
        var site = new SiteUnderTest(stack, isNginx, pages);
        foreach (var (name, content) in files)
        {
            var path = Path.Combine(site._folder.FullName, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, content);
        }

        await site._server.StartAsync(CancellationToken.None);
        return site;
    }

    /// <summary>Asks for a path.</summary>
    public async Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in fields)
            request.Headers.TryAddWithoutValidation(name, value);
        return await _client.SendAsync(request);
    }

    /// <summary>What a visitor gets: the status, a file's content or where it sends to, its type, and how long it may be kept.</summary>
    public async Task<string> AnswerAsync(string path)
    {
        using var answer = await GetAsync(path);
        var what = answer.Headers.Location is { } location
            ? new Uri(new Uri("http://127.0.0.1/"), location).AbsolutePath
            : await answer.Content.ReadAsStringAsync();
        var kept = $"{answer.Headers.CacheControl}".Contains("immutable", StringComparison.Ordinal) ? " kept" : "";
        return (int)answer.StatusCode switch
        {
            200 => $"200 {what} {answer.Content.Headers.ContentType?.MediaType}{kept}",
            404 => $"404 {what}",
            var status => $"{status} {what}",
        };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        _sandbox.Dispose();
        _folder.Delete(recursive: true);
    }
}
