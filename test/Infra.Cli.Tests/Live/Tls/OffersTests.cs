using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Infra.Cli.Live.Tls;
using Infra.LoadBalancing;
using static System.Net.Security.TlsCipherSuite;

namespace Infra.Cli.Tests.Live.Tls;

/// <summary>What the probes offer: all there is, each kind by itself.</summary>
internal sealed class OffersTests
{
    private const int LeastBits = 256;

    [Test]
    public void Groups_AreEachOfOneKind()
    {
        NamedGroup[] offered =
            [.. OfferedGroups.Curves, .. OfferedGroups.WeakCurves, .. OfferedGroups.FiniteFields, .. OfferedGroups.Hybrids];

        Assert.That(offered, Is.EquivalentTo(Enum.GetValues<NamedGroup>()));
    }

    // By their names: a curve over a prime field with 256 bits or more, which the server has not made up.
    [Test]
    public void Curves_AreWeak_ByTheirSizeAndField()
    {
        var strong = Enum.GetValues<NamedGroup>().Where(group => IsStrong($"{group}"));

        Assert.That(OfferedGroups.Curves, Is.EquivalentTo(strong));
        Assert.That(OfferedGroups.Curves[0], Is.EqualTo(NamedGroup.X25519));

        static bool IsStrong(string name) => name is "X25519" or "X448" || IsLong(name, "Secp") || IsLong(name, "BrainpoolP");

        static bool IsLong(string name, string family) =>
            name.StartsWith(family, StringComparison.Ordinal)
            && !name.Contains("MLKEM", StringComparison.Ordinal)
            && int.Parse(name.AsSpan(family.Length, 3), CultureInfo.InvariantCulture) >= LeastBits;
    }

    [Test]
    public void Suites_OfTls13_AreAllOfItsRange() =>
        Assert.That(OfferedSuites.Tls13, Is.EquivalentTo(Enum.GetValues<TlsCipherSuite>().Where(suite => ((ushort)suite >> 8) == 0x13)));

    [Test]
    public void Suites_OfAPolicy_AreThoseThatItDeclares()
    {
        TlsCipherSuite[] restricted =
        [
            TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
            TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
        ];

        foreach (var policy in TlsPolicies.Allowed)
        {
            var suites = policy.Contains("-1-3-", StringComparison.Ordinal) ? [] : restricted;
            Assert.That(SecurityPolicySuites.OfTls12(policy), Is.EqualTo(suites), policy);
        }

        Assert.That(SecurityPolicySuites.OfTls12("ELBSecurityPolicy-2016-08"), Is.Null);
    }

    [TestCase(TlsPolicies.Default, true)]
    [TestCase("ELBSecurityPolicy-TLS13-1-3-PQ-2025-09", true)]
    [TestCase("ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09", true)]
    [TestCase("ELBSecurityPolicy-TLS13-1-2-Res-2021-06", false)]
    [TestCase("ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04", false)]
    public void Policy_PromisesPostQuantumKeys_ByItsName(string policy, bool isPostQuantum) =>
        Assert.That(SecurityPolicySuites.IsPostQuantum(policy), Is.EqualTo(isPostQuantum));

    [Test]
    public void Connection_DownloadsNothing_AndAsksTheCallerAlone()
    {
        RemoteCertificateValidationCallback takes = (_, shown, _, _) => shown is not null;

        var options = TlsClient.Options(takes);

        var policy = options.CertificateChainPolicy!;
        Assert.That(options.RemoteCertificateValidationCallback, Is.SameAs(takes));
        Assert.That((policy.DisableCertificateDownloads, policy.RevocationMode), Is.EqualTo((true, X509RevocationMode.NoCheck)));
    }
}
