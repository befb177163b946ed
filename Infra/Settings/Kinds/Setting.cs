namespace Infra.Settings.Kinds;

/// <summary>A setting whose value is a <typeparamref name="T"/> once it is parsed.</summary>
internal abstract class Setting<T> : SettingDefinition
{
    protected static IReadOnlyList<Fault> NoFaults { get; } = [];

    /// <summary>Parses configuration text; the value has a meaning only when there are no faults.</summary>
    public abstract IReadOnlyList<Fault> Parse(string text, out T value);
}

/// <summary>What is wrong with a text: the offending part, and what to do about it.</summary>
internal sealed record Fault(string Got, string Mend);
