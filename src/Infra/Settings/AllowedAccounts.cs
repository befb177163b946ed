using System.Text.RegularExpressions;
using Infra.Settings.Kinds;
using Infra.Settings.Reading;

namespace Infra.Settings;

/// <summary>
/// <c>aws:allowedAccountIds</c>: the accounts that a stack may be deployed to. With credentials of any other the provider refuses before
/// it touches anything, see https://www.pulumi.com/registry/packages/aws/installation-configuration/.
/// </summary>
public static partial class AllowedAccounts
{
    /// <summary>The key in a stack's file.</summary>
    public const string Key = "aws:allowedAccountIds";

    /// <summary>The account that stands in a stack's file as delivered; it is nobody's, as AWS uses it in its documents.</summary>
    public const string Example = "123456789012";

    private const string Mend = "set it by the command `pulumi config set --path 'aws:allowedAccountIds[0]' <account>`";

    /// <summary>Whether the account that is allowed is the example.</summary>
    /// <param name="text">The value, a JSON array; none: every account is allowed.</param>
    public static bool HoldExample(string? text) => text is not null && JsonTexts.Of(text)?.Contains(Example) == true;

    /// <summary>Whether a text can be an account's id: twelve digits.</summary>
    public static bool IsId(string text) => Id().IsMatch(text);

    internal static void Check(ConfigSource source, ProblemList problems)
    {
        if (source.Provider.GetValueOrDefault("allowedAccountIds") is not { Length: > 0 } text)
            return;

        if (source.IsDeployed && HoldExample(text))
        {
            problems.AddProvider(new(Key, "must be your own account, and still is the example", Example, Mend));
            return;
        }

        // A secret's value is not known before a deployment.
        if (!source.SecretKeys.Contains(Key) && !(JsonTexts.Of(text) is { Count: > 0 } ids && ids.All(IsId)))
            problems.AddProvider(new(Key, "must be a list of account ids of 12 digits, each in quotes", text, Mend));
    }

    [GeneratedRegex(@"^[0-9]{12}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
