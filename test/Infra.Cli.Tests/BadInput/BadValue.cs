using System.Text.Encodings.Web;
using System.Text.Json;

namespace Infra.Cli.Tests.BadInput;

/// <summary>A value that a setting does not take.</summary>
/// <param name="Key">The setting.</param>
/// <param name="Rule">What its value must be.</param>
/// <param name="Yaml">The value, as it stands in the stack's file.</param>
/// <param name="Got">The value, as the message shows it.</param>
/// <param name="Mend">What the message says to do.</param>
internal sealed record BadValue(string Key, string Rule, string Yaml, string Got, string Mend)
{
    private static readonly JsonSerializerOptions Legible = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The whole message.</summary>
    public string Message => $"infra:{Key} must be {Rule}, got {Got}: {Mend}";

    /// <summary>A value that YAML and the message both show as it is.</summary>
    public static Func<string, string, BadValue> Plain(string yaml, string mend) =>
        (key, rule) => new(key, rule, yaml, yaml, mend);

    /// <summary>A value that YAML takes for something else than text, or would not take without quotes.</summary>
    public static Func<string, string, BadValue> Written(string yaml, string got, string mend) =>
        (key, rule) => new(key, rule, yaml, got, mend);

    /// <summary>A text, quoted in the file, that the message shows as it is.</summary>
    public static Func<string, string, BadValue> Text(string text, string mend) =>
        (key, rule) => new(key, rule, Quoted(text), text, mend);

    /// <summary>A text that would break the message, which shows it quoted too.</summary>
    public static Func<string, string, BadValue> Odd(string text, string mend) =>
        (key, rule) => new(key, rule, Quoted(text), Quoted(text), mend);

    public override string ToString() => $"{Key}: {(Yaml.Length <= 80 ? Yaml : $"{Yaml[..80]}...")}";

    // What JSON takes for a text, YAML does as well.
    private static string Quoted(string text) => JsonSerializer.Serialize(text, Legible);
}
