using System.Diagnostics;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Infra.Packing;
using Infra.Site;

namespace Infra.Tests.Site;

/// <summary>Folders with what would hang a deployment, break a server's boot, or give a key to everybody.</summary>
[Platform(Exclude = "Win", Reason = "Its names can't have most of these characters, and it has no named pipes in folders.")]
public sealed class HostileSiteTests
{
    private const string NoFile =
        "must hold files and folders alone, got site/odd, a named pipe, a socket or a device: take it out of the folder";

    // In pieces, so that nobody takes this file for a leak.
    private const string Body = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQ";

    private SiteProject _project = null!;

    [SetUp]
    public void MakeProject()
    {
        _project = new();
        _project.Write("site/index.html", "start");
    }

    [TearDown]
    public void RemoveProject() => _project.Dispose();

    [Test]
    public async Task NamedPipe_OfASite_IsRefusedWithoutWaiting()
    {
        await RunAsync("mkfifo", _project.At("site/odd"));

        Assert.That(await Task.Run(Problems).WaitAsync(TimeSpan.FromSeconds(30)), Is.EqualTo([NoFile]));
    }

    [Test]
    public async Task NamedPipe_ThatALinkLeadsTo_IsRefusedWithoutWaiting()
    {
        await RunAsync("mkfifo", _project.At("site/pipe"));
        File.CreateSymbolicLink(_project.At("site/odd"), _project.At("site/pipe"));

        Assert.That(
            await Task.Run(Problems).WaitAsync(TimeSpan.FromSeconds(30)),
            Is.EqualTo([NoFile, NoFile.Replace("site/odd", "site/pipe", StringComparison.Ordinal)]));
    }

    [Test]
    public void Socket_OfASite_IsRefused()
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(_project.At("site/odd")));

        Assert.That(Problems(), Is.EqualTo([NoFile]));
    }

    // Nobody but root can make one, but everybody has some.
    [Test]
    public void Device_IsNoRegularFile() =>
        Assert.That((FileKind.IsRegular("/dev/null", 0), FileKind.IsRegular("/dev/zero", 0)), Is.EqualTo((false, false)));

    [Test]
    public void Files_WithoutContent_AreServed()
    {
        _project.Write("site/empty.txt", "");
        File.CreateSymbolicLink(_project.At("site/link.txt"), "empty.txt");

        Assert.That(Problems(), Is.Empty);
    }

    [TestCase("back\\slash.html", "must have no names with a backslash, which Windows takes for folders")]
    [TestCase("bell\a.html", "must have names in UTF-8 without control characters")]
    [TestCase("line\nbreak.html", "must have names in UTF-8 without control characters")]
    [TestCase("c1\u009b.html", "must have names in UTF-8 without control characters")]
    public void Name_ThatCanNotBeServed_IsRefused(string name, string rule)
    {
        _project.Write($"site/{name}", "x");
        _project.Write($"site/below/{name}", "x");

        Assert.That(
            Problems(), Is.EquivalentTo(new[] { $"{rule}, got site/{name}: rename it", $"{rule}, got site/below/{name}: rename it" }));
    }

    [Test]
    public async Task Name_OfBytesThatAreNoText_IsRefused()
    {
        await RunAsync("/bin/sh", "-c", "printf x > \"$(printf 'odd\\377.html')\"");

        var problems = Problems();
        // .NET can't remove it.
        await RunAsync("/bin/sh", "-c", "rm odd*");

        Assert.That(problems, Is.EqualTo(["must have names in UTF-8 without control characters, got site/odd\uFFFD.html: rename it"]));
    }

    [TestCase("a b.html")]
    [TestCase("100%.html")]
    [TestCase("q';\"x&<.html")]
    [TestCase("-dash.html")]
    [TestCase("[x]*?.html")]
    [TestCase("ü日😀.html")]
    [TestCase("a..b.html")]
    [TestCase(".well-known/security.txt")]
    [TestCase("id_rsa.html")]
    public void Name_ThatIsOnlyStrange_IsServed(string name)
    {
        _project.Write($"site/{name}", "x");

        Assert.That(Problems(), Is.Empty);
    }

    [TestCase(".env", ".env")]
    [TestCase(".git/config", ".git/")]
    [TestCase("below/.htpasswd", "below/.htpasswd")]
    [TestCase(".DS_Store", ".DS_Store")]
    [TestCase(".well-known/.secret", ".well-known/.secret")]
    public void DotFile_OfASite_IsLeftOutAndChangesNothing(string file, string named)
    {
        Assert.That(SiteFolder.TryLoad(_project.Root, "site", out var without, out _), Is.True);
        _project.Write($"site/{file}", "AKIA" + "QYLPMN5HHHFPZAM2");

        Assert.That(SiteFolder.TryLoad(_project.Root, "site", out var folder, out var problems), Is.True, string.Join('\n', problems));
        Assert.That(folder!.LeftOut, Is.EqualTo([named]));
        Assert.That((folder.Files, folder.Hash), Is.EqualTo((without!.Files, without.Hash)));
    }

    [TestCase("id_rsa")]
    [TestCase("below/id_ed25519")]
    [TestCase("site.pfx")]
    [TestCase("Site.P12")]
    public void Key_ByItsName_IsRefused(string file)
    {
        _project.Write($"site/{file}", "x");

        Assert.That(Problems(), Is.EqualTo(
            [$"must hold no keys, since all in it is public, got site/{file}: take it out of the folder, and renew the key"]));
    }

    [TestCase("-----BEGIN " + "PRIVATE KEY-----\n" + Body, "a private key")]
    [TestCase("-----BEGIN " + "RSA PRIVATE KEY-----\r\nProc-Type: 4,ENCRYPTED\r\n\r\n" + Body, "a private key")]
    [TestCase("{\"private_key\": \"-----BEGIN " + "PRIVATE KEY-----\\n" + Body + "\\n\"}", "a private key")]
    [TestCase("-----BEGIN " + "OPENSSH PRIVATE KEY-----\n" + Body, "a private key")]
    [TestCase("-----BEGIN " + "PGP PRIVATE KEY BLOCK-----\n\n" + Body, "a private key")]
    [TestCase("PuTTY-User-Key-File-" + "3: ssh-ed25519", "a private key")]
    [TestCase("id: AKIA" + "QYLPMN5HHHFPZAM2", "an AWS access key")]
    [TestCase("id: ASIA" + "QYLPMN5HHHFPZAM2", "an AWS access key")]
    [TestCase("aws_secret_" + "access_key = abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN", "an AWS access key")]
    [TestCase("ghp" + "_abcdefghijklmnopqrstuvwxyzABCDEFGHIJ", "a GitHub token")]
    [TestCase("github" + "_pat_11ABCDEFG0abcdefghijkl_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN", "a GitHub token")]
    [TestCase("xox" + "b-123456789012-123456789012-abc", "a Slack token")]
    [TestCase("sk" + "_live_abcdefghijklmnopqrstuvwx", "a Stripe key")]
    [TestCase("npm" + "_abcdefghijklmnopqrstuvwxyzABCDEFGHIJ", "an npm token")]
    public void Credential_InAFile_IsRefused(string text, string what)
    {
        var refusal =
            $"must hold no keys, since all in it is public, got site/FILE, which has {what} in it: take it out, and renew the key";
        _project.Write("site/app.js", text);
        File.WriteAllBytes(_project.At("site/image.bin"), [0, 0xff, 0xfe, .. Encoding.ASCII.GetBytes(text), 0, 0xff]);
        File.WriteAllText(_project.At("site/wide.txt"), text, Encoding.Unicode);

        Assert.That(
            Problems(),
            Is.EqualTo(
                new[] { "app.js", "image.bin", "wide.txt" }.Select(file => refusal.Replace("FILE", file, StringComparison.Ordinal))));
    }

    [Test]
    public void KeyStore_UnderAnyName_IsRefused()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=x", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(1));
        File.WriteAllBytes(_project.At("site/data.bin"), certificate.Export(X509ContentType.Pkcs12, "x"));

        Assert.That(Problems().Single(), Does.Contain("site/data.bin, which has a key store (PKCS #12) in it"));
    }

    [Test]
    public void PrivateKey_InDer_IsRefused()
    {
        using var rsa = RSA.Create(2048);
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        byte[][] keys =
            [rsa.ExportPkcs8PrivateKey(), rsa.ExportRSAPrivateKey(), curve.ExportPkcs8PrivateKey(), curve.ExportECPrivateKey()];
        for (var number = 0; number < keys.Length; number++)
            File.WriteAllBytes(_project.At($"site/{number}.bin"), keys[number]);
        File.WriteAllBytes(_project.At("site/public.bin"), rsa.ExportSubjectPublicKeyInfo());

        Assert.That(Problems(), Is.EqualTo(Enumerable.Range(0, keys.Length).Select(number =>
            $"must hold no keys, since all in it is public, got site/{number}.bin, which has a private key in it: "
            + "take it out, and renew the key")));
    }

    [TestCase("-----BEGIN " + "PRIVATE KEY----- is how a key begins")]
    [TestCase("-----BEGIN CERTIFICATE-----\n" + Body)]
    [TestCase("AKIA" + "IOSFODNN7EXAMPLE")]
    [TestCase("aws_secret_" + "access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")]
    [TestCase("xAKIA" + "QYLPMN5HHHFPZAM2x")]
    public void Text_AboutKeys_IsServed(string text)
    {
        _project.Write("site/about.html", text);

        Assert.That(Problems(), Is.Empty);
    }

    [Test]
    public void Flaws_OfManyKinds_AreNamedAtOnceButNotEndlessly()
    {
        for (var number = 10; number < 40; number++)
            _project.Write($"site/{number}.pfx", "x");

        var problems = Problems();

        Assert.That(problems, Has.Length.EqualTo(21));
        Assert.That(problems[^1], Is.EqualTo("must be free of such flaws, got 10 more in site: fix these first"));
    }

    private string[] Problems()
    {
        SiteFolder.TryLoad(_project.Root, "site", out _, out var problems);
        return [.. problems.Select(problem => $"{problem.Rule}, got {problem.Got}: {problem.Mend}")];
    }

    private async Task RunAsync(string program, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words) { WorkingDirectory = _project.At("site") })!;
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero);
    }
}
