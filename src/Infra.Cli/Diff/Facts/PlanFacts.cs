namespace Infra.Cli.Diff.Facts;

/// <summary>What other commands find out about a stack, for a comparison.</summary>
/// <param name="Cost">What it costs in a month.</param>
/// <param name="Controls">What became of each control, in the order of the catalogue.</param>
internal sealed record PlanFacts(CostFact Cost, IReadOnlyList<ControlFact> Controls)
{
    /// <summary>What they find out where there is no stack.</summary>
    public static PlanFacts None { get; } = new(new(0, 0, 0m, 0m), []);
}

/// <summary>What a stack costs in a month, in dollars.</summary>
/// <param name="Fewest">How many servers run at least.</param>
/// <param name="Most">How many servers run at most.</param>
/// <param name="Minimum">What that costs.</param>
/// <param name="Maximum">The same.</param>
internal sealed record CostFact(int Fewest, int Most, decimal Minimum, decimal Maximum)
{
    /// <summary>Why it is not known; none where it is.</summary>
    public string? WhyNot { get; init; }

    /// <summary>The things whose price is not known, so that what they cost is to be added; empty if there is none.</summary>
    public string Gaps { get; init; } = "";

    public static CostFact NotKnown(string why) => new(0, 0, 0m, 0m) { WhyNot = why };
}

/// <summary>What became of a control.</summary>
internal enum Judgement
{
    NotApplicable,
    Pass,
    Waived,
    NotKnown,
    Fail,
}

/// <summary>A control, and what it says of a stack.</summary>
/// <param name="Id">The control's id.</param>
/// <param name="Title">What holds when it passes.</param>
/// <param name="Judgement">The worst that it says of a resource.</param>
/// <param name="Problems">What it finds wrong, resource by resource, accepted or not.</param>
internal sealed record ControlFact(string Id, string Title, Judgement Judgement, IReadOnlyList<ControlProblem> Problems);

/// <summary>What a control finds wrong with a resource.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Judgement">Fail, or waived, or not known.</param>
/// <param name="Text">What, as a clause that follows the resource's name.</param>
internal sealed record ControlProblem(string Resource, Judgement Judgement, string Text);
