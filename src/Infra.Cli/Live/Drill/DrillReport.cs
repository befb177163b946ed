using Infra.Cli.Live.Claims;

namespace Infra.Cli.Live.Drill;

/// <summary>What a drill found.</summary>
/// <param name="Stack">The stack.</param>
/// <param name="Place">Where it is: account, region and group.</param>
/// <param name="Verdicts">In the order of the steps.</param>
internal sealed record DrillReport(string Stack, DrillPlace Place, IReadOnlyList<Verdict> Verdicts) : ClaimReport(Verdicts)
{
    public override string Subject => Stack;

    public override string Heading => $"Drill of {Stack}: {Place.Text}";

    public override string Suite => $"infra drill {Stack}";
}
