using System.Runtime.Versioning;
using Infra.Cli.Rehearsal.Content;
using Infra.Cli.Rehearsal.Group;
using Infra.Cli.Shell;
using Infra.Cli.Tests.Rehearsal.Emulation;
using Infra.Cli.Tests.Rehearsal.WebServers;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Rehearsal.Content;

/// <summary>Servers on this machine that take content while they run, by the program of their user data, in both TLS modes.</summary>
[Category("Live")]
[Platform("Linux")]
[UnsupportedOSPlatform("windows")]
[TestFixture("offload")]
[TestFixture("end-to-end")]
internal sealed class RehearsedContentTests(string tlsMode)
{
    private DirectoryInfo _site = null!;
    private ServerSandbox _sandbox = null!;

    [SetUp]
    public void ASite()
    {
        _site = Directory.CreateTempSubdirectory();
        Write("index.html", "one");
        _sandbox = new();
    }

    [TearDown]
    public void Tidy()
    {
        _sandbox.Dispose();
        _site.Delete(recursive: true);
    }

    [Test]
    [Requirement("R6")]
    public async Task Upload_OfAChangedSite_ReachesServersThatRun_AndThoseThatBootLater()
    {
        await using var stack = await StartAsync(2);
        Write("index.html", "two");
        Assert.That(await ServedAsync(stack), Is.EqualTo(["one", "one"]), "a changed folder is no upload");

        var uploaded = stack.Emulated.View.Time;
        stack.Emulated.Content!.Upload();
        await stack.UntilAsync(_ => Told(stack, "site v2 is served") == 2);

        Assert.That(await ServedAsync(stack), Is.EqualTo(["two", "two"]));
        // A second of this machine is a minute of AWS's.
        Assert.That(stack.Emulated.View.Time - uploaded, Is.LessThan(TimeSpan.FromSeconds(30) + TimeSpan.FromMinutes(1)));
        Assert.That(stack.Emulated.View.Servers.Select(server => server.Id), Is.EqualTo(["i-1", "i-2"]));

        stack.Emulated.Break("i-1");
        await stack.UntilAsync(view => view.Healthy == 2 && view.Servers.All(server => server.Id != "i-1"));
        Assert.That(await ServedAsync(stack), Is.EqualTo(["two", "two"]));
    }

    [Test]
    [Requirement("R6")]
    public async Task BrokenUpload_IsRefusedByServersThatRun_AndKeepsOthersFromBooting_UntilThereIsAWholeOne()
    {
        await using var stack = await StartAsync(2);

        var version = stack.Emulated.Content!.UploadBroken();
        await stack.UntilAsync(_ => Told(stack, $"site {version} is refused, ") == 2);
        Assert.That(await ServedAsync(stack), Is.EqualTo(["one", "one"]));

        stack.Emulated.Break("i-1");
        await stack.UntilAsync(_ => Told(stack, $"the server must have a site to boot: site {version} is refused, none stays") > 0);
        Assert.That(stack.Emulated.Failure.IsCompleted, Is.False, "what does not boot on AWS is no fault of the rehearsal");

        stack.Emulated.Content.Upload();
        await stack.UntilAsync(view => view.Healthy == 2);
        Assert.That(await ServedAsync(stack), Is.EqualTo(["one", "one"]));
    }

    [Test]
    public async Task Upload_OfTheSameSite_IsNone()
    {
        await using var stack = await StartAsync(1);

        stack.Emulated.Content!.Upload();

        Assert.That(stack.Emulated.Events[^1].Text, Is.EqualTo("the site has not changed, so nothing is uploaded"));
    }

    [Test]
    public async Task Upload_OfAFolderThatIsNoSite_IsRefused()
    {
        await using var stack = await StartAsync(1);
        File.Delete(Path.Combine(_site.FullName, "index.html"));

        Assert.That(
            () => stack.Emulated.Content!.Upload(),
            Throws.TypeOf<InvalidUsageException>().With.Message.StartsWith("the site must hold index.html, got "));
        Assert.That(await ServedAsync(stack), Is.EqualTo(["one"]));
    }

    [Test]
    public async Task Mark_IsOfItsVersionAlone()
    {
        await using var stack = await StartAsync(1);
        using var probe = new SiteProbe();
        var mark = stack.Emulated.Content!.UploadMarked();
        await stack.UntilAsync(_ => Told(stack, "site v2 is served") == 1);
        Assert.That(await probe.HasAsync(mark, stack.Emulated.AddressOf("i-1"), CancellationToken.None), Is.True);

        stack.Emulated.Content.Upload();
        await stack.UntilAsync(_ => Told(stack, "site v3 is served") == 1);

        Assert.That(await probe.HasAsync(mark, stack.Emulated.AddressOf("i-1"), CancellationToken.None), Is.False);
    }

    [Test]
    public async Task DisposeAsync_AfterAnUpload_LeavesNothing()
    {
        var stack = await StartAsync(2);
        stack.Emulated.Content!.UploadMarked();

        await stack.DisposeAsync();

        Assert.That(Directory.EnumerateFileSystemEntries(_sandbox.Folder), Is.Empty);
    }

    private static int Told(StackUnderTest stack, string text) =>
        stack.Emulated.Events.Count(line => line.Text.Contains(text, StringComparison.Ordinal));

    private static async Task<IReadOnlyList<string>> ServedAsync(StackUnderTest stack)
    {
        using var client = new HttpClient(
            new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = ServerSandbox.IsOfAServer } });
        return await Task.WhenAll(
            from server in stack.Emulated.View.Servers
            where server.Health == TargetState.Healthy
            select client.GetStringAsync(stack.Emulated.AddressOf(server.Id)));
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_site.FullName, name), text);

    private async Task<StackUnderTest> StartAsync(int servers)
    {
        var declared = await Declarations.Of("dev", "contentUpdates=live", $"tlsMode={tlsMode}", $"minServers={servers}");
        return await StackUnderTest.StartAsync(
            declared with { Server = declared.Server with { SiteSource = _site.FullName } }, isNginx: true);
    }
}
