using Infra.Cli.Plan.Reading.Live;

namespace Infra.Cli.Tests.Plan.Reading.Live;

public sealed class WatchedInputsTests
{
    // A name that no type has would watch nothing.
    [Test]
    public void Watched_All_AreInputsOfTheirTypes()
    {
        var types = PlanVariants.Stacks.SelectMany(stack => PlanVariants.Of(stack, "").Single().Nodes).Select(node => node.Type).Distinct();
        var watched = types
            .SelectMany(type => ProviderDefaults.Watched(type).Select(input => (Type: type, Input: input))).ToList();
        var known = typeof(Pulumi.Aws.Provider).Assembly.GetTypes()
            .SelectMany(type => type.GetProperties().Select(property => $"{type.Name}.{property.Name}"))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

        Assert.That(watched, Has.Count.GreaterThan(50));
        Assert.That(watched.Where(one => !known.Contains($"{one.Type.Split(':')[^1]}Args.{one.Input}")), Is.Empty);
    }
}
