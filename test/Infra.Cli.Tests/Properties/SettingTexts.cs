using System.Globalization;
using System.Net;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Infra.Networking;
using Infra.Settings.Kinds;
using Infra.Tests.Settings;

namespace Infra.Cli.Tests.Properties;

/// <summary>Valid values of each setting, its limits more often than chance would have them.</summary>
internal static class SettingTexts
{
    private const string Letters = "abcdefgh";

    // Of forms that a range only describes.
    private static readonly Dictionary<string, Gen<string>> Forms = new()
    {
        ["domainName"] = Gen.Elements("www.example.com", "a.b", $"{new string('a', 56)}.example", LongestName()),
        ["hostedZoneId"] = Gen.Elements("Z1", "Z0123456789ABCDEFGHIJ", $"Z{new string('9', 31)}"),
        ["certificateRotation"] = Gen.Elements("1", "rotated 2026-11-22 (~!)", new string('x', 64)),
        ["zones"] = Zones(),
        ["vpcCidr"] = VpcCidr(),
        ["allowedCidrs"] = AllowedCidrs(),
        ["allowedPrefixLists"] = AllowedPrefixLists(),
        ["instanceType"] = Gen.Elements("t4g.small", "t3.nano", "m7i-flex.large", "m7g.16xlarge", "c6gn.metal", "g5.xlarge"),
        ["imageId"] = Gen.Elements("ami-01234567", "ami-0123456789abcdef0", "resolve:ssm:/a/b_c.d-e"),
        ["contentSecurityPolicy"] = Gen.Elements(
            "servers", "default-src 'self'", "default-src 'none'; img-src * data:; frame-ancestors https://partner.example 'self'",
            "DEFAULT-SRC 'self' 'unsafe-inline';;upgrade-insecure-requests", $"img-src {new string('a', 1016)}"),
        ["strictTransportSecurity"] = Gen.Elements(
            "max-age=0", "max-age=9999999999; includeSubDomains", "max-age=31536000; includeSubDomains; preload"),
        ["siteDirectory"] = Gen.Constant("site"),
        ["applicationDirectory"] = Gen.Constant("application"),
        ["applicationCommand"] = Gen.Elements("./run", "./run --port {port} 'a b' \"$HOME\" 100%", "python3 -m http.server {port}"),
        ["applicationPackages"] = Gen.Elements("[]", """["nodejs22","python3.12","libstdc++"]"""),
        ["applicationEnvironment"] = Gen.Elements(
            "[]", ListOf(["A=1", "B=it's \"quoted\" \\ $HOME 100%", "ASPNETCORE_URLS=http://127.0.0.1:{port}"])),
        ["applicationSecrets"] = Gen.Elements("[]", Secret("ssm", "parameter/web/db"), Secret("secretsmanager", "secret:web-AbCdEf")),
        ["healthCheckPath"] = Gen.Elements("/health", "/a/b-c_d.e~f/", "/..health", $"/{new string('a', 1023)}"),
        ["alarmEmail"] = Gen.Elements("ops@example.com", "a.b+c%d@x--y.example"),
    };

    public static Gen<string> Of(SettingDefinition setting) => setting switch
    {
        IntegerSetting number => Number(number.Minimum, number.Maximum),
        DurationSetting duration => Duration((int)duration.Minimum.TotalSeconds, (int)duration.Maximum.TotalSeconds),
        _ => Forms.GetValueOrDefault(setting.Key) ?? Gen.Elements((IEnumerable<string>)ValidValues.Of(setting)),
    };

    /// <summary>A list as Pulumi hands it over.</summary>
    public static string ListOf(IEnumerable<string> items) => JsonSerializer.Serialize(items);

    private static string Secret(string service, string name) =>
        ListOf([$"KEPT=arn:aws:{service}:{Given.Region}:111122223333:{name}"]);

    // 63 + 1 + 63 + 1 + 63 + 1 + 61 = 253 characters, the most that DNS can hold.
    private static string LongestName() =>
        string.Join('.', new string('a', 63), new string('b', 63), new string('c', 63), new string('d', 61));

    private static Gen<int> Between(int minimum, int maximum) =>
        Gen.Frequency((1, Gen.Constant(minimum)), (1, Gen.Constant(maximum)), (3, Gen.Choose(minimum, maximum)));

    private static Gen<string> Number(int minimum, int maximum) =>
        Between(minimum, maximum).Select(number => number.ToString(CultureInfo.InvariantCulture));

    private static Gen<string> Duration(int minimum, int maximum) =>
        from seconds in Between(minimum, maximum)
        from inMinutes in Gen.Elements(true, false)
        select inMinutes && seconds > 0 && seconds % 60 == 0 ? $"{seconds / 60}m" : $"{seconds}s";

    private static Gen<string> Zones() =>
        from letters in Gen.Shuffle(Letters.ToArray())
        from count in Between(2, 6)
        select ListOf(letters.Take(count).Select(letter => $"{Given.Region}{letter}"));

    private static Gen<string> VpcCidr() =>
        from range in Gen.Elements("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10")
        from length in Between(16, 23)
        from offset in Gen.Choose(0, int.MaxValue)
        select Inside(IPNetwork.Parse(range), length, offset).ToString();

    // Blocks that begin in different /8s, or /48s, can't be inside one another.
    private static Gen<string> AllowedCidrs() => Gen.Frequency(
        (1, Gen.Elements("""["0.0.0.0/0"]""", """["0.0.0.0/0","::/0"]""", """["::/0"]""")),
        (3,
            from numbers in Gen.Shuffle(Enumerable.Range(1, 200).ToArray())
            from count in Between(1, 12)
            from blocks in Gen.CollectToList(numbers.Take(count), Block)
            select ListOf(blocks)));

    private static Gen<string> AllowedPrefixLists() =>
        from lists in Gen.SubListOf(PrefixListName.CloudFront, PrefixListName.CloudFrontIPv6, "pl-01234567", "pl-0123456789abcdef0")
        select ListOf(lists);

    private static Gen<string> Block(int number) =>
        from isIPv6 in Gen.Elements(true, false)
        from length in isIPv6 ? Between(48, 128) : Between(8, 32)
        from offset in Gen.Choose(0, int.MaxValue)
        select isIPv6 ? $"2001:db8:{number:x}::/{length}" : Inside(IPNetwork.Parse($"{number}.0.0.0/8"), length, offset).ToString();

    private static IPNetwork Inside(IPNetwork range, int length, int offset)
    {
        var start = BitConverter.ToUInt32([.. range.BaseAddress.GetAddressBytes().Reverse()]);
        var part = length == range.PrefixLength ? 0 : (uint)offset % (1u << (length - range.PrefixLength)) << (32 - length);
        return new(new IPAddress([.. BitConverter.GetBytes(start + part).Reverse()]), length);
    }
}
