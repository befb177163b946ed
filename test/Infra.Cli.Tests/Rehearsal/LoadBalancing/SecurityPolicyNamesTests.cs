using System.Net.Security;
using System.Security.Authentication;
using Infra.Cli.Rehearsal.LoadBalancing;

namespace Infra.Cli.Tests.Rehearsal.LoadBalancing;

/// <summary>
/// What AWS says with the name of a policy:
/// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html.
/// </summary>
internal sealed class SecurityPolicyNamesTests
{
    private static readonly IEnumerable<string> Names = SecurityPolicies.Names;

    private static readonly IEnumerable<string> NamesOfTls13 = Names.Where(name => name.Contains("TLS13", StringComparison.Ordinal));

    [TestCaseSource(nameof(Names))]
    public void Versions_AreThoseOfTheName(string name)
    {
        var isFrom13 = name.Contains("TLS13-1-3", StringComparison.Ordinal);
        var isFrom12 = name.Contains("TLS13-1-2", StringComparison.Ordinal);
        var policy = SecurityPolicies.Named(name);

        Assert.That(policy.Protocols.HasFlag(SslProtocols.Tls13), Is.EqualTo(name.Contains("TLS13", StringComparison.Ordinal)));
        Assert.That(policy.Protocols.HasFlag(SslProtocols.Tls12), Is.EqualTo(!isFrom13));
        Assert.That(policy.IsOutdated, Is.EqualTo(!isFrom13 && !isFrom12));
    }

    // ChaCha20 is no cipher of FIPS 140.
    [TestCaseSource(nameof(NamesOfTls13))]
    public void Suites_OfTls13_AreThoseOfTheName(string name)
    {
        var suites = SecurityPolicies.Named(name).CipherSuites;

        Assert.That(suites, Has.Member(TlsCipherSuite.TLS_AES_128_GCM_SHA256).And.Member(TlsCipherSuite.TLS_AES_256_GCM_SHA384));
        Assert.That(
            suites.Contains(TlsCipherSuite.TLS_CHACHA20_POLY1305_SHA256),
            Is.EqualTo(!name.Contains("FIPS", StringComparison.Ordinal)));
    }

    // "Res" is for restricted: no CBC, and no key exchange without forward secrecy.
    [TestCaseSource(nameof(NamesOfTls13))]
    public void Suites_OfTls12_AreThoseOfTheName(string name)
    {
        var older = SecurityPolicies.Named(name).CipherSuites.Select(suite => $"{suite}")
            .Where(suite => suite.Contains("_WITH_", StringComparison.Ordinal)).ToList();

        Assert.That(older.Count > 0, Is.EqualTo(!name.Contains("TLS13-1-3", StringComparison.Ordinal)));
        Assert.That(older.Any(suite => suite.Contains("_CBC_", StringComparison.Ordinal)),
            Is.EqualTo(older.Count > 0 && !name.Contains("Res", StringComparison.Ordinal)));
        Assert.That(older.All(suite => suite.StartsWith("TLS_ECDHE_", StringComparison.Ordinal)),
            Is.EqualTo(!name.Contains("TLS13-1-0", StringComparison.Ordinal)));
    }
}
