using Infra.Cli.Live.Claims;

namespace Infra.Cli.Tests.Live.Claims;

/// <summary>A report of what a test says.</summary>
internal sealed record ToldReport(params IReadOnlyList<Verdict> Verdicts) : ClaimReport(Verdicts)
{
    public override string Subject => "dev";

    public override string Heading => "Trial of dev: here";

    public override string Suite => "infra try dev";

    /// <summary>One with a verdict for each outcome.</summary>
    public static ToldReport Of(IEnumerable<Outcome> outcomes) => new([.. outcomes.Select(outcome =>
        new Verdict(new("R1", "it is so", "that it stays so"), new(outcome, "seen")))]);

    /// <summary>One with each outcome, of claims that are alike in nothing.</summary>
    public static ToldReport OfEach => new(
        new(new("R1", "the first is so", "that it stays so"), Finding.Pass("well"), TimeSpan.FromSeconds(1.5)),
        new(new(null, "the second is so", "the rest"), Finding.Fail("one\ntwo"), TimeSpan.FromSeconds(1000.0004)),
        new(new("R8", "the third is so", "anything"), Finding.NotChecked("nobody answers"), TimeSpan.FromSeconds(0.25)),
        new(new("R7", "the fourth is so", "more"), Finding.NotApplicable("left out")));
}
