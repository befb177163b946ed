using Infra.Cli.Shell;
using Infra.Settings;
using YamlDotNet.RepresentationModel;

namespace Infra.Cli.Plan.StackFiles;

/// <summary>What the project's file says of one configuration key.</summary>
/// <remarks>See https://www.pulumi.com/docs/iac/concepts/config/#project-level-configuration.</remarks>
/// <param name="Key">The key, with its namespace.</param>
/// <param name="Type">What its values must be; none where nothing is said.</param>
/// <param name="Value">The value, or the default, of every stack that has none of its own; none where there is none.</param>
/// <param name="IsSecret">Whether a stack may only have a secret.</param>
internal sealed record Declaration(string Key, string? Type, YamlNode? Value, bool IsSecret)
{
    private static readonly string[] Attributes = ["default", "description", "items", "secret", "type", "value"];

    /// <summary>Reads what stands at a key.</summary>
    /// <param name="key">The key, with its namespace.</param>
    /// <param name="written">What stands there.</param>
    /// <param name="project">The project's file.</param>
    /// <exception cref="InvalidUsageException">The Pulumi CLI would not take it.</exception>
    public static Declaration Read(string key, YamlNode written, ProjectFile project)
    {
        InvalidUsageException Wrong(string rule, string mend) => new($"{project.FileName} {rule} at {LegibleText.Of(key)}: {mend}");

        var isOurs = key.StartsWith($"{project.ProjectName}:", StringComparison.Ordinal);
        if (written is not YamlMappingNode mapping)
        {
            return written is YamlSequenceNode || YamlScalar.Value((YamlScalarNode)written) is string or bool or long or ulong
                ? new(key, Type: null, written, IsSecret: false)
                : throw Wrong(
                    "must have a text, a whole number, true, false, a list or a declaration", "quote the value, or declare the key");
        }

        var attributes = mapping.Children.ToDictionary(entry => entry.Key.ToString(), entry => entry.Value);
        if (attributes.Keys.FirstOrDefault(name => !Attributes.Contains(name)) is { } unknown)
        {
            throw Wrong(
                $"must have none but {string.Join(", ", Attributes)}, got {LegibleText.Of(unknown)},", "remove it, or put it below value");
        }

        var (type, fallback, value) = (Text(attributes, "type"), Given(attributes, "default"), Given(attributes, "value"));
        if (attributes.ContainsKey("type") && !DeclaredType.All.Contains(type))
            throw Wrong($"must have a type of {string.Join(", ", DeclaredType.All)}", "write one of them, or remove it");
        if (fallback is not null && value is not null)
            throw Wrong("must have a default or a value, but has both", "remove one");
        if (isOurs && type == DeclaredType.Array && Given(attributes, "items") is null)
            throw Wrong("must say of an array what its items are", "add items: {type: string}");
        if (isOurs && type is not null && fallback is not null && !DeclaredType.Takes(fallback, type, Given(attributes, "items")))
            throw Wrong($"must have a default of its type, {type},", "write it so, or change the type");
        if (!isOurs && (type is not null || fallback is not null))
            throw Wrong("must have no type and no default, since the key is of another namespace,", "write value: in place of default:");
        if (!isOurs && value is null)
            throw Wrong("must have a value, since the key is of another namespace,", "add value:");

        // Without a type the Pulumi CLI does not ask.
        return new(key, type, value ?? fallback, type is not null && Text(attributes, "secret") == "true");
    }

    /// <summary>Sees to it that a stack has what its project demands.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="written">What its file has at the key, if anything.</param>
    /// <param name="projectFile">The name of the project's file.</param>
    /// <exception cref="InvalidUsageException">The Pulumi CLI would not take the stack.</exception>
    public void Check(StackConfiguration stack, YamlNode? written, string projectFile)
    {
        var (key, name) = (LegibleText.Of(Key), Key[(Key.IndexOf(':', StringComparison.Ordinal) + 1)..]);

        // What has no default in the program either it asks for itself, together with all else that is wrong.
        if (!stack.Values.ContainsKey(Key) && stack.Environments.Count == 0
            && SettingsCatalogue.All.Any(setting => setting.Key == name && setting.Default is not null))
        {
            throw new InvalidUsageException(
                $"{stack.FileName} must set {key}, which {projectFile} declares without a default: set it, or give it a default there");
        }

        if (IsSecret && (written ?? Value) is { } value && !ConfigText.HasSecret(value))
        {
            throw new InvalidUsageException(
                $"{stack.FileName} must keep {key} secret, as {projectFile} declares it: run 'pulumi config set --secret {name}'");
        }

        // To the program a text with items in it is a list, to the Pulumi CLI it is none.
        if (Type == DeclaredType.Array && written is YamlScalarNode { Value: var text })
        {
            throw new InvalidUsageException(
                $"{stack.FileName} must have a list at {key}, as {projectFile} declares it, got a text: "
                + (text is ['[', ..] ? "write it without quotes" : "write each of its items behind a hyphen on a line of its own"));
        }
    }

    private static YamlNode? Given(Dictionary<string, YamlNode> attributes, string name) =>
        attributes.GetValueOrDefault(name) is YamlScalarNode scalar && YamlScalar.Value(scalar) is null
            ? null
            : attributes.GetValueOrDefault(name);

    private static string? Text(Dictionary<string, YamlNode> attributes, string name) =>
        (attributes.GetValueOrDefault(name) as YamlScalarNode)?.Value;
}
