using Infra.Cli.Plan.Declared;

namespace Infra.Cli.Diagram.Facts;

/// <summary>The one of each thing that a drawing shows.</summary>
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

    public required DeclaredVpc Vpc { get; init; }

    /// <summary>The Availability Zones by name.</summary>
    public required IReadOnlyList<Zone> Zones { get; init; }

    /// <summary>The services behind interface endpoints, e.g. <c>ssm</c>.</summary>
    public required IReadOnlyList<string> InterfaceEndpoints { get; init; }

    /// <summary>The services behind gateway endpoints, e.g. <c>s3</c>.</summary>
    public required IReadOnlyList<string> GatewayEndpoints { get; init; }

    /// <summary>What lets requests in to the load balancer.</summary>
    public required Admission PublicGuard { get; init; }

    /// <summary>What lets requests in to the servers.</summary>
    public required Admission PrivateGuard { get; init; }

    public required DeclaredLog? FlowLog { get; init; }

    /// <summary>Where servers write the application's output to; none: it stays on them.</summary>
    public required DeclaredLog? ServerLog { get; init; }

    public required DeclaredLoadBalancer LoadBalancer { get; init; }

    public required DrawnListeners Https { get; init; }

    /// <summary>The listeners that only send clients elsewhere; none if there are none.</summary>
    public required DrawnListeners? Redirect { get; init; }

    public required DeclaredTargetGroup TargetGroup { get; init; }

    public required DeclaredGroup Group { get; init; }

    public required DeclaredLaunchTemplate LaunchTemplate { get; init; }

    /// <summary>The keys of the objects that the servers fetch: the site's, then the application's.</summary>
    public required IReadOnlyList<string> Objects { get; init; }

    /// <summary>The key of the application's object; none where servers serve the site alone.</summary>
    public required string? ApplicationObject { get; init; }

    /// <summary>What the bucket of these objects is called.</summary>
    public string Bucket => ApplicationObject is null ? "S3 bucket: site" : "S3 bucket";

    public required DeclaredTopic Topic { get; init; }

    /// <summary>The topic's alarms, counted.</summary>
    public string Alarms => Topic.AlarmCount == 1 ? "1 alarm" : $"{Topic.AlarmCount} alarms";

    /// <summary>Whether there is a page to look at.</summary>
    public required bool HasDashboard { get; init; }

    /// <summary>How many servers are drawn; as many as there may be unless set.</summary>
    public int? DrawnServers { get; init; }

    /// <summary>Whether what is new and gone against another is drawn too.</summary>
    public bool IsComparison { get; init; }

    public bool HasNatGateway => Zones.Any(zone => zone.HasNatGateway);

    /// <summary>The servers in words.</summary>
    public string Servers =>
        Group.MinSize == Group.MaxSize
            ? $"{Group.MinSize} × {LaunchTemplate.InstanceType}"
            : $"{Group.MinSize} to {Group.MaxSize} × {LaunchTemplate.InstanceType}";
}

/// <summary>A DNS name that leads to the load balancer.</summary>
/// <param name="RecordTypes">A for IPv4, AAAA for IPv6.</param>
internal sealed record SiteName(string Name, IReadOnlyList<string> RecordTypes);

/// <summary>A web ACL.</summary>
/// <param name="Rules">Its rules in words, in the order in which they are tried.</param>
/// <param name="Log">Its log; none without one.</param>
internal sealed record Firewall(IReadOnlyList<string> Rules, DeclaredLog? Log)
{
    /// <summary>Its rules where there is little room: several ways to say the same, the longest first.</summary>
    public IReadOnlyList<string> Briefly { get; init; } = Rules.Count == 1 ? [Rules[0], "1 rule"] : [$"{Rules.Count} rules"];
}

/// <summary>What lets traffic in, in words: from whom, to which ports; several ways to say the same, the longest first.</summary>
internal sealed record Admission(IReadOnlyList<string> Acl, IReadOnlyList<string> SecurityGroup)
{
    /// <summary>What the security groups alone let in, one for each set of sources.</summary>
    public IReadOnlyList<AdmittedPorts> Groups { get; init; } = [];
}

/// <summary>Ports, and from whom they are reached.</summary>
/// <param name="Ports">E.g. <c>80, 443</c>.</param>
/// <param name="Sources">Several ways to say the same, the longest first.</param>
internal sealed record AdmittedPorts(string Ports, IReadOnlyList<string> Sources);

/// <summary>An Availability Zone.</summary>
/// <param name="HasNatGateway">Whether a NAT gateway stands in its public subnet.</param>
internal sealed record Zone(string Name, DeclaredSubnet Public, DeclaredSubnet Private, bool HasNatGateway);

/// <summary>Listeners that do the same on several ports, and are drawn as one.</summary>
/// <param name="First">Any of them.</param>
internal sealed record DrawnListeners(DeclaredListener First, IReadOnlyList<int> Ports)
{
    /// <summary>Their protocol and ports, e.g. <c>HTTPS :443</c>.</summary>
    public string Address => $"{First.Protocol} {string.Join(", ", Ports.Select(port => $":{port}"))}";
}
