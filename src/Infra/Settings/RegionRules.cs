using Infra.Settings.Reading;

namespace Infra.Settings;

internal static class RegionRules
{
    private const string Key = "aws:region";
    private const string Mend = "choose one by the command `pulumi config set aws:region eu-west-1`";

    /// <summary>Whether the stack file keeps the region secret, so that no message may tell it.</summary>
    public static bool IsSecret(ConfigSource source) => source.SecretKeys.Contains(Key);

    public static void Check(ConfigSource source, string region, ProblemList problems)
    {
        if (IsSecret(source))
        {
            problems.AddSecretProvider(Key);
        }
        else if (region.Length == 0)
        {
            problems.AddProvider(new(Key, "is required", Got: null, Mend));
        }
        else if (!TextForms.IsRegion(region))
        {
            problems.AddProvider(new(Key, "must be an AWS region", region, Mend));
        }
    }
}
