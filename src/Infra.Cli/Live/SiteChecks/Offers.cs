using System.Globalization;
using System.Net.Security;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Tls;

namespace Infra.Cli.Live.SiteChecks;

/// <summary>Offers that a server has to refuse.</summary>
internal static class Offers
{
    // Enough to see what is wrong with a server; one that takes all would be asked hundreds of times otherwise.
    private const int MostNamed = 20;

    /// <summary>Offers cipher suites over one version: all that are accepted are named, and one is enough to fail.</summary>
    /// <exception cref="SiteUnreachableException">There is no connection to be had.</exception>
    public static async Task<Finding> FindRefusedAsync(
        LiveSite site, TlsVersion version, IReadOnlyList<TlsCipherSuite> suites, CancellationToken cancellation)
    {
        var hello = new ClientHello(version, suites) { Groups = [.. OfferedGroups.Curves, .. OfferedGroups.WeakCurves] };
        var search = await SuiteSearch.RunAsync(site, hello, MostNamed, cancellation);
        if (search.Accepted.Count > 0)
        {
            var more = search.Accepted.Count < MostNamed ? "" : "; more were not asked for";
            return Finding.Fail($"accepted: {string.Join("; ", search.Accepted.Select(answer => answer.Shown))}{more}");
        }

        return search.IsUnclear
            ? Finding.NotChecked(search.Refusals)
            : Finding.Pass(string.Create(CultureInfo.InvariantCulture, $"{suites.Count} cipher suites offered: {search.Refusals}"));
    }

    /// <summary>Offers a version with every cipher suite that there is for it.</summary>
    /// <exception cref="SiteUnreachableException">There is no connection to be had.</exception>
    public static async Task<(AnswerKind Kind, string Shown)> AskForVersionAsync(
        LiveSite site, TlsVersion version, CancellationToken cancellation)
    {
        var hello = new ClientHello(version, KnownSuites.All) { Groups = [.. OfferedGroups.Curves, .. OfferedGroups.WeakCurves] };
        var search = await SuiteSearch.RunAsync(site, hello, most: 1, cancellation);
        return search.Accepted.Count > 0 ? (AnswerKind.Accepted, $"accepted, {search.Accepted[0].Shown}")
            : (search.IsUnclear ? AnswerKind.Unclear : AnswerKind.Refused, search.Refusals);
    }
}
