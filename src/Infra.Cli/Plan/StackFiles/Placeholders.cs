using Infra.Settings;

namespace Infra.Cli.Plan.StackFiles;

/// <summary>Values that stand for the customer's own, as in a stack file as delivered. A stack with one can't be deployed.</summary>
internal static class Placeholders
{
    private const string HostedZone = "hostedZoneId";

    // Names that nobody can own: https://www.rfc-editor.org/rfc/rfc2606 and https://www.rfc-editor.org/rfc/rfc6761.
    private static readonly string[] ReservedNames =
        ["example.com", "example.net", "example.org", "example", "invalid", "localhost", "test"];

    /// <summary>The keys of what holds one: of a setting as the documents write it, of the provider's with its namespace.</summary>
    public static IReadOnlyList<string> In(StackConfiguration configuration) =>
    [
        .. from key in (string[])["domainName", HostedZone, "alarmEmail"]
           where key == HostedZone
               ? SettingsCatalogue.All.Any(setting => setting.Key == key && setting.Example == configuration.Setting(key))
               : IsReserved(configuration.Setting(key).Split('@')[^1])
           select key,
        .. AllowedAccounts.HoldExample(configuration.Values.GetValueOrDefault(AllowedAccounts.Key)?.Text)
            ? [AllowedAccounts.Key]
            : Array.Empty<string>(),
    ];

    private static bool IsReserved(string name) =>
        ReservedNames.Any(reserved => $".{name}".EndsWith($".{reserved}", StringComparison.OrdinalIgnoreCase));
}
