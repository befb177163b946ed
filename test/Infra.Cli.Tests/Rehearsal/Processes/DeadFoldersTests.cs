using System.Diagnostics;
using System.Runtime.Versioning;
using Infra.Cli.Rehearsal.Processes;
using Infra.Cli.Tests.Rehearsal.WebServers;

namespace Infra.Cli.Tests.Rehearsal.Processes;

/// <summary>What a new rehearsal removes of those before, and what it must not touch.</summary>
[Platform("Unix", Reason = "Sees modes and owners.")]
[UnsupportedOSPlatform("windows")]
internal sealed class DeadFoldersTests
{
    private const UnixFileMode Owners = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private ServerSandbox _sandbox = null!;

    [SetUp]
    public void Prepare() => _sandbox = new();

    [TearDown]
    public void Tidy() => _sandbox.Dispose();

    [TestCase("server")]
    [TestCase("certificate")]
    public async Task Folder_OfAProcessThatIsGone_IsRemoved_AndNotWhatItsLinksLeadTo(string kind)
    {
        var site = Directory.CreateDirectory(Path.Combine(_sandbox.Folder, "site"));
        await File.WriteAllTextAsync(Path.Combine(site.FullName, "index.html"), "hello");
        var dead = Dead(kind);
        Directory.CreateDirectory(Path.Combine(dead, "etc/tls"));
        await File.WriteAllTextAsync(Path.Combine(dead, "etc/tls/server.key"), "a key");
        Directory.CreateSymbolicLink(Path.Combine(dead, "html"), site.FullName);

        await SweepAsync();

        Assert.That(Directory.Exists(dead), Is.False);
        Assert.That(File.Exists(Path.Combine(site.FullName, "index.html")));
    }

    [Test]
    public async Task Folder_OfALiveProcess_Stays()
    {
        using var live = OwnFolder.Create("server");

        await SweepAsync();

        Assert.That(File.GetUnixFileMode(live.Path), Is.EqualTo(Owners));
    }

    // One that is just being made has no lock yet.
    [Test]
    public async Task Folder_WithoutALock_Stays()
    {
        var young = Directory.CreateTempSubdirectory("infra-server-").FullName;

        await SweepAsync();

        Assert.That(Directory.Exists(young));
    }

    [Test]
    public async Task Folder_OfAnotherName_Stays()
    {
        var other = Dead("else");

        await SweepAsync();

        Assert.That(Directory.Exists(other));
    }

    [Test]
    public async Task Folder_ThatOthersMayLookInto_IsNotOurs_AndStays()
    {
        var open = Dead("server");
        File.SetUnixFileMode(open, Owners | UnixFileMode.GroupWrite);

        await SweepAsync();

        Assert.That(Directory.Exists(open));
    }

    [Test]
    public async Task Link_WithSuchAName_IsNotFollowed()
    {
        var elsewhere = Path.Combine(_sandbox.Folder, "elsewhere");
        Directory.Move(Dead("server"), elsewhere);
        var link = Directory.CreateSymbolicLink(Path.Combine(_sandbox.Folder, "infra-server-link"), elsewhere);

        await SweepAsync();

        Assert.That((link.Exists, File.Exists(Path.Combine(elsewhere, ".lock"))), Is.EqualTo((true, true)));
    }

    // Even root, who may, leaves what is another's: that one could change it meanwhile.
    [Test]
    public async Task Folder_OfAnotherUser_Stays()
    {
        if (!Environment.IsPrivilegedProcess)
            Assert.Ignore("needs root, who alone can give a folder to another user");
        var others = Dead("server");
        using var chown = Process.Start("chown", ["-R", "65534", others]);
        await chown.WaitForExitAsync();

        await SweepAsync();

        Assert.That(Directory.Exists(others));
    }

    private static Task SweepAsync() => DeadFolders.SweepAsync(CancellationToken.None);

    private static string Dead(string kind)
    {
        using var folder = OwnFolder.Create(kind);
        return folder.Path;
    }
}
