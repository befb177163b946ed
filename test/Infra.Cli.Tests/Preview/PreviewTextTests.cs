using System.Collections.Immutable;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Preview;
using Infra.Cli.Tests.Checks;
using Infra.Cli.Tests.Plan.Reading;
using Infra.Tests.Support;
using Spectre.Console;

namespace Infra.Cli.Tests.Preview;

internal sealed class PreviewTextTests
{
    private static readonly ImmutableSortedDictionary<string, object> NoOutputs = ImmutableSortedDictionary<string, object>.Empty;

    [TestCase("first preview")]
    [TestCase("export")]
    public async Task Text_OfAPlanThatWasRead_SaysNothingIsCreated(string kind)
    {
        var read = EverythingSaid.Read(EngineFiles.Kinds[kind](new(await Graphs.Of("dev"))));

        Golden.Verify($"read-{kind.Replace(' ', '-')}", Text(read, 100));
    }

    [Test]
    public void Colours_OfAPlan_AreGreenWhereItIsCreated()
    {
        const string Green = "\e[32m";
        var own = Graph("infra:a:A", "name", PlanKind.OwnPreview);
        var read = Graph("infra:a:A", "name", PlanKind.State);

        Assert.That(Text(own, 80, AnsiSupport.Yes), Does.Contain(Green));
        Assert.That(Text(read, 80, AnsiSupport.Yes), Does.Not.Contain(Green));
    }

    // The sign and the blanks take 7 columns; where something is created, the plan takes 8 more.
    [TestCase(20, 20, 55, 20, 20, Description = "both fit")]
    [TestCase(20, 20, 54, 19, 20, Description = "the type gives up what is missing")]
    [TestCase(10, 50, 55, 10, 30, Description = "a short type leaves the rest to the name")]
    [TestCase(20, 50, 55, 20, 20, Description = "a type of half the room is short")]
    [TestCase(21, 50, 55, 20, 20, Description = "two that are long have a half each")]
    [TestCase(50, 10, 55, 30, 10, Description = "a short name leaves the rest to the type")]
    [TestCase(50, 21, 56, 20, 21, Description = "a name of half the room is short")]
    [TestCase(50, 22, 56, 20, 21, Description = "a longer one is cut to that")]
    [TestCase(50, 50, 10, 10, 10, Description = "no terminal is so narrow that nothing is left")]
    public void Columns_OnANarrowTerminal_ShareTheRoom(int type, int name, int width, int typeShown, int nameShown)
    {
        var (longType, longName) = ($"infra:a:{new string('T', type - 8)}", new string('n', name));

        Assert.That(
            Rows(Graph(longType, longName, null), width)[1],
            Is.EqualTo($" +   {Cut(longType, typeShown)}  {Cut(longName, nameShown)}  create"));
        Assert.That(
            Rows(Graph(longType, longName, PlanKind.State), Math.Max(width - 8, 0))[1],
            Is.EqualTo($"     {Cut(longType, typeShown)}  {Cut(longName, nameShown)}"));
    }

    [Test]
    public void Output_OfEachKind_IsShown()
    {
        var outputs = NoOutputs
            .Add("certificate", "-----BEGIN-----\nMIIB\n")
            .Add("count", 1.5)
            .Add("id", UnknownValue.Instance)
            .Add("members", ImmutableDictionary<string, object>.Empty.Add("b", 1.0).Add("a", 2.0))
            .Add("names", ImmutableArray.Create<object>("a", true, false))
            .Add("url", "https://example.com");

        var text = Text(Graph("infra:a:A", "name", null, outputs), 80);

        var shown = text.Split('\n').SkipWhile(line => line != "Outputs:").TakeWhile(line => line.Length > 0);
        Assert.That(string.Join('\n', shown), Is.EqualTo(
            """
            Outputs:
                certificate: "-----BEGIN-----..."
                count      : 1.5
                id         : "(not known yet)"
                members    : {a, b}
                names      : ["a", true, false]
                url        : "https://example.com"
            """));
    }

    [PlainCase(null, "\n\nCost: none.\n")]
    [PlainCase("the bucket is public", "\n\nNote: the bucket is public\n\nCost: none.\n")]
    public void Note_OfAPlan_StandsBeforeWhatOtherCommandsSay(string? note, string end)
    {
        var stack = new ResourceGraph("infra", "dev", "eu-west-1", Graph("infra:a:A", "name", null).Nodes, NoOutputs) { Note = note };

        Assert.That(Text(stack, 80), Does.EndWith(end).And.Not.EndWith($"\n{end}"));
    }

    [Test]
    public void Output_OfAnotherKind_IsRefusedByName() => Assert.That(
        () => Text(Graph("infra:a:A", "name", null, NoOutputs.Add("day", DateTimeKind.Utc)), 80),
        Throws.TypeOf<NotSupportedException>()
            .With.Message.EqualTo("an output that is DateTimeKind can't be shown; add it to PreviewText"));

    private static string Cut(string text, int width) => text.Length <= width ? text : $"{text[..(width - 3)]}...";

    private static ResourceGraph Graph(
        string type, string name, PlanKind? origin, ImmutableSortedDictionary<string, object>? outputs = null) =>
        new(
            "infra", "dev", "eu-west-1",
            [
                new()
                {
                    Urn = name,
                    Type = type,
                    Name = name,
                    IsCustom = false,
                    Inputs = ImmutableDictionary<string, object>.Empty,
                    Outputs = ImmutableDictionary<string, object>.Empty,
                    Options = new(),
                },
            ],
            outputs ?? NoOutputs)
        {
            Origin = origin,
        };

    private static string[] Rows(ResourceGraph graph, int width) =>
        [.. Text(graph, width).Split('\n').SkipWhile(line => !line.Contains("Type", StringComparison.Ordinal))];

    private static string Text(ResourceGraph graph, int width, AnsiSupport colours = AnsiSupport.No)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new()
        {
            Out = new AnsiConsoleOutput(text),
            Ansi = colours,
            ColorSystem = colours == AnsiSupport.Yes ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
        });
        new PreviewText(graph, new AnsiWriter(text, console.Profile.Capabilities), width).Write("Cost: none.");
        return text.ToString();
    }
}
