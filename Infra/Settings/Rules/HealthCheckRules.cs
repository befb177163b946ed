using Infra.Settings.Catalogue;

namespace Infra.Settings.Rules;

internal static class HealthCheckRules
{
    public static void Check(HealthCheckSettings healthCheck, ProblemList problems)
    {
        if (problems.AreRead(HealthCheckCatalogue.Interval, HealthCheckCatalogue.Timeout) && healthCheck.Timeout >= healthCheck.Interval)
        {
            var interval = problems.NameOf(HealthCheckCatalogue.Interval);
            problems.Add(HealthCheckCatalogue.Timeout,
                $"must be shorter than {interval} ({problems.TypedAt(HealthCheckCatalogue.Interval)})",
                problems.TypedAt(HealthCheckCatalogue.Timeout), $"lower it, or raise {interval}");
        }
    }
}
