using System.Text;
using Infra.Cli.Plan.Reading;
using Infra.Cli.Shell;

namespace Infra.Cli.Tests.Plan.Reading;

/// <summary>What is in a file or a pipe, in each form of text, and not more than there can be.</summary>
internal sealed class PlanBytesTests
{
    private const int Most = 32 * 1024 * 1024;

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("infra-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    private static IEnumerable<TestCaseData> Forms =>
    [
        new TestCaseData(Encoding.UTF8.GetBytes("{\u00e4}")).SetArgDisplayNames("plain"),
        new TestCaseData((byte[])[0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("{\u00e4}")]).SetArgDisplayNames("UTF-8 with a mark"),
        new TestCaseData((byte[])[0xFF, 0xFE, .. Encoding.Unicode.GetBytes("{\u00e4}")]).SetArgDisplayNames("UTF-16"),
        new TestCaseData((byte[])[0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("{\u00e4}")]).SetArgDisplayNames("UTF-16 big-endian"),
    ];

    [TestCaseSource(nameof(Forms))]
    public void Text_InEachForm_IsUtf8(byte[] bytes)
    {
        var file = Path.Combine(_folder, "f");
        File.WriteAllBytes(file, bytes);

        Assert.That(Encoding.UTF8.GetString(PlanBytes.Read(file, NoInput).Span), Is.EqualTo("{\u00e4}"));
        Assert.That(Encoding.UTF8.GetString(PlanBytes.Read("-", () => new MemoryStream(bytes)).Span), Is.EqualTo("{\u00e4}"));
    }

    [Test]
    public void Text_ThatIsNone_IsOneMessage()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Message([]), Is.EqualTo($"standard input must hold {PlanFile.Known}, but is empty: make it again"));
            Assert.That(Message([0xEF, 0xBB, 0xBF]), Is.EqualTo($"standard input must hold {PlanFile.Known}, but is empty: make it again"));
            Assert.That(
                Message([0xC3, 0x28]),
                Is.EqualTo($"standard input must be text in UTF-8 or UTF-16: name a file with {PlanFile.Known}"));
            Assert.That(
                Refused(_folder, NoInput),
                Is.EqualTo($"{_folder} must be a file with {PlanFile.Known}, but is a folder: name a file"));
            Assert.That(
                Refused(Path.Combine(_folder, "missing"), NoInput),
                Does.Contain("missing can't be read (").And.EndWith($"): name a file with {PlanFile.Known}"));
            Assert.That(PlanBytes.NameOf("-"), Is.EqualTo("standard input"));
            Assert.That(PlanBytes.NameOf("a\tb"), Is.EqualTo("a\\u0009b"));
        });
    }

    [Test]
    public void Size_HasALimit()
    {
        var message = $" must be at most 32 MiB: name a file with {PlanFile.Known}";
        var file = Path.Combine(_folder, "f");
        using (var stream = File.Create(file))
            stream.SetLength(Most + 1);

        Assert.That(Refused(file, NoInput), Is.EqualTo($"{file}{message}"));
        Assert.That(Refused("-", () => new MemoryStream(new byte[Most + 1])), Is.EqualTo($"standard input{message}"));
        Assert.That(PlanBytes.Read("-", () => new MemoryStream(new byte[Most])).Length, Is.EqualTo(Most));
    }

    private static string? Message(byte[] bytes) => Refused("-", () => new MemoryStream(bytes));

    private static string? Refused(string path, Func<Stream> input)
    {
        try
        {
            _ = PlanBytes.Read(path, input);
            return null;
        }
        catch (InvalidUsageException e)
        {
            return e.Message;
        }
    }

    private static MemoryStream NoInput() => throw new InvalidOperationException("nobody pipes anything in");
}
