using System.Diagnostics;
using System.Text;

namespace Infra.Cli.Tests.BadInput;

/// <summary>Whatever a file holds or is, the user gets one sentence that names it and says how to mend it.</summary>
internal sealed class BadFileTests
{
    private const string Empty = "Pulumi.s.yaml must hold settings, but is empty: restore it from git";
    private const string NoMapping = "Pulumi.s.yaml must be one YAML mapping: restore it from git";
    private const string NoConfig = "Pulumi.s.yaml must have a mapping of keys to values at config: restore it from git";
    private const string TooBig = "must be at most 1 MiB: keep only settings in it";

    private TemporaryProject _project = null!;

    [SetUp]
    public void CreateProject() => _project = new TemporaryProject().With("Pulumi.s.yaml", "config: {}\n");

    [TearDown]
    public void DeleteProject() => _project.Dispose();

    [TestCase("", Empty)]
    [TestCase("\ufeff", Empty)]
    [TestCase("# nothing\n", Empty)]
    [TestCase("- a\n", NoMapping)]
    [TestCase("text\n", NoMapping)]
    [TestCase("config: {}\n---\nconfig: {}\n", NoMapping)]
    [TestCase("config: [a]\n", NoConfig)]
    [TestCase("config: text\n", NoConfig)]
    [TestCase("config:\n  infra:x: 1\n  infra:x: 2\n", "Pulumi.s.yaml is not valid YAML, line 3: Duplicate key infra:x")]
    [TestCase(":\n :", "Pulumi.s.yaml is not valid YAML: no parser could follow it, restore it from git")]
    [TestCase("config:\n  zones: [a]\n  infra:zones: [b]\n",
        "Pulumi.s.yaml must set infra:zones once, but has it with and without infra: before it: remove one")]
    [TestCase("config:\n  infra:config:zones: [a]\n  infra:zones: [b]\n",
        "Pulumi.s.yaml must set infra:zones once, but has it with and without config: in it: remove one")]
    [TestCase("config:\n  infra:x: {a: [\n",
        "Pulumi.s.yaml is not valid YAML, line 3: While parsing a node, did not find expected node content.")]
    [TestCase("config:\n  ? [a, b]\n  : 1\n", "Pulumi.s.yaml must have texts as keys, got [ a, b ], line 2: quote it")]
    [TestCase("config:\n\tinfra:x: 1\n",
        "Pulumi.s.yaml is not valid YAML, line 1: While scanning a mapping, found invalid tab as indentation.")]
    [TestCase("config:\n  infra:x: \"a\n",
        "Pulumi.s.yaml is not valid YAML, line 2: While scanning a quoted scalar, found unexpected end of stream.")]
    [TestCase("a: &a [x]\nb: [*a, *a]\n", "Pulumi.s.yaml must not use YAML aliases, got *a, line 2: write the value out")]
    [TestCase("a: &a {x: 1}\nconfig:\n  <<: *a\n", "Pulumi.s.yaml must not use YAML aliases, got *a, line 3: write the value out")]
    public async Task StackFile_ThatIsBroken_IsOneMessage(string content, string message)
    {
        _project.With("Pulumi.s.yaml", content);

        await AssertRefusedAsync("s", message);
    }

    [Test]
    public async Task StackFile_OfAliasesThatMultiply_IsRefusedAtTheFirst()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var level = 1; level < 20; level++)
            bomb.Append($"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]\n");
        _project.With("Pulumi.s.yaml", bomb.ToString());

        await AssertRefusedAsync("s", "Pulumi.s.yaml must not use YAML aliases, got *a0, line 2: write the value out");
    }

    [TestCase('[', "line 2")]
    [TestCase('{', "line 2")]
    public async Task StackFile_ThatNestsWithoutEnd_IsRefused(char bracket, string where)
    {
        _project.With("Pulumi.s.yaml", $"config:\n  infra:x: {new string(bracket, 100_000)}");

        await AssertRefusedAsync("s", $"Pulumi.s.yaml must not nest deeper than 32 levels, {where}: keep only settings in it");
    }

    [Test]
    public async Task StackFile_OfMoreThanAMebibyte_IsRefused()
    {
        _project.With("Pulumi.s.yaml", "config: {}\n#" + new string('x', 1024 * 1024));

        await AssertRefusedAsync("s", $"Pulumi.s.yaml {TooBig}");
    }

    [TestCase("/dev/zero")]
    [TestCase("/dev/null")]
    [Platform(Exclude = "Win")]
    public async Task StackFile_ThatIsADevice_IsRefused(string device)
    {
        File.CreateSymbolicLink(Path.Combine(_project.Root, "Pulumi.z.yaml"), device);

        await AssertRefusedAsync("z", "Pulumi.z.yaml must hold settings, but is empty: restore it from git");
    }

    [Test]
    [Platform(Exclude = "Win")]
    public async Task StackFile_ThatIsANamedPipe_IsRefusedWithoutWaitingForItsOtherEnd()
    {
        var pipe = Path.Combine(_project.Root, "Pulumi.p.yaml");
        using (var maker = Process.Start("mkfifo", pipe))
            await maker.WaitForExitAsync();

        await AssertRefusedAsync("p", "Pulumi.p.yaml must hold settings, but is empty: restore it from git");
    }

    [Test]
    [Platform(Exclude = "Win")]
    public async Task StackFile_ThatIsALinkToNothing_IsRefused()
    {
        File.CreateSymbolicLink(Path.Combine(_project.Root, "Pulumi.l.yaml"), "nowhere.yaml");

        var target = Path.Combine(_project.Root, "nowhere.yaml");
        await AssertRefusedAsync("l",
            $"Pulumi.l.yaml can't be read (Could not find file '{target}'.): make it readable, or restore it from git");
    }

    // A lock keeps out everybody, where permissions would not keep out the root of a container.
    [Test]
    public async Task StackFile_ThatCanNotBeRead_IsRefused()
    {
        var path = Path.Combine(_project.Root, "Pulumi.s.yaml");
        using var locked = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        await AssertRefusedAsync("s",
            $"Pulumi.s.yaml can't be read (The process cannot access the file '{path}' because it is being used by another process.): "
            + "make it readable, or restore it from git");
    }

    [Test]
    public async Task StackFile_ThatIsAFolder_IsRefused()
    {
        Directory.CreateDirectory(Path.Combine(_project.Root, "Pulumi.f.yaml"));

        await AssertRefusedAsync("f", "Pulumi.f.yaml must be a file, but is a folder: restore it from git");
    }

    [TestCase("nope", "there is no stack 'nope': name one of s, or add Pulumi.nope.yaml")]
    [TestCase("S", "there is no stack 'S': name one of s, or add Pulumi.S.yaml")]
    [TestCase("", "there is no stack '': name one of s")]
    [TestCase("../s", "there is no stack '../s': name one of s")]
    public Task Stack_ThatIsNotThere_IsOneMessage(string stack, string message) => AssertRefusedAsync(stack, message);

    [Test]
    public async Task Stack_InAProjectWithoutAny_IsToBeAdded()
    {
        File.Delete(Path.Combine(_project.Root, "Pulumi.s.yaml"));

        await AssertRefusedAsync("s", "there is no stack 's': add Pulumi.s.yaml");
    }

    [TestCase("minServers")]
    [TestCase("")]
    [TestCase("=1")]
    public Task Override_ThatIsNoPair_IsOneMessage(string entry) =>
        Refusal.AssertAsync(_project, $"--set must be key=value, got '{entry}'", "preview", "s", "--set", entry);

    [Test]
    public async Task Project_WithoutAFile_IsOneMessage()
    {
        File.Delete(Path.Combine(_project.Root, "Pulumi.yaml"));

        await AssertRefusedAsync("s", $"Pulumi.yaml is not in {_project.Root} nor above it: change to the project's directory");
    }

    [TestCase("runtime: dotnet\n", "Pulumi.yaml must have a name: restore it from git")]
    [TestCase("name: [a]\n", "Pulumi.yaml must have a name: restore it from git")]
    [TestCase("", "Pulumi.yaml must hold settings, but is empty: restore it from git")]
    public async Task Project_WithABrokenFile_IsOneMessage(string content, string message)
    {
        _project.With("Pulumi.yaml", content);

        await AssertRefusedAsync("s", message);
    }

    private Task AssertRefusedAsync(string stack, string message) => Refusal.AssertAsync(_project, message, "preview", stack);
}
