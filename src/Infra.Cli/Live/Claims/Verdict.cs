namespace Infra.Cli.Live.Claims;

/// <summary>A claim, what was found, and how long it took to find out.</summary>
internal sealed record Verdict(Claim Claim, Finding Finding, TimeSpan Took = default)
{
    /// <summary>Whether no delay of this machine can be the reason of what was found.</summary>
    public bool IsCertain { get; init; }
}
