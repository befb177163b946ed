using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Infra.Cli.Rehearsal.WebServers;
using Infra.Servers;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Rehearsal.WebServers;

[UnsupportedOSPlatform("windows")]
internal sealed partial class ServerFolderTests
{
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Test]
    public async Task Create_EndToEnd_LetsOnlyTheOwnerAtTheKey()
    {
        using var sandbox = new ServerSandbox();
        var types = Path.Combine(sandbox.Folder, "mime.types");
        await File.WriteAllTextAsync(types, "types { }");

        using var made = ServerFolder.Create(new("nginx", "1.28.0", types), (await Declarations.Of("prod")).Server, port: 1);
        var root = made.Path;

        var key = Path.Combine(root, NginxConfiguration.KeyFile.TrimStart('/'));
        using var parsed = ECDsa.Create();
        Assert.Multiple(() =>
        {
            Assert.That(() => parsed.ImportFromPem(File.ReadAllText(key)), Throws.Nothing);
            Assert.That(File.GetUnixFileMode(key), Is.EqualTo(OwnersFile));
            Assert.That(File.GetUnixFileMode(root), Is.EqualTo(OwnersFile | UnixFileMode.UserExecute));
        });
    }

    // The other one is an output of a previewed stack: in memory, and of a key that protects nothing.
    [Test]
    public void PrivateKeys_OfTheProgram_AreExportedNowhereElse() =>
        Assert.That(SourcesThat(ExportAKey()), Is.EquivalentTo(["Plan/Recording/TlsOutputs.cs", "Rehearsal/WebServers/ServerFolder.cs"]));

    // A file is made with its mode: whoever opens it before a change of mode could read on after it.
    [Test]
    public void FileModes_OfTheProgram_AreNeverChangedAfterwards() => Assert.That(SourcesThat(ChangeAMode()), Is.Empty);

    private static IReadOnlyList<string> SourcesThat(Regex text)
    {
        var program = Path.Combine(Repository.Root, "src", "Infra.Cli");
        return
        [
            .. Directory.EnumerateFiles(program, "*.cs", SearchOption.AllDirectories)
                .Select(file => (Name: Path.GetRelativePath(program, file), Text: File.ReadAllText(file)))
                .Where(file => !file.Name.StartsWith("obj", StringComparison.Ordinal) && text.IsMatch(file.Text))
                .Select(file => file.Name),
        ];
    }

    [GeneratedRegex(
        @"Export\w*PrivateKey|ExportParameters|ExportPkcs12|X509ContentType\.P(fx|kcs12)|ToXmlString", RegexOptions.ExplicitCapture)]
    private static partial Regex ExportAKey();

    [GeneratedRegex(@"SetUnixFileMode|\.UnixFileMode\s*=|\bchmod\b", RegexOptions.ExplicitCapture)]
    private static partial Regex ChangeAMode();
}
