using System.Net;
using System.Runtime.Versioning;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.WebServers;

namespace Infra.Cli.Tests.Rehearsal.WebServers;

/// <summary>What holds for every web server, by HTTP and by HTTPS.</summary>
[Category("Live")]
[UnsupportedOSPlatform("windows")]
[TestFixture(true, "dev", "http")]
[TestFixture(true, "prod", "https")]
[TestFixture(false, "dev", "http")]
[TestFixture(false, "prod", "https")]
internal sealed class WebServerTests(bool isNginx, string stack, string scheme)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private RehearsedStack _stack = null!;
    private ServerSandbox _sandbox = null!;
    private IWebServer _server = null!;
    private HttpClient _client = null!;

    [OneTimeSetUp]
    public async Task ReadStack()
    {
        if (isNginx)
            _ = ServerSandbox.Nginx();
        _stack = await Declarations.Of(stack);
    }

    [SetUp]
    public async Task StartServer()
    {
        _sandbox = new();
        _server = New();
        _client = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            SslOptions = { RemoteCertificateValidationCallback = ServerSandbox.IsOfAServer },
        })
        {
            BaseAddress = _server.Address,
        };
        await _server.StartAsync(CancellationToken.None);
    }

    [TearDown]
    public async Task StopServer()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        _sandbox.Dispose();
    }

    [Test]
    public async Task StartAsync_Done_ServesTheSiteAtOnce()
    {
        using var answer = await _client.GetAsync("/");

        Assert.Multiple(async () =>
        {
            Assert.That(_server.Address.Scheme, Is.EqualTo(scheme));
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(await answer.Content.ReadAsByteArrayAsync(), Is.EqualTo(await SiteFile("index.html")));
            Assert.That($"{answer.Content.Headers.ContentType}", Is.EqualTo("text/html; charset=utf-8"));
            Assert.That($"{answer.Headers.CacheControl}", Is.EqualTo("no-cache"));
        });
    }

    [Test]
    public async Task HealthCheckPath_Asked_IsAnsweredWithOk()
    {
        using var answer = await _client.GetAsync(_stack.TargetGroup.HealthCheck.Path);

        Assert.Multiple(async () =>
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo("ok\n"));
            Assert.That($"{answer.Content.Headers.ContentType}", Is.EqualTo("text/plain; charset=utf-8"));
            Assert.That($"{answer.Headers.CacheControl}", Is.EqualTo("no-cache"));
        });
    }

    [TestCase("ELB-HealthChecker/2.0", "", HttpStatusCode.OK)]
    [TestCase("ELB-HealthChecker/2.0", "203.0.113.7", HttpStatusCode.NotFound)]
    [TestCase("Mozilla/5.0 (like ELB-HealthChecker/2.0)", "", HttpStatusCode.NotFound)]
    public async Task FormerPath_Asked_IsAnsweredToTheLoadBalancerItselfAlone(string agent, string client, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/former-path");
        request.Headers.Add("User-Agent", agent);
        if (client.Length > 0)
            request.Headers.Add("X-Forwarded-For", client);

        using var answer = await _client.SendAsync(request);

        Assert.That(answer.StatusCode, Is.EqualTo(expected));
    }

    [Test]
    public async Task PathThatIsNotThere_Asked_IsAnsweredWithTheSitesPage()
    {
        using var answer = await _client.GetAsync("/nowhere");

        Assert.Multiple(async () =>
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(await answer.Content.ReadAsByteArrayAsync(), Is.EqualTo(await SiteFile("404.html")));
            Assert.That(answer.Headers.CacheControl, Is.Null);
        });
    }

    [Test]
    public async Task Break_AServerThatRuns_RefusesConnections()
    {
        Assert.That(ServerSandbox.Accepts(_server.Address), Is.True);

        _server.Break();

        await Eventually(() => Task.FromResult(!ServerSandbox.Accepts(_server.Address)));
    }

    [Test]
    public async Task Hang_AServerThatRuns_TakesConnectionsAndNeverAnswers()
    {
        _server.Hang();

        await Eventually(async () => !await IsAnsweredAsync());
        Assert.That(ServerSandbox.Accepts(_server.Address), Is.True);
    }

    [TestCase("running")]
    [TestCase("broken")]
    [TestCase("hung")]
    public async Task DisposeAsync_InAnyState_LeavesNothing(string state)
    {
        Assert.That(_sandbox.Remains(_server.Address), Has.Count.GreaterThanOrEqualTo(2), "what is to be gone has to be seen first");
        if (state == "broken")
            _server.Break();
        if (state == "hung")
            _server.Hang();

        await _server.DisposeAsync();

        Assert.That(_sandbox.Remains(_server.Address), Is.Empty);
    }

    [Test]
    public async Task Break_AServerThatIsDisposedOf_DoesNothing()
    {
        await _server.DisposeAsync();

        Assert.That(_server.Break, Throws.Nothing);
    }

    [Test]
    public async Task StartAsync_OneMoreServer_AnswersBesideTheFirst()
    {
        await using var other = New();
        await other.StartAsync(CancellationToken.None);

        foreach (var address in new[] { _server.Address, other.Address })
            Assert.That(await _client.GetStringAsync(new Uri(address, _stack.Server.HealthCheckPath)), Is.EqualTo("ok\n"));
    }

    private IWebServer New() => WebServerFactory.Create(_stack.Server, _stack.TargetGroup, isNginx).New();

    private Task<byte[]> SiteFile(string name) => File.ReadAllBytesAsync(Path.Combine(_stack.Server.SiteSource!, name));

    private async Task<bool> IsAnsweredAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        try
        {
            using var answer = await _client.GetAsync("/", patience.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static async Task Eventually(Func<Task<bool>> condition)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await condition())
            Assert.That(TimeProvider.System.GetElapsedTime(start), Is.LessThan(Patience));
    }
}
