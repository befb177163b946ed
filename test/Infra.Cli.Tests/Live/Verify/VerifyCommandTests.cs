using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text.Json;
using System.Xml.Linq;
using Infra.Cli.Live;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Verify;
using Infra.Cli.Shell;
using Infra.Cli.Tests.Checks;
using Infra.Cli.Tests.Live.SiteChecks;
using Infra.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace Infra.Cli.Tests.Live.Verify;

internal sealed class VerifyCommandTests
{
    private DirectoryInfo _folder = null!;

    [SetUp]
    public void AFolder() => _folder = Directory.CreateTempSubdirectory("infra-verify-");

    [TearDown]
    public void NoFolder() => _folder.Delete(recursive: true);

    [Test]
    public async Task Verify_OfASiteThatHolds_EndsWithASentenceAndZero()
    {
        await using var site = await VerifiedSite.StartAsync();

        var run = await VerifyAsync(site);

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")), run.Out);
        Assert.That(
            run.Out,
            Does.Contain(
                $"\nPASS  R2  {Claims.Redirects}\n          108 of 108 "));
        Assert.That(run.Out, Does.Contain("\n          Does not prove that it has not been revoked"));
        Assert.That(run.Out, Does.EndWith($"\n{site.Site.Url} passes: {Claims.Count} pass, 0 fail, 0 could not be checked.\n"));
    }

    [Test]
    public async Task Verify_OfASiteThatFails_EndsWithOne_AndWritesAllForPipelines()
    {
        await using var site = await VerifiedSite.StartAsync();
        var file = Path.Combine(_folder.FullName, "out", "verify.xml");

        var run = await VerifyAsync(site, "--health-path", "/elsewhere", "--junit", file, "--json");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((1, "")), run.Out);
        var json = JsonDocument.Parse(run.Out).RootElement;
        var failed = json.GetProperty("checks").EnumerateArray().Single(check => check.GetProperty("outcome").GetString() == "fail");
        Assert.That(json.GetProperty("outcome").GetString(), Is.EqualTo("fail"));
        Assert.That(json.TryGetProperty("notes", out _), Is.False);
        Assert.That(
            (failed.GetProperty("requirement").GetString(), failed.GetProperty("seen").GetString()),
            Is.EqualTo(("R5", "/elsewhere: 404")));
        var suite = XDocument.Load(file).Root!.Element("testsuite")!;
        Assert.That((int)suite.Attribute("tests")!, Is.EqualTo(Claims.Count));
        Assert.That((int)suite.Attribute("failures")!, Is.EqualTo(1));
        Assert.That((string)suite.Descendants("failure").Single().Attribute("message")!, Is.EqualTo("/elsewhere: 404"));
        Assert.That(Directory.GetFiles(Path.GetDirectoryName(file)!), Has.Length.EqualTo(1), "no half file");
    }

    [Test]
    public async Task Verify_WithoutHttpPort_OfASiteOnAnotherPort_EndsWithTwo()
    {
        await using var site = await VerifiedSite.StartAsync();

        var run = await Invocation.Of(Reference.Root, "verify", site.Site.Url.ToString(), "--ca", Pem(site));

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Out, Does.Contain("\n?     R2  ").And.Contain("so --http-port must say where plain HTTP is\n"));
        Assert.That(run.Out, Does.EndWith($" is not known to pass: {Claims.Count - 1} pass, 0 fail, 1 could not be checked.\n"));
    }

    [Test]
    public async Task Verify_OfARefusedConnection_IsOneLineAndTwo()
    {
        using var port = new DeadPort();
        var file = Path.Combine(_folder.FullName, "verify.xml");

        var run = await Invocation.Of(Reference.Root, "verify", port.Url, "--junit", file);

        Assert.That(
            run,
            Is.EqualTo(new Invocation(2, "", $"{port.Url} could not be checked: 127.0.0.1, port {port.Number}: connection refused\n")));
        Assert.That((int)XDocument.Load(file).Descendants("testsuite").Single().Attribute("errors")!, Is.EqualTo(Claims.Count));
    }

    [Test]
    public async Task Verify_OfANameThatDnsDoesNotKnow_IsOneLineAndTwo()
    {
        var run = await Invocation.Of(Reference.Root, "verify", "https://nowhere.invalid");

        // Where there is no network there may be no DNS to say so.
        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
        Assert.That(
            run.Error,
            Does.Match(
                @"\Ahttps://nowhere\.invalid/ could not be checked: DNS (knows no address of|does not answer for) nowhere\.invalid\n\z"));
    }

    [Test]
    [UnsupportedOSPlatform("windows")]
    public async Task Site_ThatDoesNotTakeTheConnection_IsUnreachable()
    {
        // A listener whose queue is full leaves those who come without an answer.
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start(backlog: 1);
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var queue = Enumerable.Range(0, 8).Select(_ => new TcpClient()).ToList();
        foreach (var client in queue)
            _ = client.ConnectAsync(IPAddress.Loopback, port);
        await Assert.ThatAsync(
            () => Task.FromResult(queue.Count(client => client.Connected)),
            Is.AtLeast(2).After(30).Seconds.PollEvery(10).MilliSeconds);
        var url = new Uri(string.Create(CultureInfo.InvariantCulture, $"https://127.0.0.1:{port}"));

        var time = new FakeTimeProvider();
        var verifying = Verifier.RunAsync(new LiveSite(url) { Time = time }, new Progress<Claim>(), CancellationToken.None);
        while (!verifying.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(10));
            await Task.Yield();
        }

        var report = await verifying;
        Assert.That(
            (report.Unreachable, report.Outcome),
            Is.EqualTo(($"127.0.0.1, port {port}: no answer within 10 s", Outcome.NotChecked)));
        queue.ForEach(client => client.Dispose());
    }

    [TestCase("Say what to verify: a URL, or --stack, and not both.")]
    [TestCase("Say what to verify: a URL, or --stack, and not both.", "https://a", "--stack", "dev")]
    [TestCase("the URL must be https://, a host,", "http://www.example.com")]
    [TestCase("got 'www.example.com'", "www.example.com")]
    [TestCase("got 'https://'", "https://")]
    [TestCase("got 'https:///'", "https:///")]
    [TestCase("got 'https://:443'", "https://:443")]
    [TestCase("got 'https://www.example.com/page'", "https://www.example.com/page")]
    [TestCase("got 'https://user@www.example.com'", "https://user@www.example.com")]
    [TestCase("--http-port must be from 1 to 65535, got 0", "https://a", "--http-port", "0")]
    [TestCase("--http-port must be from 1 to 65535, got 65536", "https://a", "--http-port", "65536")]
    [TestCase("--health-path must begin with a slash", "https://a", "--health-path", "health")]
    [TestCase("--health-path must begin with a slash", "https://a", "--health-path", "/a b")]
    [TestCase("--status must be from 200 to 599, got 199", "https://a", "--status", "199")]
    [TestCase("--status must be from 200 to 599, got 600", "https://a", "--status", "600")]
    [TestCase("--ca nowhere.pem can't be read: ", "https://a", "--ca", "nowhere.pem")]
    [TestCase("--ca Pulumi.yaml holds no certificate", "https://a", "--ca", "Pulumi.yaml")]
    public async Task Mistake_IsSaid_AndEndsWithTwo(string message, params string[] args)
    {
        var run = await Invocation.Of(Reference.Root, ["verify", .. args]);

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.Contain(message).And.Not.Contain("   at "));
    }

    [Test]
    public async Task JUnitFile_ThatCanNotBeWritten_IsSaidAfterWhatWasFound()
    {
        using var port = new DeadPort();

        var run = await Invocation.Of(Reference.Root, "verify", port.Url, "--junit", "Pulumi.yaml/verify.xml");

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Match("^https://.* could not be checked: .*\n--junit Pulumi.yaml/verify.xml can't be written: "));
    }

    [Test]
    public async Task Evidence_OfAUrl_SaysWhenItWasMade_AndOfNoPlan()
    {
        using var port = new DeadPort();
        var file = Path.GetTempFileName();

        var run = await Invocation.Of(Reference.Root, "verify", port.Url, "--evidence", file);

        var made = JsonDocument.Parse(await File.ReadAllTextAsync(file)).RootElement.GetProperty("made");
        File.Delete(file);
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(made.EnumerateObject().Select(member => member.Name), Is.EqualTo(["command", "at"]));
        Assert.That(made.GetProperty("command").GetString(), Is.EqualTo("infra verify"));
    }

    [TestCase("", "--junit must name a file, got ''")]
    [TestCase(".", "--junit must name a file, got the directory '.'")]
    public async Task JUnitFile_ThatIsNone_IsAMistake_BeforeTheSiteIsAsked(string file, string message)
    {
        using var port = new DeadPort();

        var run = await Invocation.Of(Reference.Root, "verify", port.Url, "--junit", file);

        Assert.That(run, Is.EqualTo(new Invocation(2, "", $"{message}\n")));
    }

    [Test]
    public async Task Verification_ThatIsWatched_ShowsWhatIsChecked_AndIsNotStamped()
    {
        await using var site = await VerifiedSite.StartAsync();
        using var error = new StringWriter();
        var terminal = new Terminal(TextWriter.Null, error, PlainConsole.Of(TextWriter.Null)) { IsErrorWatched = true };
        var verify = VerifyCommand.Create(terminal, (_, _) => throw new AssertionException("no report is kept"));
        var port = site.Site.HttpPort!.Value.ToString(CultureInfo.InvariantCulture);

        Assert.That(
            await verify.Parse([site.Site.Url.ToString(), "--http-port", port, "--ca", Pem(site)]).InvokeAsync(), Is.Zero);
        Assert.That(error.ToString(), Does.Contain(Claims.IsForHost));
    }

    [Test]
    public async Task Help_OfVerify_IsAsAccepted() => Golden.Verify("help", (await Invocation.Of(Reference.Root, "verify", "--help")).Out);

    private Task<Invocation> VerifyAsync(VerifiedSite site, params string[] args)
    {
        var port = site.Site.HttpPort!.Value.ToString(CultureInfo.InvariantCulture);
        return Invocation.Of(Reference.Root, ["verify", site.Site.Url.ToString(), "--http-port", port, "--ca", Pem(site), .. args]);
    }

    private string Pem(VerifiedSite site)
    {
        var file = Path.Combine(_folder.FullName, "site.pem");
        File.WriteAllText(file, site.CertificatePem);
        return file;
    }
}
