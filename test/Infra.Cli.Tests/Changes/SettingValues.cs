using FsCheck;
using FsCheck.Fluent;
using Infra.Cli.Tests.Properties;
using Infra.Settings;
using Infra.Settings.Kinds;
using Infra.Tests.Settings;

namespace Infra.Cli.Tests.Changes;

/// <summary>The values that a setting is changed from and to.</summary>
internal static class SettingValues
{
    private const ulong Seed = 15;

    // As in Properties.SettingTexts, but with what makes a difference to a running stack: one zone more, one less, another, another order.
    private static readonly Dictionary<string, string[]> Chosen = new()
    {
        ["zones"] =
        [
            """["eu-west-1a","eu-west-1b"]""", """["eu-west-1a","eu-west-1b","eu-west-1c"]""", """["eu-west-1a","eu-west-1c"]""",
            """["eu-west-1b","eu-west-1a"]""",
        ],
        ["siteDirectory"] = ["site", "another-site"],
        ["applicationDirectory"] = ["application", "another-application"],
        ["hostedZoneId"] = ["Z0123456789ABCDEFGHIJ", "ZANOTHER"],
        ["certificateArn"] = [Given.CertificateArn, Given.CertificateArn.Replace('2', '3')],
    };

    /// <summary>
    /// Each word of a choice, both ends of a range, the default, the example and some of any: null for a setting that is left out.
    /// </summary>
    public static IReadOnlyList<string?> Of(SettingDefinition setting)
    {
        var known = Chosen.GetValueOrDefault(setting.Key)
            ?? [.. ValidValues.Of(setting), .. SettingTexts.Of(setting).Sample(5, new Rnd(Seed), 3)];
        string?[] otherwise = setting.Default is null ? [] : [setting.IsOptional ? null : setting.Default];
        return [.. known.Concat(otherwise).Distinct()];
    }
}
