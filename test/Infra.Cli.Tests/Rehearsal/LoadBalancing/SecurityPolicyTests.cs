using System.Globalization;
using System.Security.Authentication;
using Infra.Cli.Rehearsal.LoadBalancing;
using Infra.Cli.Shell;
using Infra.LoadBalancing;

namespace Infra.Cli.Tests.Rehearsal.LoadBalancing;

[TestFixture]
internal sealed class SecurityPolicyTests
{
    private const ushort Ssl30 = 0x0300;
    private const ushort Tls10 = 0x0301;
    private const ushort Tls11 = 0x0302;
    private const ushort Tls12 = 0x0303;
    private const ushort EcdheRsaAes128Sha = 0xC013;
    private const ushort EcdheRsaAes128GcmSha256 = 0xC02F;
    private const int HandshakeFailure = 40;
    private const int ProtocolVersion = 70;

    // The column "Cipher suite" of https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html, without
    // those for ECDSA keys, which this certificate has not.
    private const string Restricted = "c02f c030";
    private const string ForwardSecret = "c02f c027 c030 c028";
    private const string Compatible = "c02f c027 c013 c030 c028 c014 9c 3c 2f 9d 3d 35";

    // In nobody's policy: 3DES, DHE, ChaCha20 before TLS 1.3, CCM.
    private const string Foreign = "0a 9e cca8 c09c";

    [TestCase("ELBSecurityPolicy-TLS13-1-3-2021-06", "")]
    [TestCase("ELBSecurityPolicy-TLS13-1-3-PQ-2025-09", "")]
    [TestCase("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09", Restricted)]
    [TestCase("ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04", Restricted)]
    [TestCase("ELBSecurityPolicy-TLS13-1-2-2021-06", ForwardSecret)]
    [TestCase("ELBSecurityPolicy-2016-08", Compatible)]
    public async Task Policy_OverTls12_TakesItsCipherSuitesOnly(string policy, string cipherSuites)
    {
        await using var rig = await StartAsync(policy);

        var taken = new List<string>();
        foreach (var suite in $"{Compatible} {Foreign}".Split(' '))
        {
            if ((await OfferAsync(rig, Tls12, ushort.Parse(suite, NumberStyles.HexNumber, CultureInfo.InvariantCulture))).Alert is null)
                taken.Add(suite);
        }

        Assert.That(taken, Is.EqualTo(cipherSuites.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    [TestCase(Ssl30, HandshakeFailure)]
    [TestCase(Tls10, ProtocolVersion)]
    [TestCase(Tls11, ProtocolVersion)]
    public async Task OldVersion_ByTheDeclaredPolicy_IsRefusedWithAnAlert(int version, int alert)
    {
        await using var rig = await Rig.StartAsync();

        var reply = await OfferAsync(rig, (ushort)version, EcdheRsaAes128Sha);

        Assert.That(reply.Alert, Is.EqualTo(alert));
    }

    [TestCase("ELBSecurityPolicy-2016-08")]
    [TestCase("ELBSecurityPolicy-TLS13-1-0-2021-06")]
    public async Task OldVersion_ByAWeakPolicy_IsTaken(string policy)
    {
        await using var rig = await StartAsync(policy);

        var old = await OfferAsync(rig, Tls10, EcdheRsaAes128Sha);

        Assert.That(old, Is.EqualTo(new ServerReply(null, Tls10, EcdheRsaAes128Sha)));
    }

    [Test]
    public async Task Tls12_ByAPolicyForTls13Only_IsRefusedWithAnAlert()
    {
        await using var rig = await StartAsync("ELBSecurityPolicy-TLS13-1-3-2021-06");

        var reply = await OfferAsync(rig, Tls12, EcdheRsaAes128GcmSha256);

        Assert.That(reply.Alert, Is.EqualTo(ProtocolVersion));
    }

    [TestCase("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09", SslProtocols.Tls13)]
    [TestCase("ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09", SslProtocols.Tls13)]
    [TestCase("ELBSecurityPolicy-2016-08", SslProtocols.Tls12)]
    public async Task NewestVersion_OfThePolicy_IsNegotiated(string policy, SslProtocols expected)
    {
        await using var rig = await StartAsync(policy);

        await using var stream = await rig.ConnectAsync();

        Assert.That(stream.SslProtocol, Is.EqualTo(expected));
    }

    [Test]
    public void EveryPolicy_ThatAStackMayHave_IsKnown() =>
        Assert.That(TlsPolicies.Allowed.Select(name => SecurityPolicies.Named(name).Name), Is.EqualTo(TlsPolicies.Allowed));

    [Test]
    public void UnknownPolicy_IsAUsageError() =>
        Assert.That(
            async () => await StartAsync("ELBSecurityPolicy-2015-05"),
            Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(
                "the security policy of the HTTPS listener must be one of ELBSecurityPolicy-TLS13-1-3-2021-06, "
                + "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09, ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04, "
                + "ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09, ELBSecurityPolicy-TLS13-1-2-Res-2021-06, "
                + "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09, ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04, "
                + "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09, ELBSecurityPolicy-TLS13-1-2-2021-06, "
                + "ELBSecurityPolicy-TLS13-1-0-2021-06, ELBSecurityPolicy-2016-08 to be rehearsed, got ELBSecurityPolicy-2015-05"));

    private static Task<Rig> StartAsync(string policy) =>
        Rig.StartAsync(stack => stack.WithHttps(https => https with { TlsPolicy = policy }));

    private static Task<ServerReply> OfferAsync(Rig rig, ushort version, ushort cipherSuite) =>
        ClientHello.SendAsync(rig.LoadBalancer.HttpsUrl.Port, version, cipherSuite);
}
