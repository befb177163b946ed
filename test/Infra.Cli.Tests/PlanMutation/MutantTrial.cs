using Infra.Cli.Checks;
using Infra.Cli.Checks.Waivers;
using Infra.Cli.Live.Claims;
using Infra.Cli.Shell;
using Infra.Cli.Tests.Rehearsal;
using Infra.Cli.Tests.Rehearsal.Script;

namespace Infra.Cli.Tests.PlanMutation;

/// <summary>Who notices a mutant.</summary>
internal enum Noticed
{
    /// <summary>Nobody: it survives.</summary>
    No,

    /// <summary>The SDK or this tool does not take it for a plan.</summary>
    ByRefusal,

    /// <summary>A control fails.</summary>
    ByControl,

    /// <summary>All controls pass, and a claim of the simulated rehearsal fails.</summary>
    ByRehearsal,
}

/// <summary>Tries whether a mutant is noticed.</summary>
internal static class MutantTrial
{
    private static readonly IReadOnlyList<Waiver> Waivers = WaiverFile.OfTheDesign();

    public static async Task<Noticed> RunAsync(PlanMutant mutant)
    {
        if (mutant.Path != "" && RequiredInputs.FirstMissing(mutant.Plan[mutant.Resource.Urn]) is not null)
            return Noticed.ByRefusal;

        try
        {
            if (!CheckReport.Of(mutant.Plan, Waivers, isWhatIf: true).Passed)
                return Noticed.ByControl;

            var rehearsal = await Declarations.Of(mutant.Plan).RehearseAsync();
            return rehearsal.Verdicts.Any(verdict => verdict.Finding.Outcome == Outcome.Fail) ? Noticed.ByRehearsal : Noticed.No;
        }
        catch (InvalidUsageException)
        {
            return Noticed.ByRefusal;
        }
    }
}
