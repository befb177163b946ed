using System.Globalization;
using Infra.Cli.Live.Claims;

namespace Infra.Cli.Report.Evidence;

/// <summary>Tells evidence that counts from evidence that is too old.</summary>
/// <param name="Plan">The hash of the plan that the report is of.</param>
/// <param name="Now">When the report is made.</param>
/// <param name="Longest">How old evidence may be.</param>
/// <param name="Committed">When the commit was made that the report is of; none where that is not known.</param>
internal sealed record EvidenceAge(string Plan, DateTimeOffset Now, TimeSpan Longest, DateTimeOffset? Committed)
{
    // Clocks of two machines are that far apart at most, or one is wrong.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>Why a report of a command counts for nothing, as a clause; none where it counts.</summary>
    public string? StaleOf(EvidenceStamp made) =>
        made.Plan is null ? "it does not say of which plan it is"
        : made.Plan != Plan ? $"it is of the plan {Short(made.Plan)}, and the stack has another since"
        : StaleOf(made.At);

    /// <summary>The same of unit tests, which are of a program and of no plan.</summary>
    public string? StaleOfTests(DateTimeOffset at) =>
        at < Committed ? "the commit is newer" : StaleOf(at);

    /// <summary>A hash as far as people read it.</summary>
    public static string Short(string hash) => hash.Length > 12 ? hash[..12] : hash;

    private string? StaleOf(DateTimeOffset at)
    {
        var age = Now - at;
        if (age < -ClockSkew)
            return "its date is still to come";
        return age > Longest
            ? string.Create(CultureInfo.InvariantCulture, $"it is {age.TotalDays:0} days old, and {Longest.TotalDays:0} are allowed")
            : null;
    }
}
