using Infra.Cli.Diff;
using Infra.Cli.Diff.Effects;
using Infra.Cli.Diff.Resources;
using Infra.Cli.Tests.Checks;

namespace Infra.Cli.Tests.Diff;

/// <summary>What a change of the launch template does to prod's servers.</summary>
internal sealed class EffectTests
{
    [TestCase(RollKind.None, "tags.Owner")]
    [TestCase(RollKind.Prepared, "imageId")]
    [TestCase(RollKind.Prepared, "tags.Owner", "imageId")]
    public async Task Template_WithMoreThanOtherTags_IsARoll(RollKind roll, params string[] inputs)
    {
        var before = await RecordedStacks.Prod();
        var after = inputs.Aggregate(before, (stack, input) => stack.Set("fleet-launch-template", input, "other"));

        Assert.That(Effect.Of(GraphDiff.Between(before, after)).Roll, Is.EqualTo(roll));
    }

    [Test]
    public async Task Subnets_OfTheGroup_AreARollThatStartsAtOnce()
    {
        var before = await RecordedStacks.Prod();
        var after = before.Set("fleet-group", "vpcZoneIdentifiers", Edits.List(before.Named("net-private-a").Id!));

        Assert.That(Effect.Of(GraphDiff.Between(before, after)).Roll, Is.EqualTo(RollKind.Started));
    }

    // By promotion the next one is ready before the only server leaves.
    [TestCase(2d, "imageId", false)]
    [TestCase(1d, "imageId", false)]
    [TestCase(2d, "subnets", false)]
    [TestCase(1d, "subnets", true)]
    public async Task Roll_OfTheOnlyServer_InterruptsWhereDeploymentStartsIt(double servers, string change, bool interrupts)
    {
        var before = (await RecordedStacks.Prod()).Set("fleet-group", "minSize", servers);
        var after = change == "imageId"
            ? before.Set("fleet-launch-template", "imageId", "other")
            : before.Set("fleet-group", "vpcZoneIdentifiers", Edits.List(before.Named("net-private-a").Id!));

        var breaks = Effect.Of(GraphDiff.Between(before, after)).Breaks;

        Assert.That(breaks.Any(one => one.Who.Contains("only server", StringComparison.Ordinal)), Is.EqualTo(interrupts));
    }
}
