using System.Text.RegularExpressions;
using Infra.Settings;
using Infra.Settings.Kinds;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Docs.Configuration;

/// <summary>
/// The block <c>config</c> of <c>Pulumi.yaml</c>, by which Pulumi knows the settings. The rest of the file is written by hand.
/// </summary>
internal static partial class ProjectConfig
{
    public const string Path = "test/Infra.Tests/Reference/Pulumi.yaml";

    private const int LineLength = 118;
    private const string Indent = "      ";

    /// <summary>The file with the block as the definitions have it now.</summary>
    public static string Write() => Block().Replace(
        File.ReadAllText(System.IO.Path.Combine(Repository.Root, Path)),
        _ => $"config:\n{string.Concat(SettingsCatalogue.All.Select(Declaration))}");

    /// <summary>
    /// Pulumi's type, of which there are fewer. An optional number is text there, since an empty default is no integer. A list that a stack
    /// must have has none: <c>pulumi new</c> asks for it, and can't save an array.
    /// </summary>
    public static string? TypeOf(SettingDefinition setting) => setting.Kind switch
    {
        SettingKind.Integer when !setting.IsOptional => "integer",
        SettingKind.Boolean => "boolean",
        SettingKind.TextList => setting.Default is null ? null : "array",
        _ => "string",
    };

    private static string Declaration(SettingDefinition setting) => string.Concat(Lines(setting).Select(line => $"{line}\n"));

    private static IEnumerable<string> Lines(SettingDefinition setting) =>
    [
        $"  {setting.Key}:",
        .. TypeOf(setting) is { } type ? [$"    type: {type}"] : Array.Empty<string>(),
        .. TypeOf(setting) == "array" ? ["    items:", "      type: string"] : Array.Empty<string>(),
        .. setting.Default is { } text ? [$"    default: {Value(setting, text)}"] : Array.Empty<string>(),
        "    description: >-",
        .. Wrapped(setting.Description),
    ];

    // Pulumi checks the type of the default as YAML has it: 1 is an integer, "1" is a string.
    private static string Value(SettingDefinition setting, string text) =>
        TypeOf(setting) == "string" && (text.Length == 0 || text.All(char.IsAsciiDigit)) ? $"\"{text}\"" : text;

    private static List<string> Wrapped(string text)
    {
        List<string> lines = [Indent];
        foreach (var word in text.Split(' '))
        {
            var longer = lines[^1] == Indent ? $"{Indent}{word}" : $"{lines[^1]} {word}";
            if (longer.Length <= LineLength)
                lines[^1] = longer;
            else
                lines.Add($"{Indent}{word}");
        }

        return lines;
    }

    // Its key and the lines below that stand further right.
    [GeneratedRegex(@"^config:\n( .*\n)*", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Block();
}
