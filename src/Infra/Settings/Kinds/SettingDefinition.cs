namespace Infra.Settings.Kinds;

/// <summary>
/// One setting, as the catalogue lists it. Reading, validation, error messages, <c>Pulumi.yaml</c> and the
/// documentation all follow from it.
/// </summary>
public abstract class SettingDefinition
{
    /// <summary>The key, without the project's namespace, e.g. <c>maxServers</c>.</summary>
    public required string Key { get; init; }

    /// <summary>How the value is typed.</summary>
    public abstract SettingKind Kind { get; }

    /// <summary>What the value counts, where its kind does not say so, e.g. <c>percent</c>.</summary>
    public string? Unit { get; init; }

    /// <summary>
    /// The default as configuration text; lists are JSON. Null: a stack must set it. Empty: it may stay unset, which is written so in
    /// <c>Pulumi.yaml</c> because Pulumi requires a value of every declared key that has no default
    /// (https://github.com/pulumi/pulumi/issues/21797).
    /// </summary>
    public string? Default { get; init; }

    /// <summary>What happens when a setting with an empty default is not set.</summary>
    public string? WhenNotSet { get; init; }

    /// <summary>The values that are accepted, in words that follow "must be".</summary>
    public abstract string Range { get; }

    /// <summary>
    /// A valid value other than the default, as configuration text, where the range alone does not show what one looks like: of texts
    /// and lists. Other kinds have none.
    /// </summary>
    public string? Example { get; init; }

    /// <summary>
    /// Whether a stack file may keep the value secret. By default it may not, since ids, names, numbers or scripts of resources tell it,
    /// which Pulumi does not encrypt.
    /// </summary>
    public bool CanBeSecret { get; init; }

    /// <summary>What the setting changes.</summary>
    public required string Effect { get; init; }

    /// <summary>What another value does to a stack that runs.</summary>
    public required LiveChange WhenChanged { get; init; }

    /// <summary>The effect, and for a setting that may stay unset the effect of that: the description in <c>Pulumi.yaml</c>.</summary>
    public string Description => WhenNotSet is null ? Effect : $"{Effect} Not set: {WhenNotSet}.";

    /// <summary>Whether the setting may stay without a value.</summary>
    public bool IsOptional => Default is "";

    /// <summary>Whether a text may be its value; of a list, one of its items.</summary>
    public abstract bool Accepts(string text);

    /// <summary>Whether two texts that may be its value are the same one, as <c>60s</c> and <c>1m</c> are.</summary>
    public abstract bool AreSame(string one, string other);
}
