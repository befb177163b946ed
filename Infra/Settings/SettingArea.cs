namespace Infra.Settings;

/// <summary>Settings about one part of a stack.</summary>
/// <param name="Name">The part, as a heading, e.g. <c>Load balancer</c>.</param>
/// <param name="Settings">Its settings, in the order in which documentation and error messages list them.</param>
public sealed record SettingArea(string Name, IReadOnlyList<SettingDefinition> Settings);
