namespace Infra.Cli.StackFiles;

/// <summary>A configuration value as a program gets it.</summary>
/// <param name="Text">The text; lists and maps are JSON.</param>
/// <param name="IsSecret">Whether it must never be shown.</param>
internal sealed record ConfigValue(string Text, bool IsSecret = false)
{
    /// <summary>What takes a secret's place wherever it would be shown.</summary>
    public const string Hidden = "[secret]";

    /// <summary>The value as it may be shown.</summary>
    public string Shown => IsSecret ? Hidden : Text;
}
