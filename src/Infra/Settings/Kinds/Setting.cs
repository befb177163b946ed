namespace Infra.Settings.Kinds;

/// <summary>A setting whose value is a <typeparamref name="T"/> once it is parsed.</summary>
internal abstract class Setting<T> : SettingDefinition
{
    protected static IReadOnlyList<Fault> NoFaults { get; } = [];

    /// <summary>Parses configuration text; the value has a meaning only when there are no faults.</summary>
    public abstract IReadOnlyList<Fault> Parse(string text, out T value);

    public override bool Accepts(string text) => Parse(text, out _).Count == 0;

    public override bool AreSame(string one, string other) =>
        Parse(one, out var value).Count == 0 && Parse(other, out var same).Count == 0
        && EqualityComparer<T>.Default.Equals(value, same);
}

/// <summary>What is wrong with a text: the offending part, and what to do about it.</summary>
internal sealed record Fault(string Got, string Mend);
