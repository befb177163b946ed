using System.Diagnostics;
using System.Formats.Tar;
using System.Text;
using Infra.Packing;
using Infra.Tests.Site;

namespace Infra.Tests.Packing;

public sealed class FolderArchiveTests
{
    private static readonly string[] Kinds =
    [
        "Directory a/ UserExecute", "RegularFile a/one.txt UserWrite", "Directory a/b/ UserExecute", "RegularFile a/b/run UserExecute",
        "SymbolicLink link UserExecute",
    ];

    private SiteProject _project = null!;

    [SetUp]
    public void MakeProject() => _project = new();

    [TearDown]
    public void RemoveProject() => _project.Dispose();

    [TestCase("site", "../../artifacts/site.tar")]
    [TestCase("sites/example.com", "../../artifacts/sites/example.com.tar")]
    public void PathOf_Folder_NamesItAndLeadsFromTheProgramsDirectory(string directory, string expected)
    {
        var path = FolderArchive.PathOf(directory);

        Assert.That(path, Is.EqualTo(expected));
        Assert.That(FolderArchive.FolderOf(path), Is.EqualTo(directory));
    }

    [TestCase("..", "../artifacts/site.tar")]
    [TestCase(".", "artifacts/site.tar")]
    [TestCase("../../..", "../../../artifacts/site.tar")]
    public void SeenFrom_ADirectory_LeadsThroughTheProject(string toProject, string expected)
    {
        var path = FolderArchive.SeenFrom(FolderArchive.PathOf("site"), toProject);

        Assert.That(path, Is.EqualTo(expected));
        Assert.That(FolderArchive.FolderOf(path), Is.EqualTo("site"));
    }

    [TestCase("../site")]
    [TestCase("../site.tar")]
    [TestCase("../artifacts/site.zip")]
    [TestCase("../artifacts/../../site.tar")]
    [TestCase("/artifacts/site.tar")]
    public void FolderOf_AnythingElse_IsNone(string path) => Assert.That(FolderArchive.FolderOf(path), Is.Null);

    [TestCase("artifacts", true)]
    [TestCase("artifacts/artifacts", true)]
    [TestCase("artifacts/artifacts/a", false)]
    [TestCase("artifacts/sample", false)]
    [TestCase("site", false)]
    public void IsInside_Folder_IsWhereItsArchiveWouldGo(string directory, bool expected) =>
        Assert.That(FolderArchive.IsInside(directory), Is.EqualTo(expected));

    [Test]
    public void Write_Files_ComeInOrderWithTheirFoldersBeforeThem()
    {
        var entries = Entries(Packed(File("link", target: "a/one.txt"), File("a/b/run", isExecutable: true), File("a/one.txt")));

        Assert.That(
            entries.Select(entry => $"{entry.EntryType} {entry.Name} {Mark(entry.Mode)}"),
            Is.EquivalentTo(Kinds));
        Assert.That(entries.Single(entry => entry.Name == "link").LinkName, Is.EqualTo("a/one.txt"));
        Assert.That(entries.Select(entry => (entry.Uid, entry.Gid)), Is.All.EqualTo((0, 0)));
        Assert.That(
            entries.Select(entry => entry.Name),
            Is.EqualTo(entries.Select(entry => entry.Name).Order(StringComparer.Ordinal)));
    }

    [Test]
    public void Write_TheSameFilesLaterAndElsewhere_IsTheSameToTheByte()
    {
        var first = Packed(File("a.txt"), File("b/c.txt"));
        System.IO.File.SetLastWriteTimeUtc(_project.At("from/a.txt"), new(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));

        Assert.That(Packed(File("b/c.txt"), File("a.txt")), Is.EqualTo(first));
    }

    [Test]
    public void Write_AnotherContentOfTheSameLength_HasAnotherTimeThatIsOver()
    {
        var before = Entries(Packed(File("a.txt", "one"))).Single().ModificationTime;
        var after = Entries(Packed(File("a.txt", "two"))).Single().ModificationTime;

        Assert.That(after, Is.Not.EqualTo(before));
        Assert.That(after, Is.InRange(new DateTimeOffset(1987, 1, 1, 0, 0, 0, default), new DateTimeOffset(2021, 1, 31, 0, 0, 0, default)));
    }

    [TestCase(90)]
    [TestCase(200)]
    public void Write_LongNameThatIsNotAscii_IsKept(int length)
    {
        var name = $"é/{new string('ü', length)}.txt";

        Assert.That(Entries(Packed(new PackedFile(name, File("x").Source)))[^1].Name, Is.EqualTo(name));
    }

    [Test]
    public void Save_Again_LeavesTheFileAlone()
    {
        FolderArchive.Save(_project.Root, "web/site", [File("a.txt")]);
        var archive = _project.At("artifacts/web/site.tar");
        var old = new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);
        System.IO.File.SetLastWriteTimeUtc(archive, old);

        FolderArchive.Save(_project.Root, "web/site", [File("a.txt")]);

        Assert.That(System.IO.File.GetLastWriteTimeUtc(archive), Is.EqualTo(old));
        Assert.That(Directory.GetFiles(_project.At("artifacts/web")), Has.Length.EqualTo(1));
    }

    [Test]
    public void Save_OtherContent_TakesThePlaceOfTheOld()
    {
        FolderArchive.Save(_project.Root, "site", [File("a.txt", "one")]);
        FolderArchive.Save(_project.Root, "site", [File("a.txt", "two")]);

        Assert.That(Encoding.ASCII.GetString(System.IO.File.ReadAllBytes(_project.At("artifacts/site.tar"))), Does.Contain("two"));
    }

    [Test]
    public void Save_FileThatIsGone_LeavesWhatIsThere()
    {
        FolderArchive.Save(_project.Root, "site", [File("a.txt", "one")]);
        var before = System.IO.File.ReadAllBytes(_project.At("artifacts/site.tar"));

        Assert.That(
            () => FolderArchive.Save(_project.Root, "site", [File("a.txt", "two"), new("b.txt", _project.At("gone"))]),
            Throws.InstanceOf<IOException>());
        Assert.That(System.IO.File.ReadAllBytes(_project.At("artifacts/site.tar")), Is.EqualTo(before));
        Assert.That(Directory.GetFiles(_project.At("artifacts")), Has.Length.EqualTo(1));
    }

    // A tar file says a length before the content: one of another length would be taken for the files behind it.
    [TestCase("more")]
    [TestCase("")]
    [TestCase("TEXT")]
    [Platform(Exclude = "Win")]
    public void Write_FileThatChangesMeanwhile_IsRefused(string content)
    {
        var file = File("a.txt", new('x', 300_000));
        var changed = content == "TEXT" ? new string('y', 300_000) : content == "" ? content : new string('x', 300_000) + content;
        var other = File("other", changed).Source;
        // Not by .NET, which would respect that the file is open.
        using var output = new Interrupted(() => Process.Start("cp", [other, file.Source]).WaitForExit());

        Assert.That(() => FolderArchive.Write(output, [file, File("b.txt")]), Throws.InstanceOf<IOException>().With.Message.EqualTo(
            $"{file.Source} changed while it was packed: try again when nothing writes to it"));
    }

    [Test]
    public void Write_FileThatIsNotWhatItWas_IsRefused()
    {
        var file = File("a.txt", "one") with { Content = FileContent.Of("two"u8.ToArray()) };

        Assert.That(() => Packed(file), Throws.InstanceOf<IOException>().With.Message.Contains("changed while it was packed"));
        Assert.That(() => FolderArchive.HashOf([file]), Throws.InstanceOf<IOException>());
    }

    [Test]
    public void Write_FileThatIsWhatItWas_IsTheSameAsWithoutAsking()
    {
        var file = File("a.txt");

        Assert.That(Packed(file with { Content = FileContent.Of(file.Source) }), Is.EqualTo(Packed(file)));
    }

    [Test]
    public void Write_EmptyFolders_ComeInOrderAndOnce()
    {
        var entries = Entries(Packed(Folder("b/c"), File("b/a.txt"), Folder("a"), File("c.txt")));

        Assert.That(
            entries.Select(entry => $"{entry.EntryType} {entry.Name}"),
            Is.EqualTo(new[] { "Directory a/", "Directory b/", "RegularFile b/a.txt", "Directory b/c/", "RegularFile c.txt" }));
    }

    private static PackedFile Folder(string name) => new(name, "", IsFolder: true);

    private static UnixFileMode Mark(UnixFileMode mode) =>
        mode.HasFlag(UnixFileMode.OtherExecute) ? UnixFileMode.UserExecute : UnixFileMode.UserWrite;

    private static byte[] Packed(params PackedFile[] files)
    {
        using var output = new MemoryStream();
        FolderArchive.Write(output, files);
        return output.ToArray();
    }

    private static List<TarEntry> Entries(byte[] archive)
    {
        using var reader = new TarReader(new MemoryStream(archive));
        List<TarEntry> entries = [];
        while (reader.GetNextEntry(copyData: true) is { } entry)
            entries.Add(entry);
        return entries;
    }

    private PackedFile File(string name, string content = "text", bool isExecutable = false, string? target = null)
    {
        if (target is null)
            _project.Write($"from/{name}", content);
        return new(name, _project.At($"from/{name}"), isExecutable, target);
    }

    /// <summary>Does something once, before the first byte is written.</summary>
    private sealed class Interrupted(Action before) : MemoryStream
    {
        private Action? _before = before;

        public override void Write(byte[] buffer, int offset, int count)
        {
            (var before, _before) = (_before, null);
            before?.Invoke();
            base.Write(buffer, offset, count);
        }
    }
}
