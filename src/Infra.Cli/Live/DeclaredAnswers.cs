using Infra.LoadBalancing;

namespace Infra.Cli.Live;

/// <summary>What is declared of a site's answers, which no other value is as good as.</summary>
/// <param name="RedirectStatus">Which redirect plain HTTP gives.</param>
/// <param name="Fields">The header fields of every answer over HTTPS, with their values.</param>
/// <param name="HiddenFields">The header fields that no such answer has.</param>
internal sealed record DeclaredAnswers(
    int RedirectStatus, IReadOnlyDictionary<string, string> Fields, IReadOnlyList<string> HiddenFields)
{
    /// <summary>What a stack of this program declares.</summary>
    /// <param name="fields">The header fields that it says it has; none: it was deployed before settings could change them.</param>
    public static DeclaredAnswers OfStack(IReadOnlyDictionary<string, string>? fields) =>
        new(301, fields ?? new ResponseHeaders().Fields, ["Server"]);
}
