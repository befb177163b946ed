using Infra.Networking;
using Infra.Tests.Support;

namespace Infra.Tests.Networking;

/// <summary>A valid network, which each test changes in one thing.</summary>
internal static class Networks
{
    public const string Name = "net";
    public const string SiteBucketArn = "arn:aws:s3:::site-bucket";

    public static NetworkArgs Args => new()
    {
        Account = Cloud.Account,
        VpcCidr = "10.0.0.0/16",
        Zones = ["eu-west-1a", "eu-west-1b"],
        Egress = Egress.None,
        Ipv6 = false,
        ServersLeaveWithin = TimeSpan.FromMinutes(33),
        SiteBucketArn = SiteBucketArn,
        LogRetentionDays = 90,
    };

    public static Task<Recorded> Run(NetworkArgs args) => Cloud.Run(options => _ = new Network(Name, args, options));

    /// <summary>How many resources of each type there are, one type per line.</summary>
    public static string Counts(Recorded cloud) => string.Join(
        '\n',
        cloud.Resources
            .CountBy(one => one.Type)
            .OrderBy(type => type.Key, StringComparer.Ordinal)
            .Select(type => $"{type.Value} {type.Key}"));
}
