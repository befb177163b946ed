namespace Infra.Cli.Diff.Facts;

/// <summary>A control that says something else than before.</summary>
/// <param name="Id">The control's id.</param>
/// <param name="Title">What holds when it passes.</param>
/// <param name="Before">What it said before.</param>
/// <param name="After">What it says now.</param>
/// <param name="Problems">What it finds now and did not find before.</param>
internal sealed record ControlChange(
    string Id, string Title, Judgement Before, Judgement After, IReadOnlyList<ControlProblem> Problems)
{
    /// <summary>Whether it fails where it did not.</summary>
    public bool NewlyFails => Problems.Any(problem => problem.Judgement == Judgement.Fail);

    /// <summary>Whether something is accepted that was in order.</summary>
    public bool NewlyWaived => Problems.Any(problem => problem.Judgement == Judgement.Waived);

    /// <summary>The controls whose say is another. What only one of both plans tells is no change.</summary>
    public static IReadOnlyList<ControlChange> Between(IReadOnlyList<ControlFact> before, IReadOnlyList<ControlFact> after)
    {
        var former = before.ToDictionary(control => control.Id, StringComparer.Ordinal);
        return
        [
            .. from control in after
               let was = former.GetValueOrDefault(control.Id)
               let known = was?.Problems.Select(Key).ToHashSet() ?? []
               let found = control.Problems.Where(problem => !known.Contains(Key(problem))).ToList()
               let judged = was?.Judgement ?? Judgement.NotApplicable
               where found.Any(problem => problem.Judgement == Judgement.Fail)
                   || (judged != Judgement.NotKnown && control.Judgement != Judgement.NotKnown
                       && (judged != control.Judgement || found.Count > 0))
               select new ControlChange(control.Id, control.Title, judged, control.Judgement, found),
        ];
    }

    // In the same resource it may find another thing wrong, with another number in its text.
    private static (string Resource, Judgement Judgement) Key(ControlProblem problem) => (problem.Resource, problem.Judgement);
}
