using System.Globalization;
using Infra.Cli.Cost.Prices;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;
using Infra.Servers;

namespace Infra.Cli.Cost;

/// <summary>S3: the load balancer's logs, and the site.</summary>
internal static class StorageCost
{
    // Each of its nodes writes a file of each kind every five minutes, if something happened; it has one in each zone at least:
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html.
    private const decimal LogFilesPerHour = 12;

    public static IEnumerable<CostLine> Lines(StackPricing stack)
    {
        var loadBalancers = stack.Declared.LoadBalancers;
        foreach (var loadBalancer in loadBalancers)
        {
            var kinds = new[] { ("Access logs", loadBalancer.AccessLogs), ("Connection logs", loadBalancer.ConnectionLogs) };
            foreach (var (kind, logs) in kinds)
            {
                if (logs is null)
                    continue;

                var days = DaysKept(logs);
                yield return stack.Line(
                    StackPricing.ItemOf($"{kind}, stored", loadBalancer, loadBalancers), Days(logs), PriceItem.S3Storage,
                    Usage.Stored(stack.Usage.LoadBalancerLogGb / loadBalancers.Count, days));
            }

            var delivered = kinds.Count(kind => kind.Item2 is not null) + (loadBalancer.HealthCheckLogs is null ? 0 : 1);
            if (delivered > 0)
            {
                yield return stack.Line(
                    StackPricing.ItemOf("Log files, delivered", loadBalancer, loadBalancers),
                    Money.Quantity(delivered, "kind"), PriceItem.S3Put,
                    delivered * loadBalancer.SubnetIds.Count * LogFilesPerHour * Usage.HoursPerMonth / 1_000m);
            }

            if (loadBalancer.HealthCheckLogs is { } checkLogs)
            {
                var days = DaysKept(checkLogs);
                yield return stack.LinePerServer(
                    StackPricing.ItemOf("Health check logs, stored", loadBalancer, loadBalancers), Days(checkLogs),
                    PriceItem.S3Storage, Usage.Stored(Usage.HealthCheckLogGb(ChecksPerHour(loadBalancer)), days));
            }
        }

        var sites = stack.Declared.Sites.Count;
        if (sites > 0)
        {
            yield return stack.Line("Site, stored", "", PriceItem.S3Storage, Usage.SiteStorageGb * sites);
            yield return stack.Line("Site, read by servers", "", PriceItem.S3Get, Usage.SiteReads * sites / 1_000m);
            if (stack.OfType(TypeToken.LaunchTemplate).Any(template => BootScript.Of(template).SiteUpdater is not null))
            {
                yield return stack.LinePerServer(
                    "Site, asked for its version", SiteUpdater.Often, PriceItem.S3Get, Usage.SiteQuestions / 1_000m);
            }
        }

        var applications = stack.Declared.Applications.Count;
        if (applications > 0)
        {
            yield return stack.Line("Application, stored", "", PriceItem.S3Storage, Usage.ApplicationStorageGb * applications);
            yield return stack.Line("Application, read by servers", "", PriceItem.S3Get, Usage.SiteReads * applications / 1_000m);
        }
    }

    // Each zone's part of the load balancer checks each server.
    private static decimal ChecksPerHour(DeclaredLoadBalancer loadBalancer) => loadBalancer.Listeners
        .Select(listener => listener.TargetGroup)
        .OfType<DeclaredTargetGroup>()
        .DistinctBy(group => group.Name)
        .Sum(group => loadBalancer.SubnetIds.Count * (decimal)(TimeSpan.FromHours(1) / group.HealthCheck.Interval));

    // As drawings say it: the days that a setting names, and those that come from versions.
    private static string Days(DeclaredBucketLogs logs) => logs.NoncurrentDays == 0
        ? Money.Quantity(DaysKept(logs), "day")
        : string.Create(CultureInfo.InvariantCulture, $"{logs.Days} days, {logs.NoncurrentDays} more");

    // A versioned bucket keeps what has expired for as long again as it keeps noncurrent versions.
    private static decimal DaysKept(DeclaredBucketLogs logs) => logs.Days + logs.NoncurrentDays
        ?? throw new InvalidUsageException($"the logs in {logs.Bucket} are not priced: its lifecycle must say when they expire");
}
