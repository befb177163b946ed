using Infra.Cli.Cost;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Tests.Rehearsal;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Cost;

/// <summary>The table of costs in a document, to the letter.</summary>
internal sealed class CostFragmentTests
{
    [Test]
    public async Task Document_OfOneRegion_IsAsAccepted() =>
        Golden.Verify("fragment-one-region", CostFragment.Of([await Of("dev"), await Of("prod")]));

    [Test]
    public async Task Document_OfTwoRegions_NamesEach() =>
        Golden.Verify("fragment-two-regions", CostFragment.Of([await Of("dev"), await Of("dev", Stacks.In("eu-west-2"))]));

    // One has an hour without a price, one has a log that nobody knows for how long it is kept.
    [Test]
    public async Task Document_OfStacksWithoutSomePrices_SaysSo() => Golden.Verify(
        "fragment-gaps",
        CostFragment.Of([await Of("dev", "instanceType=m3.medium"), (await Of("prod")).With(TypeToken.LogGroup, "retentionInDays", null)]));

    [Test]
    public async Task Document_WithNoPriceAtAll_HasNoDates() =>
        Golden.Verify("fragment-none", CostFragment.Of([(await Of("prod")).With(TypeToken.LogGroup, "retentionInDays", null)]));

    // One with traffic alone has a record of one day between those of the other.
    [TestCase(false)]
    [TestCase(true)]
    public async Task Document_OfStacksWithOtherDates_HasTheOldestAndTheNewest(bool isBareFirst)
    {
        ResourceGraph[] stacks = [await Of("dev"), await Stacks.BareAsync()];

        Assert.That(
            CostFragment.Of(isBareFirst ? [.. stacks.Reverse()] : stacks),
            Does.Contain(", at AWS's list prices, recorded 2025-10-28 to 2026-10-10, with 100 GB"));
    }

    private static Task<ResourceGraph> Of(string stack, params string[] settings) => Graphs.Of(stack, settings);
}
