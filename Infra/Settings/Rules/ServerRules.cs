using static Infra.Settings.Catalogue.ServerCatalogue;

namespace Infra.Settings.Rules;

internal static class ServerRules
{
    public static void Check(ServerSettings servers, ProblemList problems)
    {
        if (problems.AreRead(MinServers, MaxServers) && servers.MaxServers < servers.MinServers)
        {
            var minimum = problems.NameOf(MinServers);
            problems.Add(MaxServers, $"must be at least {minimum} ({problems.TypedAt(MinServers)})",
                problems.TypedAt(MaxServers), $"raise it, or lower {minimum}");
        }
    }
}
