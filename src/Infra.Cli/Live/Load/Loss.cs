using System.Globalization;
using Infra.Cli.Live.Claims;
using Infra.Servers;

namespace Infra.Cli.Live.Load;

/// <summary>The requests that failed while something happened.</summary>
/// <param name="Requests">All requests meanwhile.</param>
/// <param name="While">Those between the first that failed and the last.</param>
/// <param name="For">How long that was.</param>
internal sealed record Loss(LoadCounts Requests, LoadCounts While, TimeSpan For)
{
    /// <summary>Whether nothing was lost, which nobody knows if nothing was sent.</summary>
    public Finding Nothing => Requests.Sent == 0 ? Requests.NoneFailed : Finding.Of(Requests.Failed == 0, Shown);

    /// <summary>As a report has it, e.g. <c>12 of 324 failed (3.7 %), within 20 s</c>.</summary>
    public string Shown => Requests.Failed == 0
        ? Requests.Shown
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{Requests.Shown} ({Requests.FailedShare * 100:0.#} %), within {ExpectedTimes.Text(For)}");
}
