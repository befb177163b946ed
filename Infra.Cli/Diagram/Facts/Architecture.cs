namespace Infra.Cli.Diagram.Facts;

/// <summary>What a drawing of a stack shows, in AWS's own terms and read from the stack's resources alone.</summary>
internal sealed record Architecture
{
    public required string ProjectName { get; init; }

    public required string StackName { get; init; }

    public required string Region { get; init; }

    /// <summary>The blocks of addresses from which the load balancer takes HTTPS.</summary>
    public required IReadOnlyList<string> ClientCidrs { get; init; }

    /// <summary>The site's own name; none when it answers under the load balancer's.</summary>
    public required SiteName? SiteName { get; init; }

    /// <summary>The web ACL in front of the load balancer; none without AWS WAF.</summary>
    public required Firewall? Firewall { get; init; }

    public required Vpc Vpc { get; init; }

    public required LoadBalancer LoadBalancer { get; init; }

    public required Fleet Fleet { get; init; }

    public required Buckets Buckets { get; init; }

    public required Alerts Alerts { get; init; }
}

/// <summary>A DNS name that leads to the load balancer.</summary>
/// <param name="RecordTypes">A for IPv4, AAAA for IPv6.</param>
internal sealed record SiteName(string Name, IReadOnlyList<string> RecordTypes);

/// <summary>A web ACL.</summary>
/// <param name="Rules">Its rules in the order in which they are tried.</param>
/// <param name="LogDays">How long requests are kept in its log; none without a log.</param>
internal sealed record Firewall(IReadOnlyList<string> Rules, int? LogDays);

/// <summary>The buckets.</summary>
/// <param name="LogDays">How long the load balancer's logs are kept; none when they stay forever.</param>
/// <param name="SiteObject">The key of the object that the servers fetch.</param>
internal sealed record Buckets(int? LogDays, string SiteObject);

/// <summary>Who is told of trouble.</summary>
/// <param name="AlarmCount">The alarms that go to the topic.</param>
/// <param name="IsEncrypted">Whether the topic has a KMS key.</param>
/// <param name="Emails">The addresses that subscribe to it.</param>
/// <param name="HasGroupEvents">Whether the topic hears of launches and terminations as well.</param>
/// <param name="HasDashboard">Whether there is a page to look at.</param>
internal sealed record Alerts(int AlarmCount, bool IsEncrypted, IReadOnlyList<string> Emails, bool HasGroupEvents, bool HasDashboard);
