using System.Globalization;
using Infra.Cli.Live.Claims;

namespace Infra.Cli.Live.Load;

/// <summary>What became of requests.</summary>
/// <param name="Sent">Those that are over, one way or another.</param>
/// <param name="Failed">Of these, those with no answer or with a status other than 2xx.</param>
/// <param name="Slow">Of these, those that were answered after more than a second of this machine's time.</param>
/// <param name="Blocked">Those that a rehearsed firewall kept out; they are neither sent nor failed.</param>
internal readonly record struct LoadCounts(long Sent, long Failed, long Slow, long Blocked = 0)
{
    /// <summary>The share of those that failed; 0 if none was sent.</summary>
    public double FailedShare => Sent == 0 ? 0 : (double)Failed / Sent;

    /// <summary>How many failed, for a report.</summary>
    public string Shown => string.Create(CultureInfo.InvariantCulture, $"{Failed:N0} of {Sent:N0} failed");

    /// <summary>Whether none failed, which nobody knows if none was sent.</summary>
    public Finding NoneFailed => Sent == 0
        ? Finding.NotChecked(Blocked == 0 ? "no request was sent" : "the firewall blocked every request")
        : Finding.Of(Failed == 0, Shown);

    /// <summary>Both together.</summary>
    public LoadCounts With(LoadCounts other) =>
        new(Sent + other.Sent, Failed + other.Failed, Slow + other.Slow, Blocked + other.Blocked);

    /// <summary>What has been added since an earlier reading.</summary>
    public LoadCounts Since(LoadCounts earlier) =>
        new(Sent - earlier.Sent, Failed - earlier.Failed, Slow - earlier.Slow, Blocked - earlier.Blocked);
}
