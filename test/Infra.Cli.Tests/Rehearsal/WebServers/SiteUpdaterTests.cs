using System.Diagnostics;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using Infra.Packing;
using Infra.Servers;

namespace Infra.Cli.Tests.Rehearsal.WebServers;

/// <summary>The program by which a server takes the newest site, run by bash in a folder of its own, with a played S3.</summary>
[Category("Live")]
[UnsupportedOSPlatform("windows")]
public sealed class SiteUpdaterTests
{
    private DirectoryInfo _root = null!;

    private string Releases => Path.Combine(_root.FullName, "usr/share/nginx/releases");

    private string Site => Path.Combine(_root.FullName, "usr/share/nginx/site");

    private string[] Calls => File.Exists(At("calls")) ? File.ReadAllLines(At("calls")) : [];

    [SetUp]
    public void AServer()
    {
        _root = Directory.CreateTempSubdirectory();
        Directory.CreateDirectory(Releases);
        Directory.CreateDirectory(At("etc"));
    }

    [TearDown]
    public void NoServer() => _root.Delete(recursive: true);

    [Test]
    public async Task FirstSite_IsServed()
    {
        Upload("v1", ("index.html", "one"), ("css/site.css", "p {}"));

        var run = await UpdateAsync();

        Assert.Multiple(() =>
        {
            Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "site v1 is served\n")));
            Assert.That(Served("index.html"), Is.EqualTo("one"));
            Assert.That(Served("css/site.css"), Is.EqualTo("p {}"));
            Assert.That(File.GetUnixFileMode(Path.Combine(Site, "css")), Is.EqualTo((UnixFileMode)0b111_101_101));
            Assert.That(File.ReadAllText(At("etc/site-release")), Is.EqualTo($"hash {Uploaded}\nversion v1\n"));
        });
    }

    [Test]
    public async Task SameSite_IsNotFetchedAgain()
    {
        Upload("v1", ("index.html", "one"));
        await UpdateAsync();
        File.Delete(At("calls"));

        // As another version too: it is the same archive.
        File.WriteAllText(At("version"), "v2");
        var run = await UpdateAsync();

        Assert.That((run.ExitCode, run.Error, Calls.Length), Is.EqualTo((0, "", 1)));
    }

    [Test]
    public async Task NewerSites_ReplaceEachOther_AndTheOneBeforeIsKept()
    {
        foreach (var name in new[] { "one", "two", "three" })
        {
            Upload(name, ("index.html", name));
            await UpdateAsync();
        }

        Assert.That(Served("index.html"), Is.EqualTo("three"));
        Assert.That(
            Directory.EnumerateDirectories(Releases).Select(release => File.ReadAllText(Path.Combine(release, "index.html"))),
            Is.EquivalentTo(["two", "three"]));
    }

    [Test]
    public async Task RestOfAnEndedRun_GoesWithTheNextSite()
    {
        Directory.CreateDirectory(Path.Combine(Releases, ".left"));
        Upload("v1", ("index.html", "one"));
        await UpdateAsync();

        Assert.That(Directory.EnumerateDirectories(Releases).Count(), Is.EqualTo(1));
    }

    private static IEnumerable<TestCaseData> Faults()
    {
        yield return Fault("CutOffWithinAFile", test => test.Cut(700), "its archive is broken");
        yield return Fault("CutOffBetweenFiles", test => test.Cut(1024), "its archive is broken");
        yield return Fault("OtherBytes", test => test.Damage(), "its archive is broken");
        yield return Fault("NoHash", test => File.WriteAllText(test.At("hash"), "None"), "its object says no sha256");
        yield return Fault("NoArchive", test => test.UploadBytes("v2", new byte[5000]), "it does not unpack", "it has no index.html");
        yield return Fault("NoStartPage", test => test.Upload("v2", ("other.html", "two")), "it has no index.html");
        yield return Fault("HealthCheckFails", test => File.WriteAllText(test.At("sick"), "/health two"), "/health does not answer");
        yield return Fault("StartPageFails", test => File.WriteAllText(test.At("sick"), "/ two"), "/ does not answer");
    }

    [TestCaseSource(nameof(Faults))]
    public async Task SiteThatDoesNotServe_IsRefusedOnce_AndTheFormerStays(Action<SiteUpdaterTests> break_, string[] reasons)
    {
        Upload("v1", ("index.html", "one"));
        await UpdateAsync();
        var former = Uploaded;
        Upload("v2", ("index.html", "two"), ("other.html", "more"));
        break_(this);

        var run = await UpdateAsync();
        var served = Served("index.html");
        File.Delete(At("calls"));
        var again = await UpdateAsync();

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
            Assert.That(reasons.Select(reason => $"site v2 is refused, {former} stays: {reason}"), Has.Some.EqualTo(LastLine(run.Error)));
            Assert.That((served, Served("index.html")), Is.EqualTo(("one", "one")));
            Assert.That((again.ExitCode, Calls.Length), Is.EqualTo((0, 1)), again.Error);
            Assert.That(Directory.EnumerateDirectories(Releases, ".*"), Is.Empty);
        });

        Upload("v3", ("index.html", "three"));
        File.Delete(At("sick"));
        await UpdateAsync();
        Assert.That(Served("index.html"), Is.EqualTo("three"));
    }

    // Its application is restarted, say.
    [TestCase("one two", "with both /health does not answer")]
    [TestCase("one two three", "with both /health does not answer")]
    public async Task ServerThatDoesNotAnswerEitherWay_RefusesNothing(string with, string reason)
    {
        Upload("v1", ("index.html", "one"));
        await UpdateAsync();
        Upload("v2", ("index.html", "two"));
        File.WriteAllText(At("sick"), $"/health {with}");

        var run = await UpdateAsync();
        var served = Served("index.html");
        File.Delete(At("sick"));
        var again = await UpdateAsync();

        Assert.That((run.ExitCode, served), Is.EqualTo((1, "one")), run.Error);
        Assert.That(LastLine(run.Error), Does.StartWith("site v2 waits, ").And.EndWith($"stays: {reason}"));
        Assert.That((again.ExitCode, Served("index.html")), Is.EqualTo((0, "two")), again.Error);
    }

    [Test]
    public async Task ServerThatDoesNotAnswerOnce_TakesTheSite()
    {
        Upload("v1", ("index.html", "one"));
        await UpdateAsync();
        Upload("v2", ("index.html", "two"));
        File.WriteAllText(At("sick-once"), "");

        var run = await UpdateAsync();

        Assert.That((run.ExitCode, Served("index.html")), Is.EqualTo((0, "two")), run.Error);
    }

    [Test]
    public async Task BootWithABrokenSite_FailsEachTime()
    {
        Upload("v1", ("index.html", "one"));
        Damage();

        Assert.That((await UpdateAsync()).ExitCode, Is.EqualTo(1));
        Assert.That((await UpdateAsync()).ExitCode, Is.EqualTo(1));
        Assert.That(Path.Exists(Site), Is.False);
    }

    [Test]
    public async Task S3OutOfReach_ChangesNothing()
    {
        Upload("v1", ("index.html", "one"));
        await UpdateAsync();
        File.WriteAllText(At("down"), "Could not connect to the endpoint URL");

        var run = await UpdateAsync();

        Assert.That(run.ExitCode, Is.Not.Zero);
        Assert.That(run.Error, Does.Contain("Could not connect"));
        Assert.That(Served("index.html"), Is.EqualTo("one"));

        // It is no fault of the site: as soon as S3 is there again, a new one is taken.
        Upload("v2", ("index.html", "two"));
        File.Delete(At("down"));
        await UpdateAsync();
        Assert.That(Served("index.html"), Is.EqualTo("two"));
    }

    [Test]
    public async Task Site_BesideAnApplication_NeedsNoStartPage()
    {
        Upload("v1", ("logo.svg", "<svg/>"));

        var run = await UpdateAsync(needsStartPage: false);

        Assert.That((run.ExitCode, Served("logo.svg")), Is.EqualTo((0, "<svg/>")), run.Error);
    }

    private static string LastLine(string text) => text.TrimEnd().Split('\n')[^1];

    private static TestCaseData Fault(string name, Action<SiteUpdaterTests> break_, params string[] reasons) =>
        new TestCaseData(break_, reasons).SetArgDisplayNames(name);

    private string Uploaded => File.ReadAllText(At("hash"));

    private string At(string file) => Path.Combine(_root.FullName, file);

    private string Served(string file) => File.ReadAllText(Path.Combine(Site, file));

    private void Upload(string version, params (string Name, string Content)[] files)
    {
        var folder = Directory.CreateDirectory(At($"source-{version}")).FullName;
        foreach (var (name, content) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, name))!);
            File.WriteAllText(Path.Combine(folder, name), content);
        }

        PackedFile[] packed = [.. files.Select(file => new PackedFile(file.Name, Path.Combine(folder, file.Name)))];
        using (var archive = File.Create(At("archive")))
            FolderArchive.Write(archive, packed);

        File.WriteAllText(At("version"), version);
        File.WriteAllText(At("hash"), FolderArchive.HashOf(packed));
    }

    private void UploadBytes(string version, byte[] bytes)
    {
        File.WriteAllBytes(At("archive"), bytes);
        File.WriteAllText(At("version"), version);
        File.WriteAllText(At("hash"), Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    private void Cut(int length) => File.WriteAllBytes(At("archive"), File.ReadAllBytes(At("archive"))[..length]);

    private void Damage()
    {
        var bytes = File.ReadAllBytes(At("archive"));
        bytes[513] ^= 1;
        File.WriteAllBytes(At("archive"), bytes);
    }

    private async Task<(int ExitCode, string Error)> UpdateAsync(bool needsStartPage = true)
    {
        var program = SiteUpdater.Render(new("'eu-west-1'", "'web-site'", "'site.tar'", "'/health'") { NeedsStartPage = needsStartPage })
            .Replace("/usr/share/nginx", $"{_root.FullName}/usr/share/nginx", StringComparison.Ordinal)
            .Replace("/etc/site-release", $"{_root.FullName}/etc/site-release", StringComparison.Ordinal);
        var played = $$"""
            cd '{{_root.FullName}}'
            aws() {
              echo "$*" >> calls
              if [[ -e down ]]; then
                cat down >&2
                return 255
              fi
              case "$2" in
              head-object) printf '%s\t%s\n' "$(cat version)" "$(cat hash)" ;;
              get-object) cp archive "${*: -1}" ;;
              esac
            }
            # A path and the contents with which it does not answer.
            curl() {
              if [[ -e sick-once ]]; then
                rm sick-once
                return 22
              fi
              [[ -e sick ]] || return 0
              local path contents
              read -r path contents < sick
              [[ ${*: -1} != "http://localhost$path" || " $contents " != *" $(cat usr/share/nginx/site/index.html) "* ]]
            }

            """;
        using var bash = Process.Start(new ProcessStartInfo("bash", "-s") { RedirectStandardInput = true, RedirectStandardError = true })!;
        var error = bash.StandardError.ReadToEndAsync();
        await bash.StandardInput.WriteAsync(played + program);
        bash.StandardInput.Close();
        await bash.WaitForExitAsync();
        return (bash.ExitCode, await error);
    }
}
