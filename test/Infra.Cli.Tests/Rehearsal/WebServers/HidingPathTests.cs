using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.WebServers;
using Infra.Servers;
using Infra.Site;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Rehearsal.WebServers;

/// <summary>
/// Which health check paths hide something of the site, asked of the web servers themselves: those, and no others, are the ones that
/// the settings refuse.
/// </summary>
[Category("Live")]
[UnsupportedOSPlatform("windows")]
[Requirement("R5")]
[TestFixture(true)]
[TestFixture(false)]
internal sealed class HidingPathTests(bool isNginx)
{
    private const string Nothing = "/nothing-is-here";

    // Whatever a visitor may ask for; nginx makes /docs/index.html of the last three.
    private static readonly string[] Asked =
    [
        "/", "/index.html", "/style.css", "/404.html", "/docs", "/docs/", "/docs/index.html", "/assets/main.js", "/missing",
        "//docs//index.html", "/docs/./index.html", "/%64ocs/index.html",
    ];

    private TemporaryProject _project = null!;
    private ServerSandbox _sandbox = null!;

    [SetUp]
    public void MakeSite()
    {
        if (isNginx)
            _ = ServerSandbox.Nginx();
        _project = new TemporaryProject();
        foreach (var folder in new[] { "docs", "assets" })
            Directory.CreateDirectory(Path.Combine(_project.Root, "site", folder));
        foreach (var file in new[] { "style.css", "404.html", "docs/index.html", "assets/main.js" })
            _project.With($"site/{file}", file);
        _sandbox = new();
    }

    [TearDown]
    public void RemoveSite()
    {
        _sandbox.Dispose();
        _project.Dispose();
    }

    [TestCase("/index.html")]
    [TestCase("/style.css")]
    [TestCase("/404.html")]
    [TestCase("/docs")]
    [TestCase("/docs/")]
    [TestCase("/docs/index.html")]
    [TestCase("/health")]
    [TestCase("/Index.html")]
    [TestCase("/INDEX.HTML")]
    [TestCase("/index.html/")]
    [TestCase("/assets")]
    [TestCase("/assets/")]
    [TestCase("/docs/404.html")]
    public async Task Path_ThatHidesAPage_IsOneThatTheSettingsRefuse(string path)
    {
        Assert.That(SiteFolder.TryLoad(_project.Root, "site", out var site, out _), Is.True);

        var hidden = (await AnswersAsync(Nothing)).Except(await AnswersAsync(path)).ToList();

        Assert.That(hidden.Count > 0, Is.EqualTo(site!.FileAt(path, new()) is not null), string.Join(", ", hidden));
    }

    private async Task<IReadOnlyList<string>> AnswersAsync(string healthCheckPath)
    {
        var stack = await Declarations.Of("dev");
        DeclaredServer declared = stack.Server with
        {
            SiteSource = Path.Combine(_project.Root, "site"),
            HealthCheckPath = healthCheckPath,
            NginxConfiguration = NginxConfiguration.Render(healthCheckPath, new()),
        };
        await using var server = WebServerFactory.Create(declared, stack.TargetGroup, isNginx).New();
        await server.StartAsync(CancellationToken.None);
        // A path is asked as it stands, with what HttpClient would tidy up.
        return [.. Asked.Select(path => $"{path}: {RawAnswer(server.Address, path)}")];
    }

    private static string RawAnswer(Uri address, string path)
    {
        using var client = new TcpClient(address.Host, address.Port);
        using var stream = client.GetStream();
        stream.Write(Encoding.ASCII.GetBytes(
            $"GET {path} HTTP/1.1\r\nHost: www.example.com\r\nX-Forwarded-For: 203.0.113.7\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream);
        var answer = reader.ReadToEnd();
        var end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return $"{answer.Split('\r')[0]} {answer[(end + 4)..]}";
    }
}
