using System.Diagnostics;
using System.Globalization;
using Infra.Cli.Live.Verify;
using Infra.Cli.Rehearsal.Emulation;

namespace Infra.Cli.Tests.Live.Verify;

/// <summary>What of the progress a user sees, by util-linux's <c>script</c>, which plays a terminal.</summary>
[Category("Live")]
[Platform("Linux", Reason = "Other systems' script takes other options.")]
internal sealed class ProgressLineTests
{
    private const string Clear = "\r\e[2K";

    // .NET's own, once it sees a terminal.
    private const string Keypad = "\e[?1h\e=";

    private DirectoryInfo _folder = null!;

    private string Out => Path.Combine(_folder.FullName, "out");

    private string Error => Path.Combine(_folder.FullName, "error");

    [SetUp]
    public void AFolder() => _folder = Directory.CreateTempSubdirectory("infra-progress-");

    [TearDown]
    public void NoFolder() => _folder.Delete(recursive: true);

    [Test]
    public async Task Progress_OnATerminal_IsDrawnAndWiped_AndIsNotInTheReport()
    {
        var screen = await VerifyOnATerminalAsync($">{Out}");

        var lines = screen.Split(Clear);
        var checks = Verifier.Checks(isTls13Only: false);
        Assert.That(lines, Has.Length.EqualTo(checks.Count + 2), screen);
        Assert.That((lines[0], lines[^1]), Is.EqualTo(("", "")), "nothing stays");
        foreach (var (index, check) in checks.Index())
        {
            Assert.That(
                lines[index + 1],
                Is.EqualTo($"\e[?7l{index + 1} of {Claims.Count}: {check.Claim.Text}\e[?7h"),
                "cut off at the margin, not wrapped");
        }

        Assert.That(
            await File.ReadAllTextAsync(Out),
            Does.StartWith("Verification of https://").And.Not.Contain("\e").And.Not.Contain($"1 of {Claims.Count}"));
    }

    [Test]
    public async Task Progress_OfAReportForPrograms_IsDrawnBesideIt()
    {
        var screen = await VerifyOnATerminalAsync($"--json >{Out}");

        Assert.That(screen, Does.StartWith($"{Clear}\e[?7l1 of {Claims.Count}: ").And.EndsWith(Clear));
        Assert.That(await File.ReadAllTextAsync(Out), Does.StartWith("{\n").And.Not.Contain("\e"));
    }

    [Test]
    public async Task Progress_WithStandardErrorElsewhere_IsNotDrawn()
    {
        var screen = await VerifyOnATerminalAsync($"2>{Error}");

        Assert.That(screen, Does.Contain($" passes: {Claims.Count} pass").And.Not.Contain(Clear).And.Not.Contain($"1 of {Claims.Count}"));
        Assert.That(await File.ReadAllTextAsync(Error), Is.Empty);
    }

    private async Task<string> VerifyOnATerminalAsync(string redirections)
    {
        await using var site = await VerifiedSite.StartAsync();
        var pem = Path.Combine(_folder.FullName, "site.pem");
        await File.WriteAllTextAsync(pem, site.CertificatePem);
        string[] words =
        [
            "dotnet", typeof(CommandLine).Assembly.Location, "verify", site.Site.Url.GetLeftPart(UriPartial.Authority),
            "--http-port", site.Site.HttpPort!.Value.ToString(CultureInfo.InvariantCulture), "--ca", pem,
        ];
        var line = $"{string.Join(' ', words.Select(VerifyLine.Quoted))} {redirections}";

        using var script = Process.Start(new ProcessStartInfo("script", ["--quiet", "--return", "--command", line, "/dev/null"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var screen = await script.StandardOutput.ReadToEndAsync();
        await script.WaitForExitAsync();

        Assert.That(script.ExitCode, Is.Zero, screen);
        return screen.Replace(Keypad, "", StringComparison.Ordinal);
    }
}
