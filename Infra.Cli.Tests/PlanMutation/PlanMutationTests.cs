using Infra.Cli.Checks;
using Infra.Cli.Checks.Waivers;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Rehearsal.Script;
using Infra.Cli.Live.Claims;
using Infra.Cli.Tests.Checks;
using Infra.Cli.Tests.Rehearsal;
using Infra.Cli.Tests.Rehearsal.Script;

namespace Infra.Cli.Tests.PlanMutation;

[Category("Slow")]
public sealed class PlanMutationTests
{
    [Test]
    public async Task Mutants([Values("dev", "prod")] string stack)
    {
        var plans = new[] { await RecordedStacks.Dev(), await RecordedStacks.Prod() };
        var plan = plans.Single(plan => plan.StackName == stack);
        var mutants = PlanMutator.Of(plan, plans).ToList();
        var waivers = WaiverFile.OfTheDesign();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var survivors = new System.Collections.Concurrent.ConcurrentBag<PlanMutant>();
        var byControl = 0; var byRefusal = 0; var byRehearsal = 0;
        await Parallel.ForEachAsync(mutants, async (mutant, _) =>
        {
            try
            {
                if (mutant.Path != "" && RequiredInputs.FirstMissing(mutant.Plan[mutant.Resource.Urn]) is not null)
                    Interlocked.Increment(ref byRefusal);
                else if (!CheckReport.Of(mutant.Plan, waivers, isWhatIf: true).Passed)
                    Interlocked.Increment(ref byControl);
                else if (!Environment.GetEnvironmentVariables().Contains("NOREHEARSAL") && (await Declarations.Of(mutant.Plan).RehearseAsync()).Verdicts.Any(verdict => verdict.Finding.Outcome == Outcome.Fail))
                    Interlocked.Increment(ref byRehearsal);
                else
                    survivors.Add(mutant);
            }
            catch (Infra.Cli.Shell.InvalidUsageException)
            {
                Interlocked.Increment(ref byRefusal);
            }
            catch (Exception e)
            {
                TestContext.Out.WriteLine($"CRASH {mutant} {e}");
            }
        });
        TestContext.Out.WriteLine($"{stack} {mutants.Count} mutants {clock.Elapsed} control {byControl} refusal {byRefusal} rehearsal {byRehearsal} survivors {survivors.Count}");
        File.WriteAllLines($"/tmp/survivors-{stack}.txt", survivors.Select(s => $"{s.Family}\t{s.Kind}\t{s}").Order());
    }
}
