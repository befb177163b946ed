using Infra.LoadBalancing;

namespace Infra.Cli.Live;

/// <summary>What is declared of a site's answers, which no other value is as good as.</summary>
/// <param name="RedirectStatus">Which redirect plain HTTP gives.</param>
/// <param name="Fields">The header fields of every answer over HTTPS, with their values.</param>
/// <param name="HiddenFields">The header fields that no such answer has.</param>
internal sealed record DeclaredAnswers(
    int RedirectStatus, IReadOnlyDictionary<string, string> Fields, IReadOnlyList<string> HiddenFields)
{
    /// <summary>What every stack of this program declares; no setting changes it.</summary>
    public static DeclaredAnswers OfStacks { get; } = new(
        301,
        new Dictionary<string, string>
        {
            ["Strict-Transport-Security"] = ResponseHeaders.StrictTransportSecurity,
            ["X-Content-Type-Options"] = ResponseHeaders.XContentTypeOptions,
            ["X-Frame-Options"] = ResponseHeaders.XFrameOptions,
            ["Content-Security-Policy"] = ResponseHeaders.ContentSecurityPolicy,
        },
        ["Server"]);
}
