namespace Infra.Cli.Live.Claims;

/// <summary>What a check says of a site or a stack.</summary>
/// <param name="Requirement">The customer's requirement behind it, R1 to R8; none for what is owed in any case.</param>
/// <param name="Text">The claim, as a sentence without its full stop.</param>
/// <param name="NotProven">What holding it does not prove.</param>
internal sealed record Claim(string? Requirement, string Text, string NotProven);
