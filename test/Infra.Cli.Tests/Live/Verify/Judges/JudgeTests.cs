using System.Globalization;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.SiteChecks;
using Infra.Cli.Live.Tls;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.Verify.Judges;

/// <summary>What we see of a server is what a judge from outside sees of it: versions, suites, weak fields and curves.</summary>
[Category("Live")]
internal sealed class JudgeTests
{
    private static readonly TlsVersion[] Versions =
        [TlsVersion.Ssl30, TlsVersion.Tls10, TlsVersion.Tls11, TlsVersion.Tls12, TlsVersion.Tls13];

    [TestCaseSource(typeof(TlsSetup), nameof(TlsSetup.All))]
    [Requirement("R3")]
    public async Task Suites_WeSee_AreThoseThatNmapSees(object setup)
    {
        await using var server = await JudgedServer.StartAsync((TlsSetup)setup);

        var judged = await Nmap.AskAsync(server.Site);

        foreach (var version in Versions)
        {
            var suites = version == TlsVersion.Tls13 ? OfferedSuites.Tls13 : KnownSuites.All;
            var hello = new ClientHello(version, suites) { Groups = [.. OfferedGroups.Curves, .. OfferedGroups.WeakCurves] };
            var search = await SuiteSearch.RunAsync(server.Site, hello, most: int.MaxValue, CancellationToken.None);

            Assert.That(search.IsUnclear, Is.False, search.Refusals);
            Assert.That(
                search.SuitesOver(version).Select(TlsNames.Of),
                Is.EquivalentTo(judged.Where(seen => seen.Version == version).Select(seen => seen.Suite)),
                TlsNames.Of(version));
        }

        Assert.That(judged, Is.Not.Empty);
        Assert.That(
            (await new OldTlsCheck().RunAsync(server.Site, CancellationToken.None)).Outcome,
            Is.EqualTo(judged.Any(seen => seen.Version < TlsVersion.Tls12) ? Outcome.Fail : Outcome.Pass));
        Assert.That(
            (await new KeyGroupsCheck().RunAsync(server.Site, CancellationToken.None)).Outcome,
            Is.EqualTo(judged.Any(seen => seen.Version == TlsVersion.Tls12 && IsWeak(seen.Exchange)) ? Outcome.Fail : Outcome.Pass));
    }

    // "dh 1024", "secp224r1", "sect283k1", "rsa 2048".
    private static bool IsWeak(string exchange) =>
        (exchange.Split(' ') is ["dh", var bits] && int.Parse(bits, CultureInfo.InvariantCulture) < 2048)
        || OfferedGroups.WeakCurves.Any(curve => exchange.Equals(TlsNames.Of(curve), StringComparison.OrdinalIgnoreCase));
}
