using System.Collections.Concurrent;
using System.Globalization;
using Infra.Cli.Checks;
using Infra.Cli.Checks.Waivers;
using Infra.Cli.Tests.Checks;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.PlanMutation;

/// <summary>
/// Whether somebody notices when any one input of a plan is wrong. <c>eng/mutation/run plan</c> runs these and shows what they found.
/// </summary>
[Category("Slow")]
public sealed class PlanMutationTests
{
    private const double LeastNoticed = 0.97;

    [Test]
    public async Task Mutants_OfEveryInput_AreNoticed_OrBreakNothing()
    {
        var table = SurvivorTable.Read();
        var lines = new List<string>();
        var unexplained = new List<PlanMutant>();
        var shares = new List<double>();
        foreach (var stack in new[] { "dev", "prod" })
        {
            var trials = await TryAsync(stack);
            var survivors = trials.Where(trial => trial.Noticed == Noticed.No).Select(trial => trial.Mutant).ToList();
            unexplained.AddRange(survivors.Where(survivor => table.ReasonOf(survivor) is null));
            var same = survivors.Count(survivor => table.ReasonOf(survivor) is { } reason && SurvivorTable.IsSame(reason));
            lines.Add(Line(stack, trials.Select(trial => trial.Noticed).ToList(), same));
            shares.Add((double)(trials.Count - survivors.Count) / trials.Count);
        }

        TestContext.Out.WriteLine(string.Join('\n', lines));
        foreach (var same in unexplained.GroupBy(mutant => $"| `{mutant.Family}` | {mutant.Kind} |"))
            TestContext.Out.WriteLine($"{same.Key} {same.Count()}, as {same.First()}");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(shares, Has.All.AtLeast(LeastNoticed));
            Assert.That(unexplained, Is.Empty, "each survivor needs a control, or a reason in eng/mutation/plan-survivors.md");
            Assert.That(table.Unused, Is.Empty, "these rows explain nobody");
            foreach (var line in lines)
                Assert.That(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs/testing.md")), Does.Contain(line));
        }
    }

    private static async Task<IReadOnlyList<(PlanMutant Mutant, Noticed Noticed)>> TryAsync(string stack)
    {
        var plans = new[] { await RecordedStacks.Dev(), await RecordedStacks.Prod() };
        foreach (var right in plans)
            Assert.That(CheckReport.Of(right, WaiverFile.OfTheDesign()).Passed, Is.True, $"{right.StackName} as it is must pass");
        var trials = new ConcurrentBag<(PlanMutant, Noticed)>();
        await Parallel.ForEachAsync(
            PlanMutator.Of(plans.Single(plan => plan.StackName == stack), plans),
            async (mutant, _) => trials.Add((mutant, await MutantTrial.RunAsync(mutant))));
        return [.. trials];
    }

    private static string Line(string stack, List<Noticed> trials, int same)
    {
        int Count(Noticed noticed) => trials.Count(trial => trial == noticed);
        var survivors = Count(Noticed.No);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {stack} | {trials.Count:N0} | {Count(Noticed.ByRefusal):N0} | {Count(Noticed.ByControl):N0} "
            + $"| {Count(Noticed.ByRehearsal):N0} | {survivors - same:N0} | {same:N0} "
            + $"| {100.0 * (trials.Count - survivors) / trials.Count:F1} % |");
    }
}
