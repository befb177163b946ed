using System.Net;
using System.Runtime.Versioning;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.WebServers;
using Infra.Cli.Tests.Rehearsal.WebServers;

namespace Infra.Cli.Tests.Rehearsal.Applications;

/// <summary>The sample behind nginx, by HTTP and by HTTPS.</summary>
[Category("Live")]
[Platform("Linux", Reason = "Sees processes in /proc.")]
[UnsupportedOSPlatform("windows")]
[TestFixture("offload")]
[TestFixture("end-to-end")]
internal sealed class ApplicationServerTests(string tlsMode)
{
    private const string Sample = "exec dotnet Sample.Web.dll";

    private SampleProject _project = null!;
    private ServerSandbox _sandbox = null!;
    private HttpClient _client = null!;

    [SetUp]
    public void Prepare()
    {
        _ = ServerSandbox.Nginx();
        _project = new();
        _sandbox = new();
        _client = new(new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = ServerSandbox.IsOfAServer } });
    }

    [TearDown]
    public void Tidy()
    {
        _client?.Dispose();
        _sandbox?.Dispose();
        _project?.Dispose();
    }

    [Test]
    public async Task StartAsync_Done_AnswersWithTheApplicationThatKnowsTheVisitor()
    {
        await using var server = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, "/count"));
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");

        using var answer = await _client.SendAsync(request);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("\"requests\":1,").And.Contain("\"version\":\"1.0.0\""));
        Assert.That(await HealthAsync(server), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Break_AServerThatRuns_KillsTheApplicationForGood()
    {
        await using var server = await StartAsync();

        server.Break();

        Assert.That(() => HealthAsync(server), Is.EqualTo(HttpStatusCode.BadGateway).After(10).Seconds.PollEvery(20).MilliSeconds);
        // It would have been back by then, as one that ends by itself is.
        await Task.Delay(TimeSpan.FromSeconds(1));
        Assert.That(await HealthAsync(server), Is.EqualTo(HttpStatusCode.BadGateway));
    }

    [Test]
    public async Task Hang_AServerThatRuns_LeavesRequestsWithoutAnAnswer()
    {
        await using var server = await StartAsync();

        server.Hang();

        Assert.That(
            () => Task.WhenAny(HealthAsync(server), Task.Delay(500)).Result is Task<HttpStatusCode>,
            Is.False.After(10).Seconds.PollEvery(20).MilliSeconds);
        Assert.That(ServerSandbox.Accepts(server.Address), Is.True);
    }

    [Test]
    public async Task SwitchOff_AServerThatRuns_RefusesConnections()
    {
        await using var server = await StartAsync();

        server.SwitchOff();

        Assert.That(() => ServerSandbox.Accepts(server.Address), Is.False.After(10).Seconds.PollEvery(20).MilliSeconds);
    }

    [Test]
    public async Task Application_ThatEndsByItself_IsStartedAgainAndSaysSo()
    {
        await using var server = New(await DeclaredAsync("echo $$ >\"$HOME/process\"; " + Sample));
        List<string> told = [];
        server.Told += told.Add;
        await server.StartAsync(CancellationToken.None);

        var process = Directory.GetFiles(_sandbox.Folder, "process", SearchOption.AllDirectories).Single();
        using var kill = System.Diagnostics.Process.Start("/bin/sh", ["-c", $"kill -s KILL $(cat {process})"]);

        Assert.That(() => told, Is.EqualTo(["the application has ended with status 137, and is started again"])
            .After(10).Seconds.PollEvery(20).MilliSeconds);
        Assert.That(() => HealthAsync(server), Is.EqualTo(HttpStatusCode.OK).After(10).Seconds.PollEvery(20).MilliSeconds);
    }

    // The second starts something that leaves its process group, as a daemon does.
    [TestCase("running", Sample)]
    [TestCase("running", "setsid sleep 1000 & " + Sample)]
    [TestCase("broken", "setsid sleep 1000 & " + Sample)]
    [TestCase("hung", Sample)]
    public async Task DisposeAsync_InAnyState_LeavesNothing(string state, string script)
    {
        var server = New(await DeclaredAsync(script));
        await server.StartAsync(CancellationToken.None);
        Assert.That(SampleProject.Processes(_sandbox.Folder), Is.Not.Empty, "what is to be gone has to be seen first");
        if (state == "broken")
            server.Break();
        if (state == "hung")
            server.Hang();

        await server.DisposeAsync();

        Assert.That(_sandbox.Remains(server.Address), Is.Empty);
        Assert.That(SampleProject.Processes(_sandbox.Folder), Is.Empty);
    }

    [Test]
    public async Task DisposeAsync_AnApplicationThatTidiesUp_HasTimeForIt()
    {
        var witness = Path.Combine(_project.Root, "witness");
        await using var server = New(await DeclaredAsync(
            $"trap 'kill $!; wait; echo done >{witness}; exit' TERM; dotnet Sample.Web.dll & while :; do wait; done"));
        await server.StartAsync(CancellationToken.None);

        await server.DisposeAsync();

        Assert.That(File.Exists(witness), Is.True);
    }

    [Test]
    public async Task StartAsync_AnApplicationThatEnds_SaysItsLastWords()
    {
        await using var server = New(await DeclaredAsync("echo first; echo 'no database' >&2; exit 3"));

        await Assert.ThatAsync(() => server.StartAsync(CancellationToken.None), Throws.TypeOf<ServerFailedException>()
            .With.Message.StartsWith("the application (run) ends at once, with status 3:\n").And.Message.Contains("no database"));
        await server.DisposeAsync();
        Assert.That(_sandbox.Remains(server.Address), Is.Empty);
    }

    [Test]
    public async Task StartAsync_AnApplicationWithAnEmptyFolder_FindsIt()
    {
        Directory.CreateDirectory(Path.Combine(_project.Folder, "var/uploads"));
        Directory.CreateSymbolicLink(Path.Combine(_project.Folder, "files"), "var/uploads");
        await using var server = New(await DeclaredAsync("cd files || exit 3; cd \"$OLDPWD\"; " + Sample));

        await server.StartAsync(CancellationToken.None);

        Assert.That(await HealthAsync(server), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task StartAsync_AnApplicationWithASecret_GetsAPlaceholder()
    {
        const string Secret = "applicationSecrets=[\"DB=arn:aws:ssm:eu-west-1:111122223333:parameter/db\"]";
        await using var server = New(await DeclaredAsync("echo \"DB is $DB\"; exit 3", "egress=endpoints", Secret));

        await Assert.ThatAsync(
            () => server.StartAsync(CancellationToken.None),
            Throws.TypeOf<ServerFailedException>().With.Message.Contains("DB is rehearsal"));
    }

    [Test]
    public async Task StartAsync_AnApplicationAtAnotherPort_SaysWhichItIsToTake()
    {
        await using var server = New(await DeclaredAsync("echo up; exec sleep 1000"), TimeSpan.FromSeconds(1));

        await Assert.ThatAsync(() => server.StartAsync(CancellationToken.None), Throws.TypeOf<ServerFailedException>()
            .With.Message.Match("^the application \\(run\\) must listen at the port in PORT, which was [0-9]+, within 1 s, ")
            .And.Message.EndsWith(" and does not:\nup"));
    }

    [Test]
    public async Task StartAsync_AnApplicationThatIsNotWell_SaysWhatItAnswers()
    {
        await using var server = New(await DeclaredAsync(Sample, "healthCheckPath=/nowhere"), TimeSpan.FromSeconds(2));

        await Assert.ThatAsync(() => server.StartAsync(CancellationToken.None), Throws.TypeOf<ServerFailedException>()
            .With.Message.StartsWith("the application must answer the health check /nowhere with 200 within 2 s of its start, got 404"));
    }

    private async Task<IWebServer> StartAsync()
    {
        var server = New(await DeclaredAsync(Sample));
        await server.StartAsync(CancellationToken.None);
        return server;
    }

    private Task<RehearsedStack> DeclaredAsync(string script, params string[] settings) =>
        _project.WithScript(script).DeclaredAsync(["applicationCommand=./run", $"tlsMode={tlsMode}", .. settings]);

    private static IWebServer New(RehearsedStack stack, TimeSpan? patience = null) =>
        WebServerFactory.Create(
            stack.Server,
            stack.TargetGroup,
            preferNginx: true,
            ApplicationOptions.None with { Patience = patience ?? ApplicationOptions.None.Patience }).New();

    private async Task<HttpStatusCode> HealthAsync(IWebServer server)
    {
        using var answer = await _client.GetAsync(new Uri(server.Address, "/health"));
        return answer.StatusCode;
    }
}
