using Infra.Cli.Live.Claims;

namespace Infra.Cli.Live.Verify;

/// <summary>What a verification found.</summary>
/// <param name="Url">The site.</param>
/// <param name="Unreachable">Why nothing could be checked; none if the site could be asked.</param>
/// <param name="Verdicts">In the order of the checks.</param>
internal sealed record VerifyReport(Uri Url, string? Unreachable, IReadOnlyList<Verdict> Verdicts) : ClaimReport(Verdicts)
{
    /// <summary>What is to be said of a stack besides, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public override string Subject => Url.ToString();

    public override string Heading => $"Verification of {Url}";

    public override string Suite => $"infra verify {Url}";
}
