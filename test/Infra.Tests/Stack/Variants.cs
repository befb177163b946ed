using Infra.Settings.Reading;
using Infra.Tests.Settings;

namespace Infra.Tests.Stack;

/// <summary>Every kind of stack: the committed ones, and each value of egress, TLS mode and certificate source with each other.</summary>
internal static class Variants
{
    private static readonly string[] Egress = ["none", "endpoints", "nat", "nat-per-zone"];
    private static readonly string[] TlsModes = ["offload", "end-to-end"];

    private static readonly (string Name, (string Key, string Value)[] Settings)[] Certificates =
    [
        ("self-signed", []),
        ("imported", [("certificateArn", Given.CertificateArn)]),
        ("issued", [("domainName", "www.example.com"), ("hostedZoneId", "Z0123456789ABCDEFGHIJ")]),
    ];

    public static IEnumerable<TestFixtureData> All =>
        Committed("dev").Append(Committed("prod").Single()).Concat(Combinations());

    private static IEnumerable<TestFixtureData> Committed(string stack)
    {
        var (config, region) = ProjectFiles.ConfigOf(stack);
        yield return new TestFixtureData(config, region).SetArgDisplayNames(stack);
    }

    private static IEnumerable<TestFixtureData> Combinations() =>
        from egress in Egress
        from tlsMode in TlsModes
        from certificate in Certificates
        let settings = certificate.Settings.Append(("egress", egress)).Append(("tlsMode", tlsMode)).Append(("ipv6", "true"))
            .Append(("allowedCidrs", """["203.0.113.0/24","2001:db8::/32"]""")).Append(("waf", "true")).ToArray()
        select new TestFixtureData((ConfigSource)Given.Config(settings), Given.Region)
            .SetArgDisplayNames($"{egress}, {tlsMode}, {certificate.Name}");
}
