namespace Infra.Cli.Checks.Waivers;

/// <summary>Something wrong with a waiver itself.</summary>
/// <param name="Waiver">The waiver.</param>
/// <param name="Problem">What is wrong, and how to mend it.</param>
internal sealed record WaiverProblem(Waiver Waiver, string Problem)
{
    /// <summary>Waivers of controls that there are not, whatever the stack.</summary>
    public static IEnumerable<WaiverProblem> Unknown(IEnumerable<Waiver> waivers) =>
        from waiver in waivers
        where !ControlCatalogue.Has(waiver.ControlId)
        select new WaiverProblem(waiver, $"there is no control '{waiver.ControlId}': name one that there is, or drop the waiver");

    /// <summary>
    /// Waivers of the project's own that nothing here needs: one that outlives its reason would hide the next failure. Those of the design
    /// are for any settings, and its tests say whether any needs them.
    /// </summary>
    /// <param name="waivers">Those for the stack that was checked.</param>
    /// <param name="results">The result of the check.</param>
    public static IEnumerable<WaiverProblem> Stale(IEnumerable<Waiver> waivers, IEnumerable<ControlResult> results)
    {
        var needed = results.SelectMany(result => result.Findings, (_, finding) => (finding.Waiver, finding.Resource.Name)).ToHashSet();
        return
            from waiver in waivers
            where !waiver.IsOfTheDesign && ControlCatalogue.Has(waiver.ControlId)
            from resource in waiver.Resources
            where !needed.Contains((waiver, resource))
            select new WaiverProblem(
                waiver,
                $"{resource} does not fail {waiver.ControlId}: drop it from the waiver, or say where it does, by 'when' or 'stacks'");
    }
}
