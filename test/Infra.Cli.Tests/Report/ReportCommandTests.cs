using System.Security.Cryptography;
using System.Text;
using Infra.Cli.Shell;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Report;

public sealed class ReportCommandTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("infra-report-").FullName;

    [OneTimeTearDown]
    public void Tidy() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task PlanHash_InTheReport_IsThatOfWhatPreviewPrints()
    {
        var preview = await Invocation.Of(Reference.Root, "preview", "dev", "--json");
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(preview.Out)));
        var report = await Invocation.Of(Reference.Root, "report", "dev");

        Assert.That(report.ExitCode, Is.EqualTo(ExitCode.Done), report.Error);
        Assert.That(report.Out, Does.StartWith("<!DOCTYPE html>\n").And.Contain(hash));
    }

    [TestCase(false)]
    [TestCase(true, "--set", "logRetentionDays=30")]
    public async Task Settings_ThatAreNotTheFiles_AreSaid(bool isWhatIf, params string[] options)
    {
        var report = await Invocation.Of(Reference.Root, ["report", "dev", .. options]);

        Assert.That(report.Out.Contains("in eu-west-1, with other settings than its file has, "), Is.EqualTo(isWhatIf), report.Error);
        Assert.That(report.Out.Contains(" --json prints with these settings<"), Is.EqualTo(isWhatIf));
    }

    [Test]
    public async Task Output_OfAStackThatFails_IsWritten_WithExitCode1()
    {
        var file = Path.Combine(_folder, "made", "report.html");
        var evidence = Path.Combine(_folder, "drill.json");
        var hash = PlanHash.Of(await Graphs.Of("dev"));
        await File.WriteAllTextAsync(evidence, Reports.Evidence(hash, at: DateTimeOffset.UtcNow, outcome: "fail"));

        var run = await Invocation.Of(Reference.Root, "report", "dev", "--output", file, "--with", evidence);

        Assert.That((run.ExitCode, run.Out, run.Error), Is.EqualTo((ExitCode.CheckFailed, "", "")));
        Assert.That(await File.ReadAllTextAsync(file), Does.Contain("R1 is not met."));
        Assert.That(Directory.GetFiles(Path.GetDirectoryName(file)!), Has.Length.EqualTo(1), "no draft is left");
    }

    [TestCase("--pdf prints the file of --output", "--pdf")]
    [TestCase("--max-age must be from 1 to 3650 days, got 0", "--max-age", "0")]
    [TestCase("--output must name a file, got ''", "--output", "")]
    [TestCase("--output must name a file, got the directory 'made/'", "--output", "made/")]
    [TestCase("--with missing.json can't be read", "--with", "missing.json")]
    public async Task WrongUsage_IsRefusedInOneMessage(string message, params string[] options)
    {
        var run = await Invocation.Of(Reference.Root, ["report", "dev", .. options]);

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((ExitCode.InvalidUsage, "")));
        Assert.That(run.Error, Does.Contain(message).And.Not.Contain("   at "));
    }
}
