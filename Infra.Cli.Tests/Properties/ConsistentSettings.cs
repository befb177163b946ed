using System.Globalization;
using System.Text.Json;
using Infra.Networking;
using Infra.Tests.Settings;

namespace Infra.Cli.Tests.Properties;

/// <summary>Makes settings that are valid one by one valid together: what a user would do about the messages.</summary>
internal static class ConsistentSettings
{
    public static IReadOnlyDictionary<string, string> Of(Dictionary<string, string> values)
    {
        Certificate(values);
        HealthCheck(values);
        values["ipv6"] = BlocksOf(values).Any(AddressBlocks.IsIPv6) ? "true" : "false";
        if (Number(values, "minServers", 1) > Number(values, "maxServers", 3))
            values["maxServers"] = values["minServers"];
        if (values.GetValueOrDefault("waf") != "true")
            values.Remove("wafRateLimit");

        return values;
    }

    private static void Certificate(Dictionary<string, string> values)
    {
        if (!values.TryGetValue("domainName", out var name))
            values.Remove("hostedZoneId");
        else
            values.TryAdd("hostedZoneId", "Z1");

        if (name is { Length: > 64 })
            values["certificateArn"] = Given.CertificateArn;
        if (values.GetValueOrDefault("deletionProtection") == "true" && name is null && !values.ContainsKey("certificateArn"))
            values["allowSelfSigned"] = "true";
    }

    private static void HealthCheck(Dictionary<string, string> values)
    {
        var interval = Seconds(values, "healthCheckInterval", 10);
        if (Seconds(values, "healthCheckTimeout", 5) >= interval)
            values["healthCheckTimeout"] = $"{Math.Min(120, interval - 1)}s";
    }

    private static string[] BlocksOf(Dictionary<string, string> values) =>
        values.TryGetValue("allowedCidrs", out var list) ? JsonSerializer.Deserialize<string[]>(list)! : [];

    private static int Number(Dictionary<string, string> values, string key, int otherwise) =>
        values.TryGetValue(key, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private static int Seconds(Dictionary<string, string> values, string key, int otherwise) => values.TryGetValue(key, out var text)
        ? int.Parse(text[..^1], CultureInfo.InvariantCulture) * (text[^1] == 'm' ? 60 : 1)
        : otherwise;
}
