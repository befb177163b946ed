using Infra.Cli.Shell;
using Infra.Settings;

namespace Infra.Cli.Init;

/// <summary>The account that a stack may be deployed to.</summary>
internal static class AccountAnswer
{
    /// <summary>The provider's setting, a list.</summary>
    public const string Key = AllowedAccounts.Key;

    /// <summary>What is wrong with it; none where it can be an account.</summary>
    // https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html
    public static string? Problem(SettingText? answer) =>
        answer?.Items.FirstOrDefault(id => !AllowedAccounts.IsId(id)) is { } wrong
            ? $"{Key} must be account ids of 12 digits, got {LegibleText.Of(wrong)}: write it like 111122223333, without hyphens"
            : null;
}
