namespace Infra.Settings.Kinds;

/// <summary>Settings about one part of a stack.</summary>
/// <param name="name">The part, as a heading, e.g. <c>Load balancer</c>.</param>
public sealed class SettingArea(string name)
{
    private readonly List<SettingDefinition> _settings = [];

    /// <summary>The part, as a heading.</summary>
    public string Name => name;

    /// <summary>Its settings, in the order in which documentation and error messages list them.</summary>
    public IReadOnlyList<SettingDefinition> Settings => _settings;

    /// <summary>Lists a setting behind those that are defined before it.</summary>
    internal T Add<T>(T setting)
        where T : SettingDefinition
    {
        _settings.Add(setting);
        return setting;
    }
}
