using Infra.Cli.Cost;
using Infra.Cli.Cost.Prices;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Tests.Checks;

namespace Infra.Cli.Tests.Cost;

/// <summary>What an estimate says beside its lines.</summary>
internal sealed class NoteTests
{
    private const string BetweenZones = "data transfer between zones";
    private const string Rotation = "rotated once a year, and costs $1.00 more";

    [Test]
    public async Task Notes_OfAStackWithADomain_NameTheZoneThatIsNotItsOwn()
    {
        Assert.That((await Stacks.EstimateAsync("prod")).Notes, Has.Some.StartsWith("Not included: the hosted zone, $0.50 a month"));
        Assert.That((await Stacks.EstimateAsync("dev")).Notes, Has.None.Contains("hosted zone"));
    }

    [TestCase("egress=nat", true)]
    [TestCase("egress=nat-per-zone", false)]
    [TestCase("egress=endpoints", false)]
    public async Task Notes_OfServersThatShareANatGateway_NameTransferBetweenZones(string egress, bool isNamed)
    {
        var notes = (await Stacks.EstimateAsync("dev", egress)).Notes;

        Assert.That(notes.Count(note => note.Contains(BetweenZones, StringComparison.Ordinal)), Is.EqualTo(isNamed ? 1 : 0));
    }

    // One group that shares it is enough.
    [Test]
    public async Task Notes_OfOneGroupOfTwoThatSharesANatGateway_NameTransferBetweenZones()
    {
        var graph = await Graphs.Of("dev", "egress=nat");
        var subnet = graph.Named("fleet-group").Texts("vpcZoneIdentifiers")[0];
        var two = graph.Twice("fleet-group").Set("fleet-group-2", "vpcZoneIdentifiers", Edits.List(subnet));
        var none = two.Set("fleet-group", "vpcZoneIdentifiers", Edits.List(subnet));

        Assert.That(Stacks.Estimate(two).Notes, Has.One.Contains(BetweenZones));
        Assert.That(Stacks.Estimate(none).Notes, Has.None.Contains(BetweenZones));
    }

    [TestCase(true, true, 1)]
    [TestCase(true, false, 1)]
    [TestCase(false, true, 1)]
    [TestCase(false, false, 0)]
    public async Task Notes_OfAKeyThatIsRotated_SayWhatItWillCost(bool first, bool second, int notes)
    {
        var graph = await Graphs.Of("dev");
        var key = graph.OfType(TypeToken.KmsKey).Single().Name;
        var two = graph.Twice(key).Set(key, "enableKeyRotation", first).Set($"{key}-2", "enableKeyRotation", second);

        Assert.That(
            Stacks.Estimate(two).Notes.Count(note => note.Contains(Rotation, StringComparison.Ordinal)), Is.EqualTo(notes));
    }

    // The first 10,240 GB x 0.15 have a record, and no more.
    [TestCase(10_240, false)]
    [TestCase(10_240.01, true)]
    [TestCase(12_000, true)]
    public async Task Traffic_BeyondItsRecord_IsPricedAsBelow_AndSaysSo(decimal gb, bool isBeyond)
    {
        var graph = await Graphs.Of("dev", Stacks.In("sa-east-1"));

        var estimate = CostEstimator.Estimate(graph, new() { TrafficGb = gb }, PriceBook.Default);

        Assert.That(estimate.Line("Traffic to the internet").Minimum, Is.EqualTo(gb * 0.15m).Within(0.005m));
        Assert.That(
            estimate.Notes.Where(note => note.Contains("is priced as", StringComparison.Ordinal)),
            Is.EqualTo(isBeyond
                ? new[]
                {
                    "Traffic to the internet: what is above 10,240 GB is priced as what is below, since its own price is not known.",
                }
                : []));
    }

    // Nothing that is free, and nothing that somebody else asked for before.
    [Test]
    public async Task Notes_OfWhatAPlanDoesNotTell_NameWhatIsCharged()
    {
        var graph = (await Graphs.Of("dev"))
            .Set("web-alb", "internal", UnknownValue.Instance)
            .Set("fleet-launch-template", "monitoring.enabled", UnknownValue.Hidden);
        foreach (var lifecycle in graph.OfType(TypeToken.BucketLifecycleConfiguration))
            graph = graph.Set(lifecycle, "rules.0.noncurrentVersionExpiration.noncurrentDays", UnknownValue.Instance);
        var plan = graph.With(node => node with { Unknowns = graph.Unknowns });
        plan.Unknowns.Note(plan.Named("fleet-group"), "minSize");

        Assert.That(Stacks.Estimate(plan).Notes.Where(note => note.StartsWith("Priced as", StringComparison.Ordinal)), Is.EqualTo(new[]
        {
            "Priced as if it were not set: internal of web-alb is not known yet, monitoring.enabled of fleet-launch-template is secret.",
        }));
    }

    [Test]
    public async Task Notes_OfAPlanThatTellsAll_SayNothingOfIt() =>
        Assert.That((await Stacks.EstimateAsync("dev")).Notes, Has.None.StartsWith("Priced as"));
}
