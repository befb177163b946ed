namespace Infra.Cli.Init;

/// <summary>The account that a stack may be deployed to.</summary>
internal static class AccountAnswer
{
    /// <summary>The provider's setting, a list.</summary>
    // https://www.pulumi.com/registry/packages/aws/installation-configuration/
    public const string Key = "aws:allowedAccountIds";

    private const int Digits = 12;

    /// <summary>What is wrong with it; none where it can be an account.</summary>
    // https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html
    public static string? Problem(SettingText? answer) =>
        answer?.Items.FirstOrDefault(id => id.Length != Digits || !id.All(char.IsAsciiDigit)) is { } wrong
            ? $"{Key} must be account ids of {Digits} digits, got {Shown(wrong)}: write it like 123456789012, without hyphens"
            : null;

    private static string Shown(string text) => Shell.LegibleText.Of(text);
}
