using Infra.Cli.Plan.StackFiles;
using Infra.Settings.Reading;
using Infra.Tests.Settings;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Properties;

/// <summary>The settings of a stack. Those it leaves out have their defaults.</summary>
internal sealed record StackCase(IReadOnlyDictionary<string, string> Values)
{
    private const string Project = "infra";
    private const string Stack = "dev";

    /// <summary>The folder that the site is in.</summary>
    public string RootDirectory { get; init; } = Reference.Root;

    /// <summary>The settings as the program's own tests take them.</summary>
    public ConfigSource Source => new(Project, Stack, Values);

    /// <summary>The settings as <c>infra</c> takes them.</summary>
    public StackConfiguration Configuration => new()
    {
        RootDirectory = RootDirectory,
        ProjectName = Project,
        StackName = Stack,
        Values = Values.Select(entry => (Key: $"{Project}:{entry.Key}", entry.Value)).Append(("aws:region", Given.Region))
            .ToDictionary(entry => entry.Item1, entry => new ConfigValue(entry.Item2)),
    };

    /// <summary>The same with another value, and with whatever must change for the settings to be valid again.</summary>
    public StackCase With(string key, string value) =>
        this with { Values = ConsistentSettings.Of(new Dictionary<string, string>(Values) { [key] = value }) };

    /// <summary>The same with a setting left out.</summary>
    public StackCase Without(string key) =>
        this with { Values = ConsistentSettings.Of(Values.Where(entry => entry.Key != key).ToDictionary()) };

    /// <summary>What to type to have this stack.</summary>
    public override string ToString()
    {
        var flags = Values.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"--set '{entry.Key}={entry.Value}'");
        return string.Join(' ', flags.Prepend($"infra preview {Stack}"));
    }
}
