using Infra.Cli.Diagram.Facts;
using NUnit.Framework.Internal;

namespace Infra.Cli.Tests.Diagram;

/// <summary>Every kind of stack that there is to draw: one fixture for each number of zones and egress, with all others in it.</summary>
internal static class DrawingVariants
{
    private const string ManyCidrs = """["203.0.113.0/24","198.51.100.0/24","2001:db8:5678::/48","2001:db8:1234::/48"]""";

    private static readonly string[] TlsModes = ["offload", "end-to-end"];
    private static readonly bool[] Switches = [false, true];

    private static readonly string[][] Certificates =
    [
        [],
        ["certificateArn=arn:aws:acm:us-east-1:111122223333:certificate/11111111-2222-3333-4444-555555555555"],
        // As long as a name may be, and with it everything else that a user chooses the length of.
        [
            "domainName=the-longest-name-that-a-certificate-holds.department.example.com",
            "hostedZoneId=Z0123456789ABCDEFGHIJ",
            "healthCheckPath=/a/path/that/goes/on/and/on/and/on/and/on/and/on/and/on/and/on/and/on/and/on/and/on/health",
            "alarmEmail=everybody-who-is-on-call-in-this-week@department.example.com",
            "vpcCidr=172.31.0.0/16",
            "minServers=2",
            "maxServers=2",
        ],
    ];

    // Those that mutants are tried by as well: all of them take half a minute.
    private static readonly (int, string)[] Narrow = [(2, "endpoints"), (3, "nat-per-zone")];

    public static IEnumerable<TestFixtureData> All =>
        from zones in Enumerable.Range(2, 5)
        from egress in new[] { "none", "endpoints", "nat", "nat-per-zone" }
        select Fixture(zones, egress);

    public static async Task<IReadOnlyDictionary<string, Architecture>> Of(int zones, string egress)
    {
        var names = string.Join(",", Enumerable.Range(0, zones).Select(index => $"\"us-east-1{(char)('a' + index)}\""));
        string[] common = ["aws:region=us-east-1", $"zones=[{names}]", $"egress={egress}"];
        var drawings = new Dictionary<string, Architecture>();
        foreach (var (tlsMode, certificate, waf, ipv6) in Choices())
        {
            string[] clients = ipv6 ? ["ipv6=true", $"allowedCidrs={ManyCidrs}"] : [];
            string[] overrides =
                [.. common, .. Certificates[certificate], .. clients, $"tlsMode={tlsMode}", waf ? "waf=true" : "waf=false"];
            drawings[$"{tlsMode}, certificate {certificate}, waf {waf}, ipv6 {ipv6}"] = await Drawn.Facts("dev", overrides);
        }

        return drawings;
    }

    private static IEnumerable<(string TlsMode, int Certificate, bool Waf, bool Ipv6)> Choices() =>
        from tlsMode in TlsModes
        from certificate in Enumerable.Range(0, Certificates.Length)
        from waf in Switches
        from ipv6 in Switches
        select (tlsMode, certificate, waf, ipv6);

    private static TestFixtureData Fixture(int zones, string egress)
    {
        var fixture = new TestFixtureData(zones, egress).SetArgDisplayNames($"{zones} zones", egress);
        if (!Narrow.Contains((zones, egress)))
            fixture.Properties.Add(PropertyNames.Category, "Wide");
        return fixture;
    }
}
