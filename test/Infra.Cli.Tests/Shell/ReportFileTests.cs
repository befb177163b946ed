using System.Diagnostics;
using Infra.Cli.Shell;

namespace Infra.Cli.Tests.Shell;

/// <summary>Files that are more than a file: whoever named one meant what is there.</summary>
[Platform("Unix", Reason = "Makes pipes and links.")]
internal sealed class ReportFileTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("infra-file-").FullName;

    [OneTimeTearDown]
    public void Tidy() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Pipe_IsWrittenInto_AndStaysOne()
    {
        var pipe = Place("pipe");
        using (var maker = Process.Start("mkfifo", pipe))
            await maker.WaitForExitAsync();

        var read = Task.Run(() => File.ReadAllText(pipe));
        ReportFile.Write(pipe, "all of it", "--output pipe");

        Assert.That(await read.WaitAsync(TimeSpan.FromSeconds(30)), Is.EqualTo("all of it"));
        Assert.That(new FileInfo(pipe).Length, Is.Zero, "it has no length, as no pipe has");
    }

    // Somebody else may have been quicker.
    [Test]
    public void NewFile_WhereThereIsOne_IsNotWritten()
    {
        var file = Place("there");
        File.WriteAllText(file, "somebody's");

        Assert.That(
            () => ReportFile.Create(file, "new", "Pulumi.dev.yaml"),
            Throws.TypeOf<InvalidUsageException>().With.Message.StartsWith("Pulumi.dev.yaml can't be written: "));
        Assert.That(File.ReadAllText(file), Is.EqualTo("somebody's"));
        Assert.That(Directory.EnumerateFiles(_folder).Count(path => Path.GetFileName(path).Length == 12), Is.Zero, "a draft");
    }

    // Whoever reads it meanwhile has the whole of the former one.
    [Test]
    public void File_ThatIsReplaced_IsNeverHalfWritten()
    {
        var file = Place("read");
        File.WriteAllText(file, "the former one");
        using var reader = new StreamReader(File.OpenRead(file));

        ReportFile.Write(file, "new", "--output read");

        Assert.That(reader.ReadToEnd(), Is.EqualTo("the former one"));
        Assert.That(File.ReadAllText(file), Is.EqualTo("new"));
    }

    [Test]
    public void Link_StaysOne_AndItsFileIsReplaced()
    {
        var (file, link) = (Place("file"), Place("link"));
        File.WriteAllText(file, "something longer than what comes");
        File.CreateSymbolicLink(link, "file");

        ReportFile.Write(link, "new", "--output link");

        Assert.That(new FileInfo(link).LinkTarget, Is.EqualTo("file"));
        Assert.That(File.ReadAllText(file), Is.EqualTo("new"));
    }

    // What /dev/stdout is to a process that is piped: a link to what has no path.
    [Test]
    [Platform("Linux", Reason = "Other systems have no /proc.")]
    public async Task LinkToAnOpenPipe_IsWrittenInto()
    {
        var (pipe, link) = (Place("open"), Place("stdout"));
        using (var maker = Process.Start("mkfifo", pipe))
            await maker.WaitForExitAsync();
        using var end = new FileStream(pipe, FileMode.Open, FileAccess.ReadWrite);
        File.CreateSymbolicLink(link, $"/proc/self/fd/{end.SafeFileHandle.DangerousGetHandle()}");

        ReportFile.Write(link, "new", "--output link");

        Assert.That(new FileInfo(link).LinkTarget, Does.StartWith("/proc/"));
        var text = new byte[3];
        await end.ReadExactlyAsync(text);
        Assert.That(text, Is.EqualTo("new"u8.ToArray()));
    }

    [Test]
    public void File_ThatIsEmpty_OrNotThere_IsWritten()
    {
        var empty = Place("empty");
        File.WriteAllText(empty, "");

        foreach (var file in (string[])[empty, Place("new")])
        {
            ReportFile.Write(file, "new", "--output");
            Assert.That(File.ReadAllText(file), Is.EqualTo("new"));
        }
    }

    private string Place(string name) => Path.Combine(_folder, name);
}
