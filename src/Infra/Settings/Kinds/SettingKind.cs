namespace Infra.Settings.Kinds;

/// <summary>How a setting's value is typed in YAML.</summary>
public enum SettingKind
{
    /// <summary>Text of a form that the setting's range describes.</summary>
    Text,

    /// <summary>One of a few words.</summary>
    Choice,

    /// <summary>A whole number, in digits alone.</summary>
    Integer,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A whole number with its unit: <c>30s</c>, <c>5m</c>, <c>1h</c>.</summary>
    Duration,

    /// <summary>A YAML list of texts; for <c>zones</c> and by <c>--set</c> also one text with commas between the items.</summary>
    TextList,
}
