using Infra.Cli.Cost;
using Infra.Cli.Cost.Prices;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Tests.Checks;

namespace Infra.Cli.Tests.Cost;

/// <summary>What a stack pays for that has none of a thing, or two.</summary>
internal sealed class QuantityTests
{
    private static readonly string[] Content =
    [
        "contentUpdates=live", "siteDirectory=site", "applicationDirectory=application", "applicationCommand=./run",
    ];

    // No line of nothing, and no note on what is not there.
    [Test]
    public async Task Stack_WithNothingInIt_PaysForTrafficAlone()
    {
        var estimate = Stacks.Estimate(await Stacks.BareAsync());

        Assert.That(estimate.Lines.Select(line => line.Name), Is.EqualTo(new[] { "Traffic to the internet" }));
        Assert.That(estimate.Notes, Is.Empty);
    }

    [TestCase(TypeToken.WebAcl, "Firewall", 1)]
    [TestCase(TypeToken.WebAcl, "Firewall, rules", 4)]
    [TestCase(TypeToken.Dashboard, "Dashboard", 1)]
    [TestCase(TypeToken.KmsKey, "Encryption key", 1)]
    public async Task Thing_OfWhichThereAreTwo_CostsTwice(string type, string item, decimal one)
    {
        var graph = await Graphs.Of("prod");

        var two = graph.Twice(graph.OfType(type).Single().Name);

        Assert.That((QuantityOf(graph, item), QuantityOf(two, item)), Is.EqualTo((one, 2 * one)));
    }

    // What is asked of the firewall is the same, whichever of both is asked.
    [Test]
    public async Task Requests_OfTwoFirewalls_CostAsOfOne()
    {
        var graph = await Graphs.Of("prod");

        Assert.That(
            QuantityOf(graph.Twice(graph.OfType(TypeToken.WebAcl).Single().Name), "Firewall, requests"),
            Is.EqualTo(QuantityOf(graph, "Firewall, requests")).And.EqualTo(1m));
    }

    [TestCase("Site", 0.1)]
    [TestCase("Application", 5)]
    public async Task Upload_OfWhichThereAreTwo_CostsTwice(string kind, decimal gb)
    {
        var graph = await Graphs.Of("dev", Content);
        var declared = new DeclaredStack(graph);

        var two = graph.Twice((kind == "Site" ? declared.Sites : declared.Applications).Single().Name);

        Assert.Multiple(() =>
        {
            Assert.That((QuantityOf(graph, $"{kind}, stored"), QuantityOf(two, $"{kind}, stored")), Is.EqualTo((gb, 2 * gb)));
            Assert.That(
                (QuantityOf(graph, $"{kind}, read by servers"), QuantityOf(two, $"{kind}, read by servers")), Is.EqualTo((1m, 2m)));
        });
    }

    // A server asks 4 times a minute for 730 hours.
    [TestCase("contentUpdates=live", 175.2)]
    [TestCase("contentUpdates=roll", null)]
    public async Task Site_ThatServersTakeWhileTheyRun_IsAskedForByEach(string updates, decimal? thousands)
    {
        var graph = (await Graphs.Of("dev", updates)).Twice(
            "fleet-launch-template", other => other with { Inputs = other.Inputs.Remove("userData") });

        var line = Stacks.Estimate(graph).Lines.SingleOrDefault(line => line.Item == "Site, asked for its version");

        Assert.That((line?.MinimumQuantity, line?.MaximumQuantity), Is.EqualTo((thousands, 3 * thousands)));
    }

    private static decimal QuantityOf(ResourceGraph graph, string item) => Stacks.Estimate(graph).Line(item).MinimumQuantity;
}
