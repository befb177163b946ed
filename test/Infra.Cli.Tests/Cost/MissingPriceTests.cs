using System.Text.Json;
using Infra.Cli.Cost;
using Infra.Cli.Cost.Prices;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Tests.BadInput;
using Infra.Cli.Tests.Checks;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Cost;

/// <summary>A price that is not known is a gap that every output names, and no failure.</summary>
internal sealed class MissingPriceTests
{
    private static readonly string[] Unpriced = ["cost", "dev", "--set", "instanceType=m3.medium"];

    [Test]
    public async Task InstanceType_ThatTheBookLacks_IsAGapInTheTotal()
    {
        var run = await Invocation.Of(Reference.Root, Unpriced);

        Assert.Multiple(() =>
        {
            Assert.That(run.ExitCode, Is.Zero);
            Assert.That(run.Error, Is.Empty);
            Assert.That(run.Out, Does.Match(@"\nServers: m3\.medium +730 to 2,190 hours +\? +\? +\?\n"));
            Assert.That(run.Out, Does.Match(@"\nTotal, at least +44\.43 +50\.04\n"));
            Assert.That(
                run.Out.ReplaceLineEndings(" "),
                Does.Contain(
                    "The total of dev is more by what has no price here: m3.medium in eu-west-1. "
                    + "'infra prices eu-west-1 --update' reads"));
        });
    }

    [Test]
    public async Task Complete_WithAGap_PrintsAllTheSame_AndFails()
    {
        var run = await Invocation.Of(Reference.Root, [.. Unpriced, "--complete"]);

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Out, Is.EqualTo((await Invocation.Of(Reference.Root, Unpriced)).Out));
    }

    [TestCase("dev")]
    [TestCase("dev", "egress=nat", "waf=true")]
    [PlainCase("prod", "zones=[\"eu-west-2a\",\"eu-west-2b\",\"eu-west-2c\"]")]
    public async Task Complete_InLondon_Passes(string stack, params string[] settings)
    {
        string[] all = stack == "dev" ? Stacks.In("eu-west-2", settings) : ["aws:region=eu-west-2", .. settings];

        var run = await Invocation.Of(
            Reference.Root, ["cost", stack, "--complete", .. all.SelectMany(setting => new[] { "--set", setting })]);

        Assert.That(run.ExitCode, Is.Zero, run.Out + run.Error);
    }

    // Somebody's partition, or a region that AWS has opened since.
    [Test]
    public async Task Region_ThatTheBookLacks_HasGapsForAllThatIsItsOwn()
    {
        var graph = await Graphs.Of("dev");

        var estimate = CostEstimator.Estimate(
            new(graph.ProjectName, graph.StackName, "xx-north-9", graph.Nodes, graph.Outputs), new(), PriceBook.Default);

        Assert.That(estimate.IsComplete, Is.False);
        Assert.That(estimate.Gaps.Select(gap => gap.Price.Thing), Is.All.EndsWith(" in xx-north-9"));
        Assert.That(estimate.Line("Dashboard").Minimum, Is.EqualTo(3m));
    }

    [Test]
    public async Task Json_OfAGap_HasNoAmount_AndNamesIt()
    {
        var run = await Invocation.Of(Reference.Root, [.. Unpriced, "--json"]);

        var json = JsonDocument.Parse(run.Out).RootElement;
        var line = json.GetProperty("lines").EnumerateArray().Single(line => line.GetProperty("item").GetString() == "Servers");
        Assert.Multiple(() =>
        {
            Assert.That(json.GetProperty("isComplete").GetBoolean(), Is.False);
            Assert.That(
                json.GetProperty("gaps").EnumerateArray().Select(gap => gap.GetString()), Is.EqualTo(new[] { "m3.medium in eu-west-1" }));
            Assert.That(line.GetProperty("amount").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(line.GetProperty("prices").GetArrayLength(), Is.Zero);
        });
    }

    [Test]
    public async Task Comparison_WithAGap_HasNoChangeThere()
    {
        var text = await Invocation.Of(Reference.Root, [.. Unpriced, "--compare", "prod"]);
        var json = await Invocation.Of(Reference.Root, [.. Unpriced, "--compare", "prod", "--json"]);

        Assert.Multiple(() =>
        {
            Assert.That(text.Out, Does.Match(@"\nServers +\? +\? +\? +\? +\? +\?\n"));
            Assert.That(text.Out, Does.Match(@"\nTotal, at least +44\.43 +[0-9.]+ +\? +50\.04 +[0-9.]+ +\?\n"));
            Assert.That(JsonDocument.Parse(json.Out).RootElement.GetProperty("difference").ValueKind, Is.EqualTo(JsonValueKind.Null));
        });
    }

    [TestCase("live", "a")]
    [TestCase("a", "live")]
    public async Task Complete_WithAGapInOneOfTwoStacks_Fails(string stack, string other)
    {
        using var project = new TemporaryProject()
            .With("Pulumi.a.yaml", StackFile.And(""))
            .With("Pulumi.live.yaml", StackFile.And("  infra:instanceType: m3.medium"));

        var run = await Invocation.Of(project.Root, "cost", stack, "--compare", other, "--complete");

        Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
    }

    [TestCase("live", "a", false)]
    [TestCase("a", "live", false)]
    [TestCase("a", "a", true)]
    public async Task Json_OfTwoStacks_HasADifferenceWhereNeitherHasAGap(string stack, string other, bool hasOne)
    {
        using var project = new TemporaryProject()
            .With("Pulumi.a.yaml", StackFile.And(""))
            .With("Pulumi.live.yaml", StackFile.And("  infra:instanceType: m3.medium"));

        var run = await Invocation.Of(project.Root, "cost", stack, "--compare", other, "--json");

        var difference = JsonDocument.Parse(run.Out).RootElement.GetProperty("difference");
        Assert.That(difference.ValueKind, Is.EqualTo(hasOne ? JsonValueKind.Object : JsonValueKind.Null));
    }

    [Test]
    public async Task Document_WithAGap_SaysAtLeast() =>
        Assert.That(
            CostFragment.Of([await Graphs.Of("dev", "instanceType=m3.medium")]),
            Does.Contain("| dev | at least 44.43 with 1 | at least 50.04 with 3 |"));

    [Test]
    public async Task Diff_WithAGap_NamesIt()
    {
        var graph = await Graphs.Of("dev", "instanceType=m3.medium");

        Assert.That(DiffFacts.Of(graph, Reference.Root, isCheckout: true).Cost.Gaps, Is.EqualTo("m3.medium in eu-west-1"));
    }

    // The longest names that AWS takes, and no end of those that a plan may have.
    [Test]
    public async Task Text_OfLongNames_KeepsTo80Columns()
    {
        var graph = (await Graphs.Of("prod", "egress=nat")).Twice("fleet-group").Twice("web-alb");
        var name = new string('x', 90);
        var nodes = graph.Nodes.Select(node => node with { Name = $"{node.Name}-{name}" }).ToList();
        var plan = new ResourceGraph(graph.ProjectName, $"production-{name}", "ap-southeast-1", nodes, graph.Outputs);

        var run = await Invocation.Of(plan, "cost", "dev", "--traffic-gb", "512000", "--requests", "5000000000");
        var both = await Invocation.Of(plan, "cost", "dev", "--compare", "prod", "--traffic-gb", "512000", "--requests", "5000000000");

        Assert.Multiple(() =>
        {
            Assert.That(run.Error + both.Error, Is.Empty);
            Assert.That((run.Out + both.Out).Split('\n').Where(line => line.Length > 80), Is.Empty);
        });
    }
}
