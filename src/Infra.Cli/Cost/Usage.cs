using Infra.Servers;

namespace Infra.Cli.Cost;

/// <summary>
/// What a stack is used for in a month, as far as AWS charges for it. What no option states is a constant here, on the high side.
/// </summary>
internal sealed record Usage
{
    /// <summary>A month as AWS reckons it: a twelfth of 365 days.</summary>
    public const decimal HoursPerMonth = 730m;

    private const decimal HoursPerDay = 24m;

    /// <summary>To the internet, and through the load balancer.</summary>
    public decimal TrafficGb { get; init; } = 100m;

    public decimal Requests { get; init; } = 1_000_000m;

    public decimal MillionRequests => Requests / 1_000_000m;

    /// <summary>
    /// One capacity unit is 1 GB an hour, or 25 new connections a second, whichever is more; here every request has a connection of its
    /// own. Load that is spread evenly is cheapest; that is not modelled. Neither are the unit's other two dimensions: open connections
    /// stay below half of the new ones' share when each lasts up to a minute, and the listeners have no rules.
    /// </summary>
    public decimal LoadBalancerCapacityUnitHours => Math.Max(TrafficGb, Requests / (25m * 3600m));

    /// <summary>Six records of 150 bytes or so for a connection: both directions at three network interfaces.</summary>
    public decimal FlowLogGb => 1m * MillionRequests;

    /// <summary>One JSON record of about 2 KB for each request that the firewall sees.</summary>
    public decimal FirewallLogGb => 2m * MillionRequests;

    /// <summary>A few lines, about 500 bytes, of an application for each request.</summary>
    public decimal ApplicationLogGb => 0.5m * MillionRequests;

    /// <summary>One line of about 600 bytes for each request, a quarter of it when compressed, as it is delivered.</summary>
    public decimal LoadBalancerLogGb => 0.15m * MillionRequests;

    /// <summary>In a month, of a server that is checked so often: one line of about 200 bytes, a quarter of it when compressed.</summary>
    public static decimal HealthCheckLogGb(decimal checksPerHour) => checksPerHour * HoursPerMonth * 50m / 1_000_000_000m;

    /// <summary>CloudWatch Logs charges for what it stores after compression; AWS's own examples take 15 %.</summary>
    public const decimal LogCompression = 0.15m;

    /// <summary>The site's archive is some kilobytes, and its earlier versions go after a while.</summary>
    public const decimal SiteStorageGb = 0.1m;

    /// <summary>An application of a hundred megabytes, in as many versions as are deployed in the time that old ones are kept.</summary>
    public const decimal ApplicationStorageGb = 5m;

    /// <summary>How often in a month a server asks for the newest version of the site, where it takes that while it runs.</summary>
    public const decimal SiteQuestions = HoursPerMonth * 3_600m / SiteUpdater.Seconds;

    /// <summary>A server reads the site once, when it starts; its packages come from AWS's own buckets.</summary>
    public const decimal SiteReads = 1_000m;

    /// <summary>Session Manager's agent and updates from outside S3, through an endpoint or a NAT gateway.</summary>
    public const decimal EgressGbPerServer = 1m;

    /// <summary>How much is stored in the end of what arrives each month and stays for some days.</summary>
    public static decimal Stored(decimal gbPerMonth, decimal days) => gbPerMonth * days * HoursPerDay / HoursPerMonth;
}
