using System.Text;
using Infra.Cli.Plan.Reading;

namespace Infra.Cli.Tests.Plan.Reading;

/// <summary>A file is read in whatever form a shell or an editor leaves it.</summary>
public sealed class FileFormTests
{
    private static readonly string[] Kinds = ["first preview", "events of a deployment", "batch of events", "export"];

    private static IEnumerable<TestCaseData> Forms =>
        from kind in Kinds
        from form in new (string Name, Func<string, byte[]> Write)[]
        {
            ("UTF-8 with a mark", text => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)]),
            ("UTF-16", text => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)]),
            ("UTF-16, the other way round", text => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)]),
            ("CRLF", text => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"))),
            ("blank lines", text => Encoding.UTF8.GetBytes($"\n\n  {text}\n\n")),
        }
        select new TestCaseData(kind, form.Write).SetArgDisplayNames(kind, form.Name);

    [TestCaseSource(nameof(Forms))]
    [Category("Wide")]
    public async Task File_InAnyForm_IsReadAlike(string kind, Func<string, byte[]> write)
    {
        var text = EngineFiles.Kinds[kind](EngineFiles.Dev);

        var expected = await Piped.Of(text, "check", "--json");
        var run = await Piped.Of(write(text), "check", "--json");
        Assert.That(run, Is.EqualTo(expected));
        Assert.That(run.ExitCode, Is.Zero);
    }

    // Whoever follows a log may read it while its last line is written.
    [Test]
    public async Task Log_WhoseLastLineIsStillWritten_IsReadOnceTheSummaryIsThere()
    {
        var text = EngineFiles.Kinds["events of a deployment"](EngineFiles.Dev);

        Assert.That((await Piped.Of($"{text}{{\"sequence\": 999, \"timesta", "check")).ExitCode, Is.Zero);
    }

    [Test]
    public void Bytes_ThatAreNoText_AreRefused() => Assert.That(
        () => PlanBytes.Read("-", () => new MemoryStream([0x7B, 0xC3, 0x28, 0x7D])),
        Throws.Exception.With.Message.StartsWith("standard input must be text in UTF-8 or UTF-16: "));
}
