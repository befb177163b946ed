using static Infra.Settings.Catalogue.LoadBalancerCatalogue;

namespace Infra.Settings.Rules;

internal static class LoadBalancerRules
{
    public static void Check(LoadBalancerSettings loadBalancer, ProblemList problems)
    {
        // Pulumi fills defaults in before the program sees them, so a limit that equals the default can't be told from none.
        var limit = problems.TypedAt(WafRateLimit);
        if (problems.AreRead(Waf, WafRateLimit) && !loadBalancer.Waf && limit != WafRateLimit.Default)
        {
            problems.Add(WafRateLimit, $"must stay unset while {problems.NameOf(Waf)} is false", limit,
                $"set {problems.NameOf(Waf)} to true, or remove it");
        }
    }
}
