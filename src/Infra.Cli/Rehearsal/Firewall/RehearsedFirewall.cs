using System.Globalization;
using Infra.Cli.Live.Load;
using Infra.Servers;

namespace Infra.Cli.Rehearsal.Firewall;

/// <summary>
/// The rate rules of a declared firewall, as AWS WAF keeps them: every few seconds it counts the requests of each address within the
/// window, those that it blocked among them, and blocks the address for as long as they are more than the limit. See
/// https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based-high-level-settings.html.
/// One thread at a time may change it; <see cref="Blocking"/> may be read by any.
/// </summary>
/// <param name="limits">What it declares; none if the stack has no firewall.</param>
internal sealed class RehearsedFirewall(IReadOnlyList<AddressLimit> limits)
{
    // "WAF checks the rate about every 10 seconds": https://docs.aws.amazon.com/waf/latest/APIReference/API_RateBasedStatement.html.
    private static readonly TimeSpan BetweenChecks = TimeSpan.FromSeconds(10);

    private readonly TimeSpan _memory = limits.Select(limit => limit.Window).DefaultIfEmpty(TimeSpan.Zero).Max();
    private readonly List<(DateTimeOffset From, double Rate)> _loads = [];
    private DateTimeOffset _nextCheck;
    private volatile string? _blocking;

    /// <summary>Why it blocks the load now, and what to do about it; none while it lets it in.</summary>
    public string? Blocking => _blocking;

    /// <summary>When it next counts; <see cref="DateTimeOffset.MaxValue"/> while nothing can come of it.</summary>
    public DateTimeOffset NextDue => _blocking is not null || limits.Any(IsTooMuch) ? _nextCheck : DateTimeOffset.MaxValue;

    private double HighestRate => _loads.Select(load => load.Rate).DefaultIfEmpty(0).Max();

    /// <summary>Why a load is blocked if it stays as it is; none if it is not.</summary>
    /// <param name="limits">The limits of a firewall.</param>
    /// <param name="rate">The load, in requests a second.</param>
    public static string? Against(IReadOnlyList<AddressLimit> limits, double rate) =>
        limits.FirstOrDefault(limit => limit.Stops(rate, Visitors.Addresses)) is { } limit ? Why(limit, rate) : null;

    /// <summary>The load changes.</summary>
    public void SetLoad(double requestsPerSecond, DateTimeOffset now)
    {
        Forget(now);
        var wasIdle = NextDue == DateTimeOffset.MaxValue;
        _loads.Add((now, requestsPerSecond));
        if (wasIdle)
            _nextCheck = now + BetweenChecks;
    }

    /// <summary>Counts, if that is due; returns whether it blocks now and did not before, or the other way round.</summary>
    public bool Check(DateTimeOffset now)
    {
        if (NextDue > now)
            return false;

        while (_nextCheck <= now)
            _nextCheck += BetweenChecks;
        Forget(now);
        var exceeded = limits.FirstOrDefault(limit => Count(limit.Window, now) > limit.Requests);
        var before = _blocking;
        _blocking = exceeded is null ? null : Why(exceeded, HighestRate);
        return (before is null) != (_blocking is null);
    }

    private static string Why(AddressLimit limit, double rate)
    {
        var sent = limit.FromEach(rate, Visitors.Addresses);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"each of {Visitors.Addresses} addresses makes {sent:N0} requests in {ExpectedTimes.Text(limit.Window)}, and it lets "
            + $"{limit.Requests:N0} in: set infra:wafRateLimit to more than {sent:N0}");
    }

    private bool IsTooMuch(AddressLimit limit) => limit.Stops(HighestRate, Visitors.Addresses);

    // What one address has sent.
    private double Count(TimeSpan window, DateTimeOffset now)
    {
        var (count, until) = (0.0, now);
        foreach (var (from, rate) in Enumerable.Reverse(_loads))
        {
            var begin = from > now - window ? from : now - window;
            if (begin < until)
                count += rate * (until - begin).TotalSeconds;
            until = from;
        }

        return count / Visitors.Addresses;
    }

    // A load is forgotten when the next one began before everything that counts.
    private void Forget(DateTimeOffset now)
    {
        while (_loads.Count > 1 && _loads[1].From <= now - _memory)
            _loads.RemoveAt(0);
    }
}
