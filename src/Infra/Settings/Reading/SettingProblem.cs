namespace Infra.Settings.Reading;

/// <summary>One reason why settings can't be used.</summary>
/// <param name="Key">The key as it stands in the stack's file, e.g. <c>infra:maxServers</c>.</param>
/// <param name="Rule">What the value must be.</param>
/// <param name="Got">The value; null when there is none to show.</param>
/// <param name="Mend">What to do about it.</param>
public sealed record SettingProblem(string Key, string Rule, string? Got, string Mend)
{
    /// <summary>The problem on one line.</summary>
    public override string ToString() => Got is null ? $"{Key} {Rule}: {Mend}" : $"{Key} {Rule}, got {ShownValue.Of(Got)}: {Mend}";
}
