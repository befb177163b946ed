using FsCheck;
using FsCheck.Fluent;
using Infra.Cli.Tests.Rehearsal.Group;

namespace Infra.Cli.Tests.Properties;

/// <summary>A stack and what happens to it.</summary>
internal sealed record GroupCase(StackCase Stack, IReadOnlyList<Trouble> Troubles)
{
    public static Arbitrary<GroupCase> All { get; } = Arb.From(Generator(), Smaller);

    public override string ToString() => string.Join('\n', Troubles.Select(trouble => $"  {trouble}").Prepend($"{Stack}"));

    private static Gen<GroupCase> Generator() =>
        from stack in StackCases.All.Generator
        from seed in Gen.Choose(0, int.MaxValue)
        from count in Gen.Choose(0, 40)
        select new GroupCase(stack, TroublesOf(new(seed), count));

    private static List<Trouble> TroublesOf(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => Trouble.Any(random))];

    private static IEnumerable<GroupCase> Smaller(GroupCase one)
    {
        var troubles = one.Troubles;
        if (troubles.Count > 1)
        {
            yield return one with { Troubles = [.. troubles.Take(troubles.Count / 2)] };
            yield return one with { Troubles = [.. troubles.Skip(troubles.Count / 2)] };
        }

        for (var left = 0; left < troubles.Count; left++)
            yield return one with { Troubles = [.. troubles.Where((_, index) => index != left)] };
        foreach (var stack in StackCases.Smaller(one.Stack))
            yield return one with { Stack = stack };
    }
}
