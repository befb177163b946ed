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
        Clients(values);
        Application(values);
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

    private static void Clients(Dictionary<string, string> values)
    {
        var blocks = ListOf(values, "allowedCidrs");
        var lists = ListOf(values, "allowedPrefixLists");
        if (lists.Length > 0)
            values["allowedCidrs"] = "[]";
        else if (blocks.Length == 0)
            values.Remove("allowedCidrs");
        if (lists.Count(PrefixListName.IsCloudFront) > 1)
            values["allowedPrefixLists"] = SettingTexts.ListOf(lists.Where(list => list != PrefixListName.CloudFront));

        var isIPv6 = lists.Length > 0 ? lists.Contains(PrefixListName.CloudFrontIPv6) : blocks.Any(AddressBlocks.IsIPv6);
        values["ipv6"] = isIPv6 ? "true" : "false";
    }

    private static void Application(Dictionary<string, string> values)
    {
        string[] settings =
        [
            "applicationDirectory", "applicationCommand", "applicationPort", "applicationPackages", "applicationEnvironment",
            "applicationSecrets", "maxRequestBody",
        ];
        if (!values.ContainsKey("applicationDirectory") || !values.ContainsKey("applicationCommand"))
        {
            foreach (var setting in settings)
                values.Remove(setting);
        }
        else
        {
            if (values.GetValueOrDefault("singlePage") == "true")
                values.Remove("singlePage");
            if (!values.ContainsKey("siteDirectory"))
                values.Remove("contentUpdates");
        }

        if (ListOf(values, "applicationSecrets").Length > 0 && values.GetValueOrDefault("egress", "none") == "none")
            values["egress"] = "endpoints";
    }

    private static string[] ListOf(Dictionary<string, string> values, string key) =>
        values.TryGetValue(key, out var list) ? JsonSerializer.Deserialize<string[]>(list)! : [];

    private static int Number(Dictionary<string, string> values, string key, int otherwise) =>
        values.TryGetValue(key, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private static int Seconds(Dictionary<string, string> values, string key, int otherwise) => values.TryGetValue(key, out var text)
        ? int.Parse(text[..^1], CultureInfo.InvariantCulture) * (text[^1] == 'm' ? 60 : 1)
        : otherwise;
}
