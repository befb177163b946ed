using System.Globalization;

namespace Infra.Cli.Rehearsal.LoadBalancing;

/// <summary>The status codes that pass a health check, as AWS writes them: <c>200</c>, <c>200,302</c> or <c>200-299</c>.</summary>
internal sealed class StatusMatcher
{
    private readonly (int From, int To)[] _ranges;

    public StatusMatcher(string codes) => _ranges = [.. codes.Split(',').Select(RangeOf)];

    public bool Matches(int status) => Array.Exists(_ranges, range => status >= range.From && status <= range.To);

    private static (int From, int To) RangeOf(string codes)
    {
        var ends = codes.Split('-');
        return (int.Parse(ends[0], CultureInfo.InvariantCulture), int.Parse(ends[^1], CultureInfo.InvariantCulture));
    }
}
