namespace Infra.Cli.Live.Aws;

// What Amazon EC2, STS and CloudWatch answer, as far as a drill reads it.

// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeInstances.html
internal sealed record MachinesAnswer(IReadOnlyList<Reservation> Reservations);

internal sealed record Reservation(IReadOnlyList<Machine> Instances);

internal sealed record Machine(string InstanceId)
{
    public string? PublicIpAddress { get; init; }

    public string? PublicDnsName { get; init; }

    public IReadOnlyList<NetworkInterface> NetworkInterfaces { get; init; } = [];

    public IReadOnlyList<GroupReference> SecurityGroups { get; init; } = [];
}

internal sealed record NetworkInterface
{
    public Association? Association { get; init; }

    public IReadOnlyList<Ipv6Address> Ipv6Addresses { get; init; } = [];

    public IReadOnlyList<PrivateAddress> PrivateIpAddresses { get; init; } = [];
}

// An interface has one private address or more, and each may have a public one of its own.
internal sealed record PrivateAddress
{
    public Association? Association { get; init; }
}

internal sealed record Association
{
    public string? PublicIp { get; init; }
}

internal sealed record Ipv6Address
{
    [System.Text.Json.Serialization.JsonPropertyName("Ipv6Address")]
    public string? Address { get; init; }
}

internal sealed record GroupReference([property: AwsText(AwsText.Word)] string GroupId);

// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeSecurityGroups.html
internal sealed record SecurityGroupsAnswer(IReadOnlyList<SecurityGroupAnswer> SecurityGroups);

internal sealed record SecurityGroupAnswer(string GroupId, IReadOnlyList<Permission> IpPermissions);

internal sealed record Permission
{
    public IReadOnlyList<GroupReference> UserIdGroupPairs { get; init; } = [];

    public IReadOnlyList<IpRange> IpRanges { get; init; } = [];

    public IReadOnlyList<Ipv6Range> Ipv6Ranges { get; init; } = [];

    public IReadOnlyList<PrefixList> PrefixListIds { get; init; } = [];
}

internal sealed record IpRange(string CidrIp);

internal sealed record Ipv6Range(string CidrIpv6);

internal sealed record PrefixList(string PrefixListId);

// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
internal sealed record Identity(string Account, string Arn);

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html
internal sealed record AlarmsAnswer(IReadOnlyList<AlarmAnswer> MetricAlarms);

internal sealed record AlarmAnswer(string StateValue)
{
    public string AlarmName { get; init; } = "";

    public string? ComparisonOperator { get; init; }
}
