using System.Text.Json;
using Infra.Settings;
using Infra.Settings.Reading;

namespace Infra.Tests.Settings;

/// <summary>The least configuration that is valid, and changes to it.</summary>
internal static class Given
{
    public const string Region = "eu-west-1";

    public const string CertificateArn = "arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555";

    public static ConfigSource Config(params (string Key, string Value)[] changes)
    {
        var values = new Dictionary<string, string> { ["zones"] = """["eu-west-1a","eu-west-1b"]""" };
        foreach (var (key, value) in changes)
            values[key] = value;

        return new("infra", "test", values);
    }

    /// <summary>A list of what stands between spaces, as Pulumi hands it over.</summary>
    public static string List(string items) => JsonSerializer.Serialize(items.Split(' '));

    /// <summary>What is valid with every value that may stay unset, and with what the others need to have an effect.</summary>
    public static ConfigSource Full(params (string Key, string Value)[] changes) => Config(
    [
        .. SettingsCatalogue.All.Where(setting => setting.IsOptional).Select(setting => (setting.Key, ValidValues.Of(setting)[0])),
        ("waf", "true"),
        .. changes,
    ]);

    public static StackSettings Settings(params (string Key, string Value)[] changes) => StackSettings.Read(Config(changes), Region);

    public static InvalidSettingsException Invalid(params (string Key, string Value)[] changes) => Invalid(Config(changes), Region);

    public static InvalidSettingsException Invalid(ConfigSource config, string region) =>
        Assert.Throws<InvalidSettingsException>(() => StackSettings.Read(config, region))!;

    /// <summary>The one problem that a change makes.</summary>
    public static SettingProblem Problem(params (string Key, string Value)[] changes) => Invalid(changes).Problems.Single();
}
