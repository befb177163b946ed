namespace Infra.Cli.Tests.Cost;

internal sealed class CostEstimateTests
{
    // Traffic alone: it has a record of one day, of more than one with others, or none at all.
    [TestCase("eu-west-1", "recorded 2026-01-26")]
    [TestCase("xx-north-9", "not dated")]
    public async Task Dates_OfOneRecord_AreOneOrNone(string region, string shown)
    {
        var estimate = Stacks.Estimate(await Stacks.BareAsync(region));

        Assert.That(estimate.ShownDates, Is.EqualTo(shown));
        Assert.That(estimate.Recorded is null, Is.EqualTo(shown == "not dated"));
    }

    [Test]
    public async Task Dates_OfSeveralRecords_AreTheOldestAndTheNewest() =>
        Assert.That((await Stacks.EstimateAsync("dev")).ShownDates, Is.EqualTo("recorded 2025-10-28 to 2026-10-10"));
}
