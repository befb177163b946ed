using System.Net.Security;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Security.Cryptography.X509Certificates;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.WebServers;
using Infra.Cli.Shell;

namespace Infra.Cli.Tests.Rehearsal.WebServers;

[Category("Live")]
[UnsupportedOSPlatform("windows")]
internal sealed class NginxServerTests
{
    private NginxProgram _nginx = null!;
    private DeclaredServer _declared = null!;
    private ServerSandbox _sandbox = null!;

    private string ServerFolder => Directory.EnumerateDirectories(_sandbox.Folder).Single();

    [SetUp]
    public async Task Prepare()
    {
        _nginx = ServerSandbox.Nginx();
        _declared = (await Declarations.Of("prod")).Server;
        _sandbox = new();
    }

    [TearDown]
    public void Tidy() => _sandbox?.Dispose();

    [Test]
    public async Task StartAsync_EndToEnd_KeepsItsFilesAndItsKeyToItself()
    {
        await using var server = New(_declared);
        await server.StartAsync(CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(
                File.GetUnixFileMode(ServerFolder),
                Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
            Assert.That(
                File.GetUnixFileMode(Path.Combine(ServerFolder, "etc/nginx/tls/server.key")),
                Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        });
    }

    [Test]
    public async Task StartAsync_EndToEnd_ShowsACertificateAsTheUserDataMakesIt()
    {
        await using var server = New(_declared);
        await server.StartAsync(CancellationToken.None);

        using var client = new TcpClient(server.Address.Host, server.Address.Port);
        await using var tls = new SslStream(client.GetStream(), false, ServerSandbox.IsOfAServer);
        await tls.AuthenticateAsClientAsync("localhost");
        using var certificate = new X509Certificate2(tls.RemoteCertificate!);

        Assert.Multiple(() =>
        {
            Assert.That(certificate.Subject, Is.EqualTo("CN=localhost"));
            Assert.That(certificate.MatchesHostname("localhost"), Is.True);
            Assert.That(certificate.GetECDsaPublicKey()!.KeySize, Is.EqualTo(256));
            Assert.That(certificate.NotAfter - certificate.NotBefore, Is.EqualTo(TimeSpan.FromDays(3650)));
        });
    }

    [Test]
    public async Task StartAsync_Done_WritesTheDeclaredLog()
    {
        await using var server = New(_declared);
        await server.StartAsync(CancellationToken.None);
        using var client = new HttpClient(
            new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = ServerSandbox.IsOfAServer } });
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");

        await client.GetStringAsync(server.Address);

        Assert.That(
            () => File.ReadAllText(Path.Combine(ServerFolder, "var/log/nginx/access.log")),
            Does.StartWith("203.0.113.7 127.0.0.1 [").After(5).Seconds.PollEvery(20).MilliSeconds);
    }

    [Test]
    public async Task StartAsync_ConfigurationThatNginxRefuses_SaysWhatNginxSays()
    {
        await using var server = New(_declared with
        {
            NginxConfiguration = _declared.NginxConfiguration.Replace("tcp_nopush on", "tcp_nopush maybe", StringComparison.Ordinal),
        });

        await Assert.ThatAsync(() => server.StartAsync(CancellationToken.None), Throws.TypeOf<InvalidUsageException>()
            .With.Message.StartsWith($"{_nginx} does not start with the configuration of the user data:\n")
            .And.Message.Contains("[emerg]")
            .And.Message.Contains("invalid value \"maybe\" in \"tcp_nopush\" directive"));
        await server.DisposeAsync();
        Assert.That(_sandbox.Remains(server.Address), Is.Empty);
    }

    [Test]
    public async Task StartAsync_ConfigurationThatCannotBeMoved_LeavesNoFolder()
    {
        await using var server = New(_declared with { NginxConfiguration = "listen 80;\nalias /srv;" });

        await Assert.ThatAsync(() => server.StartAsync(CancellationToken.None), Throws.TypeOf<InvalidUsageException>());
        Assert.That(Directory.EnumerateFileSystemEntries(_sandbox.Folder), Is.Empty);
    }

    [Test]
    public async Task Create_NginxInstalled_SaysWhichItTakes()
    {
        var stack = await Declarations.Of("dev");

        Assert.That(WebServerFactory.Create(stack.Server, stack.TargetGroup, preferNginx: true).Description, Is.EqualTo($"{_nginx}"));
    }

    private NginxServer New(DeclaredServer declared) => new(_nginx, declared, isHttps: true, new FreePorts().Take());
}
