using Infra.Cli.Tests.BadInput;
using Infra.Cli.Tests.Docs.Documents;

namespace Infra.Cli.Tests.Documents;

public sealed class DocumentsCommandTests
{
    private const string WroteAll =
        "Wrote docs/architecture-before.svg\nWrote docs/architecture-blue.svg\nWrote docs/architecture-live.svg\n"
        + "Wrote docs/operations-blue.svg\nWrote docs/operations-live.svg\nWrote docs/slide-blue.svg\nWrote docs/slide-live.svg\n"
        + "Wrote docs/timeline-blue.svg\nWrote docs/timeline-live.svg\n";

    private TemporaryProject _project = null!;

    [SetUp]
    public void CreateProject()
    {
        _project = new();
        Directory.CreateDirectory(At("docs/deeper"));
        _project.With("Pulumi.blue.yaml", StackFile.And(""))
            .With("Pulumi.live.yaml", StackFile.And("  infra:deletionProtection: true\n  infra:allowSelfSigned: true"));
    }

    [TearDown]
    public void DeleteProject() => _project.Dispose();

    [Test]
    public async Task Docs_DrawsEveryStack()
    {
        Assert.That(await RunAsync(), Is.EqualTo(new Invocation(
            0, WroteAll, "")));

        foreach (var stack in (string[])["blue", "live"])
        {
            var drawn = await Invocation.Of(_project.Root, "diagram", stack);
            Assert.That(await File.ReadAllTextAsync(At($"docs/architecture-{stack}.svg")), Is.EqualTo(drawn.Out));
            var operations = await Invocation.Of(_project.Root, "diagram", stack, "--view", "operations");
            Assert.That(await File.ReadAllTextAsync(At($"docs/operations-{stack}.svg")), Is.EqualTo(operations.Out));
            var slide = await Invocation.Of(_project.Root, "diagram", stack, "--view", "slide");
            Assert.That(await File.ReadAllTextAsync(At($"docs/slide-{stack}.svg")), Is.EqualTo(slide.Out));
        }
    }

    [Test]
    public async Task Docs_FillsTheReadmeAndWhatIsBelowDocs_AndNothingElse()
    {
        const string Marked = "Before\n\n<!-- generated: drawing -->\n<!-- end -->\n\nAfter\n";
        _project.With("README.md", Marked).With("docs/a.md", Marked).With("docs/deeper/b.md", Marked).With("OTHER.md", Marked);

        await RunAsync();

        string Filled(string path) =>
            $"Before\n\n<!-- generated: drawing -->\n\n![The architecture of blue]({path})\n\n<!-- end -->\n\nAfter\n";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Text("README.md"), Is.EqualTo(Filled("docs/architecture-blue.svg")));
            Assert.That(Text("docs/a.md"), Is.EqualTo(Filled("architecture-blue.svg")));
            Assert.That(Text("docs/deeper/b.md"), Is.EqualTo(Filled("../architecture-blue.svg")));
            Assert.That(Text("OTHER.md"), Is.EqualTo(Marked));
        }
    }

    [TestCase("commands-deploy", "```sh aws\npulumi login ", "pulumi stack init blue ", "pulumi up --stack live\n")]
    [TestCase("commands-first", "```sh\n./infra preview blue ", " rehearse blue ", "\ndotnet test ")]
    [TestCase("cost-table", "| blue | ", "| live | ", "USD a month in eu-west-1", "`infra cost live`")]
    [TestCase("counts", "| blue | ", "| live | ")]
    [TestCase("drawing", "architecture-blue.svg")]
    [TestCase("drawing-slide", "## The drawing: live", "![h:600](docs/slide-live.svg)")]
    [TestCase("drawings", "## blue", "## live", "docs/architecture-live.svg")]
    [TestCase("expected-times", "| blue | 25 s |", "| live | 25 s |")]
    [TestCase("operations-slide", "## What is recorded of live", "![h:600](docs/operations-live.svg)")]
    [TestCase("timeline-slide", "## The rehearsal of live", "![h:600](docs/timeline-live.svg)")]
    [TestCase("waivers", "| `alb-internal` | `web-alb` | every stack |", "| where deletionProtection is not true |")]
    public async Task Fragment_IsAboutTheStacks(string name, params string[] says)
    {
        _project.With("README.md", $"<!-- generated: {name} -->\n<!-- end -->\n");

        Assert.That((await RunAsync()).Error, Is.Empty);

        var text = Text("README.md");
        foreach (var part in says)
            Assert.That(text, Does.Contain(part));
    }

    [Test]
    public async Task Deployment_OfStacks_BeginsWithTheUnprotected_AndNamesPlaceholders()
    {
        _project.With("README.md", "<!-- generated: commands-deploy -->\n<!-- end -->\n")
            .With("Pulumi.a.yaml", StackFile.And(
                "  infra:deletionProtection: true\n  infra:domainName: www.example.com\n  infra:hostedZoneId: Z0123456789ABCDEFGHIJ"));

        await RunAsync();

        var ups = Text("README.md").Split('\n').Where(line => line.StartsWith("pulumi up", StringComparison.Ordinal)).ToList();
        Assert.That(ups.Select(line => line.Split(' ')[3]), Is.EqualTo(["blue", "a", "live"]));
        Assert.That(ups[1], Does.EndWith("   # before, its own domainName, hostedZoneId"));
    }

    // The commands of this program that it writes into documents, which no other test reads.
    [Test]
    public async Task CommandsOfThisProgram_InAFragment_AreOnesThatThereAre()
    {
        _project.With("README.md", "<!-- generated: commands-first -->\n<!-- end -->\n");

        await RunAsync();

        var commands = DocumentedCommand.In(new("README.md", Text("README.md")))
            .Where(command => command.InfraArguments is not null).ToList();
        Assert.That(commands, Has.Count.EqualTo(2));
        Assert.That(commands.SelectMany(command => ThisProgram.Command.Parse(command.InfraArguments!).Errors), Is.Empty);
    }

    [Test]
    public void EveryFragment_HasACaseHere()
    {
        var cases = GetType().GetMethod(nameof(Fragment_IsAboutTheStacks))!.GetCustomAttributes(typeof(TestCaseAttribute), false)
            .Cast<TestCaseAttribute>().Select(test => test.Arguments[0]);

        Assert.That(cases, Is.EquivalentTo(DocumentFragments.All.Keys));
    }

    [Test]
    public async Task Docs_OnceMore_FindsEverythingFresh()
    {
        await RunAsync();

        Assert.That(await RunAsync(), Is.EqualTo(new Invocation(0, "Everything is fresh.\n", "")));
        Assert.That(await RunAsync("--check"), Is.EqualTo(new Invocation(0, "", "")));
    }

    [Test]
    public async Task Check_OfStaleFiles_NamesThemAndWritesNothing()
    {
        await RunAsync();
        _project.With("Pulumi.live.yaml", StackFile.And("  infra:waf: true\n"))
            .With("README.md", "<!-- generated: counts -->\n<!-- end -->\n");
        var before = Text("docs/architecture-live.svg");

        Assert.That(await RunAsync("--check"), Is.EqualTo(new Invocation(
            1, "",
            "not what the stacks are now: README.md, docs/architecture-live.svg, docs/operations-live.svg, docs/slide-live.svg: "
            + "run 'infra docs'\n")));
        Assert.That(Text("docs/architecture-live.svg"), Is.EqualTo(before));
    }

    [Test]
    public async Task Drawing_OfAStackThatIsGone_IsRemoved_AndNoOtherFile()
    {
        _project.With("docs/architecture-mine.svg", "<svg>of my own</svg>");
        await RunAsync();
        File.Delete(At("Pulumi.blue.yaml"));

        Assert.That(await RunAsync(), Is.EqualTo(new Invocation(
            0,
            "Removed docs/architecture-blue.svg\nRemoved docs/operations-blue.svg\nRemoved docs/slide-blue.svg\n"
            + "Removed docs/timeline-blue.svg\n",
            "")));
        Assert.That(At("docs/architecture-mine.svg"), Does.Exist);
    }

    [Test]
    public async Task Cost_InARegionWithoutEachPrice_IsSaidToBeAtLeastThat()
    {
        _project.With("README.md", "<!-- generated: cost-table -->\n<!-- end -->\n")
            .With("Pulumi.blue.yaml", "config:\n  aws:region: eu-west-3\n  infra:zones: [eu-west-3a, eu-west-3b]\n");

        Assert.That((await RunAsync()).Error, Is.Empty);
        Assert.That(Text("README.md"), Does.Contain("| blue, in eu-west-3 | at least ").And.Contain("| live, in eu-west-1 | "));
    }

    // No document shows a secret, so none needs to be known.
    [Test]
    public async Task Secret_ThatOnlyThePulumiCliCanRead_IsNotAskedFor()
    {
        _project.With("README.md", "<!-- generated: counts -->\n<!-- end -->\n")
            .With("Pulumi.blue.yaml", StackFile.And("  infra:alarmEmail: {secure: AAA}\n  infra:certificateArn: {secure: BBB}\n"));

        Assert.That((await RunAsync()).Error, Is.Empty);
        Assert.That(Text("README.md"), Does.Contain("| blue | "));
    }

    [Test]
    public async Task Stack_ThatIsWrong_IsOneMessage_AndNothingIsWritten()
    {
        _project.With("Pulumi.live.yaml", StackFile.With("maxServers", "4"));

        await Refusal.AssertAsync(_project,
            """
            Pulumi.live.yaml is not valid (1 problem):
              infra:maxServers must be a whole number from 1 to 3 (the customer's limit of three servers), got 4: set it to 3
            """, ["docs"]);
    }

    [Test]
    public async Task Project_WithoutAStack_IsOneMessage()
    {
        File.Delete(At("Pulumi.blue.yaml"));
        File.Delete(At("Pulumi.live.yaml"));

        Assert.That(await RunAsync("--check"), Is.EqualTo(new Invocation(0, "There is no stack to document.\n", "")));
    }

    [Test]
    public async Task Document_WithAByteOrderMarkAndCarriageReturns_KeepsThem()
    {
        const string Before = "\uFEFFBefore\r\n\r\n<!-- generated: drawing -->\r\n<!-- end -->\r\n";
        _project.With("docs/a.md", Before);

        await RunAsync();

        var bytes = await File.ReadAllBytesAsync(At("docs/a.md"));
        Assert.That(bytes[..3], Is.EqualTo(new byte[] { 0xEF, 0xBB, 0xBF }));
        Assert.That(System.Text.Encoding.UTF8.GetString(bytes).Replace("\r\n", "", StringComparison.Ordinal), Does.Not.Contain('\n'));
        Assert.That((await RunAsync("--check")).ExitCode, Is.Zero);
    }

    [Test]
    public async Task Document_ThatIsNoUtf8_IsOneMessage_AndKeptAsItIs()
    {
        byte[] latin = [.. "<!-- generated: drawing -->\n<!-- end -->\nCaf"u8, 0xE9];
        await File.WriteAllBytesAsync(At("docs/a.md"), latin);

        Assert.That(await RunAsync(), Is.EqualTo(new Invocation(2, "", "docs/a.md must be UTF-8: save it as that\n")));
        Assert.That(await File.ReadAllBytesAsync(At("docs/a.md")), Is.EqualTo(latin));
    }

    // Around, out of the project, to nothing, to what never ends; and folders of other tools.
    [Test]
    public async Task Links_Pipes_AndFoldersOfOtherTools_AreLeftAlone()
    {
        const string Marked = "<!-- generated: drawing -->\n<!-- end -->\n";
        using var outside = new TemporaryProject();
        outside.With("b.md", Marked);
        Directory.CreateSymbolicLink(At("docs/loop"), At("docs"));
        Directory.CreateSymbolicLink(At("docs/out"), outside.Root);
        File.CreateSymbolicLink(At("docs/nowhere.md"), At("nothing.md"));
        Directory.CreateDirectory(At("docs/node_modules"));
        _project.With("docs/a.md", Marked).With("docs/node_modules/c.md", Marked);
        using (var pipe = System.Diagnostics.Process.Start("mkfifo", [At("docs/pipe.md")]))
            await pipe.WaitForExitAsync();

        var run = await RunAsync().WaitAsync(TimeSpan.FromMinutes(1));

        Assert.That(run, Is.EqualTo(new Invocation(
            0, $"Wrote docs/a.md\n{WroteAll}", "")));
        Assert.That(await File.ReadAllTextAsync(Path.Combine(outside.Root, "b.md")), Is.EqualTo(Marked));
    }

    [Test]
    public async Task Drawing_ThatIsAFolder_IsOneMessage()
    {
        Directory.CreateDirectory(At("docs/architecture-blue.svg"));

        var run = await RunAsync();

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.StartWith("docs/architecture-blue.svg can't be written: "));
    }

    [Test]
    public async Task Document_ThatNestsWithoutEnd_IsOneMessage()
    {
        _project.With("docs/a.md", new string('>', 20_000));

        Assert.That(await RunAsync(), Is.EqualTo(new Invocation(
            2, "", "docs/a.md is no Markdown that a parser could follow: restore it from git\n")));
    }

    private Task<Invocation> RunAsync(params string[] args) => Invocation.Of(_project.Root, ["docs", .. args]);

    private string Text(string file) => File.ReadAllText(At(file));

    private string At(string file) => Path.Combine(_project.Root, file);
}
