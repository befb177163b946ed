using Pulumi;

namespace Infra.Settings.Reading;

/// <summary>The text of a setting that a stack file may keep secret. Shown by accident, a secret one is <c>[secret]</c>.</summary>
/// <param name="Value">The text itself: for rules, never for messages.</param>
/// <param name="IsSecret">Whether the stack file keeps it secret.</param>
public sealed record SecretText(string Value, bool IsSecret)
{
    /// <summary>What takes a secret's place wherever it would be shown, as in Pulumi's own output.</summary>
    public const string Hidden = "[secret]";

    /// <summary>The text for a resource: Pulumi encrypts a secret one in its state, and shows it to nobody.</summary>
    public Input<string> ToInput() => IsSecret ? Output.CreateSecret(Value) : Output.Create(Value);

    /// <summary>The text as it may be shown.</summary>
    public override string ToString() => IsSecret ? Hidden : Value;
}
