using System.Runtime.Versioning;
using Infra.Cli.Report.Printing;
using Infra.Cli.Shell;
using Infra.Cli.Tests.Live.Drill;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Report;

/// <summary>Printing where the browser does not do its part.</summary>
[Platform("Unix", Reason = "Runs shell scripts.")]
[UnsupportedOSPlatform("windows")]
internal sealed class PrintingTests
{
    private const string Half = """
        for option in "$@"; do
          case $option in --print-to-pdf=*) echo half >"${option#--print-to-pdf=}";; esac
        done
        """;

    private readonly string? _path = Environment.GetEnvironmentVariable("PATH");
    private readonly string _folder = Directory.CreateTempSubdirectory("infra-print-test-").FullName;
    private ScriptedTools _tools = null!;

    [SetUp]
    public void APathOfItsOwn()
    {
        _tools = new();
        Environment.SetEnvironmentVariable("PATH", _tools.Folder);
    }

    [TearDown]
    public void ThePathAsItWas()
    {
        Environment.SetEnvironmentVariable("PATH", _path);
        _tools.Dispose();
    }

    [OneTimeTearDown]
    public void Tidy() => Directory.Delete(_folder, recursive: true);

    [PlainCase("echo no display >&2; exit 1", "--pdf: chromium printed nothing: no display")]
    [TestCase("exit 0", "--pdf: chromium printed nothing: it ended with 0, and did not say why")]
    [PlainCase(Half + "\nexit 3", "--pdf: chromium printed nothing: it ended with 3, and did not say why")]
    public void Chromium_ThatFails_PrintsNothing(string script, string message)
    {
        _tools.Add("chromium", script);

        Assert.That(
            () => new Chromium("chromium").PrintAsync("<p>page</p>", CancellationToken.None),
            Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(message));
    }

    [Test]
    public void Chromium_ThatHangs_IsEnded()
    {
        _tools.Add("chromium", "exec /bin/sleep 600");

        Assert.That(
            () => new Chromium("chromium", TimeSpan.FromMilliseconds(300)).PrintAsync("<p>page</p>", CancellationToken.None),
            Throws.TypeOf<InvalidUsageException>().With.Message.Contains("gave no answer within").And.Message.Contains("print the page"));
    }

    [Test]
    public async Task Pdf_IsOfThePage_AndBesideIt()
    {
        _tools.Add(
            "chromium",
            """
            for option in "$@"; do
              case $option in
                --print-to-pdf=*) pdf=${option#--print-to-pdf=};;
                file://*) page=${option#file://};;
              esac
            done
            /bin/cat "$page" >"$pdf"
            """);
        var html = Path.Combine(_folder, "made", "report.html");

        var run = await Invocation.Of(Reference.Root, "report", "dev", "--output", html, "--pdf");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((ExitCode.Done, "")));
        Assert.That(await File.ReadAllTextAsync(Path.ChangeExtension(html, ".pdf")), Is.EqualTo(await File.ReadAllTextAsync(html)));
    }

    [Test]
    public async Task Pdf_WhereADirectoryStands_IsRefusedBeforeAnythingIsWritten()
    {
        _tools.Add("chromium", "exit 0");
        var html = Path.Combine(_folder, "taken.html");
        Directory.CreateDirectory(Path.ChangeExtension(html, ".pdf"));

        var run = await Invocation.Of(Reference.Root, "report", "dev", "--output", html, "--pdf");

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.InvalidUsage));
        Assert.That(run.Error, Does.Contain("--pdf must name a file, got the directory"));
        Assert.That(File.Exists(html), Is.False);
    }
}
