using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Infra.Cli.Plan.StackFiles;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Infra.Cli.Init;

/// <summary>A setting's value as it is written into a stack's file: a text, or a list of texts.</summary>
/// <param name="IsList">Whether it is a list.</param>
/// <param name="Items">Its items, or the text alone.</param>
internal sealed partial record SettingText(bool IsList, IReadOnlyList<string> Items)
{
    private static readonly JsonSerializerOptions Legible = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The value as an answer, which gives it again.</summary>
    public string Typed => string.Join(",", Items);

    /// <summary>The value as a program gets it.</summary>
    public string Text => IsList ? JsonSerializer.Serialize(Items, Legible) : Items[0];

    /// <summary>The lines of YAML that say it, without indentation.</summary>
    /// <param name="key">The key as the file has it.</param>
    public IEnumerable<string> Lines(string key) => (IsList, Items.Count) switch
    {
        (false, _) => [$"{Scalar(key)}: {Scalar(Items[0])}"],
        (_, 0) => [$"{Scalar(key)}: []"],
        _ => Items.Select(item => $"  - {Scalar(item)}").Prepend($"{Scalar(key)}:"),
    };

    // What YAML could take for anything else is quoted as JSON is, which YAML reads too: https://yaml.org/spec/1.2.2/#12-overview.
    private static string Scalar(string text) =>
        Plain().IsMatch(text) && YamlScalar.Value(new(text) { Style = ScalarStyle.Plain }) is string
            ? text
            : JsonSerializer.Serialize(text, Legible);

    [GeneratedRegex(@"^[A-Za-z0-9]([A-Za-z0-9.:_@/+%-]*[A-Za-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
