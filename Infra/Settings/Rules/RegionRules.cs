namespace Infra.Settings.Rules;

internal static class RegionRules
{
    private const string Key = "aws:region";
    private const string Mend = "choose one by the command `pulumi config set aws:region eu-west-1`";

    public static void Check(string region, ProblemList problems)
    {
        if (region.Length == 0)
        {
            problems.AddRegion(new(Key, "is required", Got: null, Mend));
        }
        else if (!TextForms.IsRegion(region))
        {
            problems.AddRegion(new(Key, "must be an AWS region", region, Mend));
        }
    }
}
