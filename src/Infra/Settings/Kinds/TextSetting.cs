namespace Infra.Settings.Kinds;

/// <summary>A setting whose text must have a certain form.</summary>
internal sealed class TextSetting : Setting<string>
{
    /// <summary>The form in words that follow "must be".</summary>
    public required string Form { get; init; }

    /// <summary>Null for a text of that form, else what to write instead.</summary>
    public required Func<string, string?> MendOf { get; init; }

    public override SettingKind Kind => SettingKind.Text;

    public override string Range => Form;

    public override IReadOnlyList<Fault> Parse(string text, out string value)
    {
        value = text;
        return MendOf(text) is { } mend ? [new(text, mend)] : NoFaults;
    }
}
