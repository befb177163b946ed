using Infra.Cli.Tests.BadInput;

namespace Infra.Cli.Tests.Documents;

public sealed class DocumentsCommandTests
{
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
            0, "Wrote docs/architecture-blue.svg\nWrote docs/architecture-live.svg\n", "")));

        foreach (var stack in (string[])["blue", "live"])
        {
            var drawn = await Invocation.Of(_project.Root, "diagram", stack);
            Assert.That(await File.ReadAllTextAsync(At($"docs/architecture-{stack}.svg")), Is.EqualTo(drawn.Out));
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

    [TestCase("cost-table", "| blue | ", "| live | ", "USD a month in eu-west-1", "`infra cost live`")]
    [TestCase("counts", "| blue | ", "| live | ")]
    [TestCase("drawing", "architecture-blue.svg")]
    [TestCase("drawing-slide", "## The drawing: live", "![h:610](docs/architecture-live.svg)")]
    [TestCase("drawings", "## blue", "## live", "docs/architecture-live.svg")]
    [TestCase("expected-times", "| blue | 50 s |", "| live | 50 s |")]
    [TestCase("timeline", "| 00:00:00 | a sick server |", "live, simulated by AWS's rules")]
    [TestCase("waivers", "| `alb-internal` | `web-alb` | every stack |", "| unprotected stacks |")]
    public async Task Fragment_IsAboutTheStacks(string name, params string[] says)
    {
        _project.With("README.md", $"<!-- generated: {name} -->\n<!-- end -->\n");

        Assert.That((await RunAsync()).Error, Is.Empty);

        var text = Text("README.md");
        foreach (var part in says)
            Assert.That(text, Does.Contain(part));
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
            1, "", "not what the stacks are now: README.md, docs/architecture-live.svg: run 'infra docs'\n")));
        Assert.That(Text("docs/architecture-live.svg"), Is.EqualTo(before));
    }

    [Test]
    public async Task Drawing_OfAStackThatIsGone_IsRemoved_AndNoOtherFile()
    {
        _project.With("docs/architecture-mine.svg", "<svg>of my own</svg>");
        await RunAsync();
        File.Delete(At("Pulumi.blue.yaml"));

        Assert.That(await RunAsync(), Is.EqualTo(new Invocation(0, "Removed docs/architecture-blue.svg\n", "")));
        Assert.That(At("docs/architecture-mine.svg"), Does.Exist);
    }

    [Test]
    public async Task Cost_InARegionWithoutPrices_IsSaidNotToBeEstimated()
    {
        _project.With("README.md", "<!-- generated: cost-table -->\n<!-- end -->\n")
            .With("Pulumi.blue.yaml", "config:\n  aws:region: eu-west-3\n  infra:zones: [eu-west-3a, eu-west-3b]\n");

        Assert.That((await RunAsync()).Error, Is.Empty);
        Assert.That(Text("README.md"), Does.Contain("| blue, in eu-west-3 | not estimated: ").And.Contain("| live, in eu-west-1 | "));
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

        Assert.That(await RunAsync(), Is.EqualTo(new Invocation(2, "", "there is no stack to document: add Pulumi.<stack>.yaml\n")));
    }

    private Task<Invocation> RunAsync(params string[] args) => Invocation.Of(_project.Root, ["docs", .. args]);

    private string Text(string file) => File.ReadAllText(At(file));

    private string At(string file) => Path.Combine(_project.Root, file);
}
