namespace Infra.Cli.Verification;

/// <summary>What a check says of a site.</summary>
/// <param name="Requirement">The customer's requirement behind it, R2 to R5; none for what every site owes its visitors.</param>
/// <param name="Text">The claim, as a sentence without its full stop.</param>
/// <param name="NotProven">What holding it does not prove.</param>
internal sealed record Claim(string? Requirement, string Text, string NotProven);
