using System.CommandLine;
using System.CommandLine.Completions;
using System.Text.Json.Nodes;
using Infra.Cli.Plan;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;
using Infra.Cli.Tests.Checks;
using Infra.Cli.Tests.Plan.Reading;
using Infra.Cli.Tests.Rehearsal.LoadBalancing;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Plan;

/// <summary>The argument and the options by themselves, and what is known of a file besides its stack.</summary>
internal sealed class StackArgumentsTests
{
    private const string Beside = "--cli and --no-environment say where settings are from, and --from has a plan: leave them out.";

    private readonly List<Func<string, string>> _edits = [];
    private readonly StringWriter _error = new();
    private readonly PlanSource _none = _ => throw new AssertionException("no plan is made");

    private TemporaryProject _project = null!;
    private string _before = "";

    private Terminal Terminal => new(TextWriter.Null, _error, PlainConsole.Of(TextWriter.Null)) { Conceal = _edits.Add };

    [SetUp]
    public void InAProject()
    {
        _edits.Clear();
        _error.GetStringBuilder().Clear();
        _before = Environment.CurrentDirectory;
        _project = new TemporaryProject().With("Pulumi.dev.yaml", File.ReadAllText(Path.Combine(Reference.Root, "Pulumi.dev.yaml")));
        Environment.CurrentDirectory = _project.Root;
    }

    [TearDown]
    public void WhereItWas()
    {
        Environment.CurrentDirectory = _before;
        _project.Dispose();
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Arguments_AreAsAccepted(bool takesFiles)
    {
        var command = new Command("check");
        _ = new StackArguments(command, _none, takesFiles ? Terminal : null);

        var symbols = command.Arguments.Select(argument => (argument.Name, argument.HelpName, argument.Description, argument.Arity))
            .Concat(command.Options.Select(option => (option.Name, option.HelpName, option.Description, option.Arity)));
        Golden.Verify(takesFiles ? "stack-or-file" : "stack-alone", string.Concat(symbols.Select(symbol =>
            $"{symbol.Name} {symbol.HelpName} {symbol.Arity.MinimumNumberOfValues}-{symbol.Arity.MaximumNumberOfValues}\n"
            + $"    {symbol.Description}\n")));
    }

    [Test]
    public void Arguments_AreCompleted()
    {
        var command = new Command("check");
        _ = new StackArguments(command, _none);

        Assert.That(Labels(command.Arguments.Single().GetCompletions(CompletionContext.Empty)), Does.Contain("dev"));
        Assert.That(
            Labels(command.Options.Single(option => option.Name == "--set").GetCompletions(CompletionContext.Empty)),
            Does.Contain("minServers="));

        static IEnumerable<string> Labels(IEnumerable<CompletionItem> items) => items.Select(item => item.Label);
    }

    [Test]
    public async Task Set_TakesOneValue_AndLeavesTheStack()
    {
        var command = new Command("check");
        var arguments = new StackArguments(command, _none);

        var configuration = await arguments.ConfigurationAsync(command.Parse("--set minServers=2 dev"), CancellationToken.None);

        Assert.That((configuration.StackName, configuration.Values["infra:minServers"].Shown), Is.EqualTo(("dev", "2")));
    }

    [TestCase("dev", false)]
    [TestCase("--from a.json", true)]
    public void File_IsNamed_OrNot(string line, bool isFile)
    {
        var command = new Command("check");
        var arguments = new StackArguments(command, _none, Terminal);
        var parsed = command.Parse(line);

        Assert.That(parsed.Errors, Is.Empty);
        Assert.That((arguments.IsFromFile(parsed.CommandResult), arguments.File(parsed)), Is.EqualTo((isFile, isFile ? "a.json" : null)));
    }

    [TestCase("--from a.json --cli", Beside)]
    [TestCase("--from a.json --no-environment", Beside)]
    [TestCase("--cli --no-environment dev", "Give --cli or --no-environment, and not both.")]
    [TestCase("--cli dev", null)]
    [TestCase("--no-environment dev", null)]
    public void Options_ThatExcludeEachOther_AreNotGivenTogether(string line, string? error)
    {
        var command = new Command("check");
        _ = new StackArguments(command, _none, Terminal);

        Assert.That(command.Parse(line).Errors.Select(each => each.Message), error is null ? Is.Empty : Is.EqualTo([error]));
    }

    [Test]
    public async Task Stack_ThatTakesLong_IsSaidToBeRead_WhereSomebodyWatches()
    {
        var command = new Command("check");
        var arguments = new StackArguments(
            command,
            async _ =>
            {
                while (_error.ToString() == "")
                    await Task.Delay(20);
                return SmallStack.Of();
            },
            Terminal with { IsErrorWatched = true });

        await arguments.PlanAsync(command.Parse("dev"), CancellationToken.None).InTimeAsync();

        Assert.That(_error.ToString(), Does.Contain("Reading dev, and all files of its site and application..."));
    }

    [Test]
    public void File_WithNothingOfOurs_IsRefused()
    {
        var state = new JsonObject
        {
            ["deployment"] = new JsonObject
            {
                ["resources"] = new JsonArray(new JsonObject
                {
                    ["urn"] = "urn:pulumi:dev::infra::pulumi:pulumi:Stack::one",
                    ["type"] = "pulumi:pulumi:Stack",
                }),
            },
        };
        _project.With("a.json", state.ToJsonString());
        var command = new Command("check");
        var arguments = new StackArguments(command, _none, Terminal);

        Assert.That(
            () => arguments.PlanAsync(command.Parse("--from a.json"), CancellationToken.None),
            Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(
                "a.json must hold a stack of this program, but has none of its resources: name another file"));
    }

    [Test]
    public void File_IsToldOf_AndItsSecretsAndStandInsAreNotShown()
    {
        var loaded = Load(EngineFiles.Dev.FirstPreview());

        Assert.That(_error.ToString(), Does.StartWith("a.json is a preview of Pulumi's: stack dev of infra, 113 resources; "));
        Assert.That(_edits, Has.Count.EqualTo(2));
        Assert.That((loaded.RootDirectory, loaded.IsWhatIf), Is.EqualTo((Environment.CurrentDirectory, false)));
    }

    [Test]
    public void File_IsOfTheProjectThatItIsReadIn_OrOfNone()
    {
        var root = Environment.CurrentDirectory;
        _project.With("site/a.json", EngineFiles.Dev.FirstPreview());
        Environment.CurrentDirectory = Path.Combine(root, "site");
        Assert.That(StackArguments.FromFile("a.json", Terminal).RootDirectory, Is.EqualTo(root));

        var outside = Directory.CreateTempSubdirectory("infra-");
        File.Copy("a.json", Path.Combine(outside.FullName, "a.json"));
        Environment.CurrentDirectory = outside.FullName;
        var loaded = StackArguments.FromFile("a.json", Terminal);

        Assert.That((loaded.RootDirectory, loaded.IsWhatIf), Is.EqualTo((Environment.CurrentDirectory, true)));
        Environment.CurrentDirectory = root;
        outside.Delete(recursive: true);
    }

    // Who can't read the stack's file does not know that the plan is of it.
    [Test]
    public void File_BesideAStackFileThatCanNotBeRead_IsAnotherStacks()
    {
        _project.With("Pulumi.dev.yaml", "config: [");

        Assert.That(Load(EngineFiles.Dev.FirstPreview()).IsWhatIf, Is.True);
    }

    [TestCase(false, true)]
    [TestCase(true, false)]
    public void State_HasTheStackFileAtHand_UnlessSomethingHasComeSince(bool isFormer, bool hasConfiguration)
    {
        _project.With("a.json", EngineFiles.Dev.Export());
        Assert.That(
            StackArguments.FromFile("a.json", Terminal, isFormer: isFormer).Graph.Configuration.IsEmpty, Is.EqualTo(!hasConfiguration));

        // A preview has its own.
        _project.With("a.json", EngineFiles.Dev.FirstPreview());
        Assert.That(StackArguments.FromFile("a.json", Terminal, isFormer: isFormer).Graph.Configuration, Is.Not.Empty);
    }

    [TestCase(false, PlanKind.Preview)]
    [TestCase(true, PlanKind.Found)]
    public void Preview_IsTakenForWhatItWouldMake_OrForWhatItFound(bool isLive, PlanKind kind)
    {
        _project.With("a.json", EngineFiles.Dev.UpdatePreview());

        Assert.That(StackArguments.FromFile("a.json", Terminal, isLive).Graph.Origin, Is.EqualTo(kind));
    }

    private LoadedPlan Load(string text)
    {
        _project.With("a.json", text);
        return StackArguments.FromFile("a.json", Terminal);
    }
}
