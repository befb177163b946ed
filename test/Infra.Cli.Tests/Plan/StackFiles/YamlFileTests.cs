using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Shell;
using Infra.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace Infra.Cli.Tests.Plan.StackFiles;

/// <summary>Files that are no settings, and each limit on both of its sides.</summary>
internal sealed class YamlFileTests
{
    private TemporaryProject _project = null!;

    [SetUp]
    public void CreateProject() => _project = new();

    [TearDown]
    public void DeleteProject() => _project.Dispose();

    [PlainCase("", "f.yaml must hold settings, but is empty: restore it from git")]
    [PlainCase("# nothing\n", "f.yaml must hold settings, but is empty: restore it from git")]
    [PlainCase("[a]\n", "f.yaml must be one YAML mapping: restore it from git")]
    [PlainCase("a\n", "f.yaml must be one YAML mapping: restore it from git")]
    [PlainCase("a: b\n---\nc: d\n", "f.yaml must be one YAML mapping: restore it from git")]
    [PlainCase("a: &x b\nc: *x\n", "f.yaml must not use YAML aliases, got *x, line 2: write the value out")]
    public void Text_ThatIsNoMapping_IsOneMessage(string text, string message) =>
        Assert.That(() => Parse(text), Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(message));

    [Test]
    public void Text_ThatIsNoYaml_IsOneMessageWithTheLine() => Assert.That(
        () => Parse("a: b\nc: [d\n"),
        Throws.TypeOf<InvalidUsageException>().With.Message.StartsWith("f.yaml is not valid YAML, line 3: "));

    // It makes the parser lose its place.
    [Test]
    public void Text_ThatNoParserCanFollow_IsOneMessage() => Assert.That(
        () => Parse(":\n :"),
        Throws.TypeOf<InvalidUsageException>().With.Message
            .EqualTo("f.yaml is not valid YAML: no parser could follow it, restore it from git"));

    [Test]
    public void Reader_ThatFails_FailsAsItDoes()
    {
        Assert.That(() => YamlFile.Parse(new FailingReader(new IOException("gone")), "f.yaml"), Throws.TypeOf<IOException>());
        Assert.That(
            () => YamlFile.Parse(new FailingReader(Activator.CreateInstance<OutOfMemoryException>()), "f.yaml"),
            Throws.TypeOf<OutOfMemoryException>());
        Assert.That(
            () => YamlFile.Parse(new FailingReader(new NotSupportedException()), "f.yaml"), Throws.TypeOf<InvalidUsageException>());
    }

    // The parser's stream, its document and the mapping are levels as well.
    [Test]
    public void Nesting_HasALimit()
    {
        Assert.That(() => Parse(Nested(29)), Throws.Nothing);
        Assert.That(
            () => Parse(Nested(30)),
            Throws.TypeOf<InvalidUsageException>().With.Message
                .EqualTo("f.yaml must not nest deeper than 32 levels, line 1: keep only settings in it"));
    }

    [Test]
    public void Nesting_ThatEnds_DoesNotAddUp() =>
        Assert.That(Parse(string.Concat(Enumerable.Range(0, 40).Select(at => $"k{at}: [[a]]\n"))).Children, Has.Count.EqualTo(40));

    // A comment fills it up.
    [TestCase(0, null)]
    [TestCase(1, "f.yaml must be at most 1 MiB: keep only settings in it")]
    public void Size_HasALimit(int more, string? message)
    {
        const string Start = "a: b\n#";
        _project.With("f.yaml", $"{Start}{new string('x', (1024 * 1024) - Start.Length + more)}");

        Assert.That(Message("f.yaml"), Is.EqualTo(message));
    }

    [TestCase("empty.yaml", "empty.yaml must hold settings, but is empty: restore it from git")]
    [TestCase("folder.yaml", "folder.yaml must be a file, but is a folder: restore it from git")]
    public void File_ThatIsNone_IsOneMessage(string name, string message)
    {
        _project.With("empty.yaml", "");
        Directory.CreateDirectory(Path.Combine(_project.Root, "folder.yaml"));

        Assert.That(Message(name), Is.EqualTo(message));
    }

    [Test]
    public void File_ThatIsMissing_IsOneMessage() => Assert.That(
        Message("missing.yaml"),
        Does.StartWith("missing.yaml can't be read (").And.EndsWith("): make it readable, or restore it from git"));

    [Test]
    [Platform(Exclude = "Win")]
    public void File_BehindALink_IsRead()
    {
        _project.With("f.yaml", "a: b\n");
        File.CreateSymbolicLink(Path.Combine(_project.Root, "link.yaml"), "f.yaml");
        File.WriteAllText(Path.Combine(_project.Root, "empty.yaml"), "");
        File.CreateSymbolicLink(Path.Combine(_project.Root, "link-to-empty.yaml"), "empty.yaml");

        // Without a length it is not opened, however many links lead to it.
        File.CreateSymbolicLink(Path.Combine(_project.Root, "device.yaml"), "/dev/zero");
        File.CreateSymbolicLink(Path.Combine(_project.Root, "link-to-device.yaml"), "device.yaml");

        Assert.That(Message("link.yaml"), Is.Null);
        Assert.That(Message("device.yaml"), Is.EqualTo("device.yaml must hold settings, but is empty: restore it from git"));
        Assert.That(
            Message("link-to-device.yaml"), Is.EqualTo("link-to-device.yaml must hold settings, but is empty: restore it from git"));
        Assert.That(Message("link-to-empty.yaml"), Is.EqualTo("link-to-empty.yaml must hold settings, but is empty: restore it from git"));
    }

    [PlainCase("""{"a": "b"}""", null)]
    [PlainCase("a: b", "f.json is not valid JSON, line 1: restore it from git")]
    [PlainCase("[]", "f.json must be one JSON object: restore it from git")]
    [PlainCase("""{"a": "b", "a": "c"}""", "f.json is not valid JSON: restore it from git")]
    public void Json_IsReadAsJson(string text, string? message)
    {
        _project.With("f.json", text);

        Assert.That(Message("f.json"), Is.EqualTo(message));
    }

    [TestCase(31, ExpectedResult = true)]
    [TestCase(32, ExpectedResult = false)]
    public bool Json_HasTheSameLimit(int lists)
    {
        _project.With("f.json", $$"""{"a": {{new string('[', lists)}}{{new string(']', lists)}}}""");
        return Message("f.json") is null;
    }

    [Test]
    public void Json_IsTheSameInYaml()
    {
        _project.With(
            "f.json",
            """{"text": "5", "number": 5.0, "big": 1e21, "flag": true, "none": null, "list": [1, "a"], "map": {"b": false}}""");

        var read = YamlFile.Read(Path.Combine(_project.Root, "f.json"));

        Assert.That(read.Children.Select(entry => $"{entry.Key}={Text(entry.Value)}"), Is.EqualTo(
        [
            "text=String 5", "number=Int64 5", "big=Double 1E+21", "flag=Boolean True", "none=none", "list=[Int64 1|String a]",
            "map={b:Boolean False}",
        ]));
    }

    private static string Text(YamlNode node) => node switch
    {
        YamlScalarNode scalar =>
            YamlScalar.Value(scalar) is { } value ? FormattableString.Invariant($"{value.GetType().Name} {value}") : "none",
        YamlSequenceNode list => $"[{string.Join('|', list.Select(Text))}]",
        YamlMappingNode map => $"{{{string.Join('|', map.Select(entry => $"{entry.Key}:{Text(entry.Value)}"))}}}",
        _ => "",
    };

    private static string Nested(int lists) => $"a: {new string('[', lists)}{new string(']', lists)}\n";

    private static YamlMappingNode Parse(string text)
    {
        using var reader = new StringReader(text);
        return YamlFile.Parse(reader, "f.yaml");
    }

    private string? Message(string name)
    {
        try
        {
            _ = YamlFile.Read(Path.Combine(_project.Root, name));
            return null;
        }
        catch (InvalidUsageException e)
        {
            return e.Message;
        }
    }

    private sealed class FailingReader(Exception fault) : TextReader
    {
        public override int Read(char[] buffer, int index, int count) => throw fault;

        public override int Read() => throw fault;

        public override int Peek() => throw fault;
    }
}
