using Infra.Cli.Live;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Verify;
using Infra.Tests.Support;
using static Infra.Cli.Tests.Live.Verify.Claims;

namespace Infra.Cli.Tests.Live.Verify.OtherServers;

/// <summary>What a verification finds of real servers: nothing where they are right, and the one thing that is wrong otherwise.</summary>
[Category("Live")]
[TestFixture(typeof(Nginx))]
[TestFixture(typeof(HaProxy))]
internal sealed class OtherServerTests<T>
    where T : IServerMake, new()
{
    private readonly T _make = new();
    private readonly SiteCertificate _certificate = SiteCertificate.For();

    private static IEnumerable<TestCaseData> WrongConfigurations() => (typeof(T) == typeof(Nginx) ? NginxMistakes.All : HaProxyMistakes.All)
        .Select(mistake => new TestCaseData(mistake).SetArgDisplayNames(mistake.Name));

    [Test]
    [Requirement("R2")]
    [Requirement("R3")]
    [Requirement("R5")]
    public async Task Server_ThatIsRight_PassesEverything()
    {
        await using var server = await OtherServer.StartAsync(_make, _certificate);

        var report = await VerifyAsync(server.Site);

        Assert.That(report.Verdicts.Where(verdict => verdict.Finding.Outcome != Outcome.Pass), Is.Empty);
        Assert.That(report.Count(Outcome.Pass), Is.EqualTo(Count));
    }

    [TestCaseSource(nameof(WrongConfigurations))]
    public async Task Server_ThatIsWrong_FailsByThat(Mistake mistake)
    {
        await using var server = await OtherServer.StartAsync(_make, _certificate, mistake.Make);

        await FailsAsync(server.Site, mistake.Claims);
    }

    [TestCase("TLSv1.0", "-tls1", "TLS 1.0: accepted, TLS 1.0 with ")]
    [TestCase("TLSv1.1", "-tls1_1", "TLS 1.0: alert protocol_version; TLS 1.1: accepted, TLS 1.1 with ")]
    [Requirement("R3")]
    public async Task OldTls_ThatTheServerTrulySpeaks_IsFound(string version, string option, string seen)
    {
        // OpenSSL 3 has no TLS 1.0 and 1.1 above security level 0, and gives 1.2 the same CBC suites that they need: two claims fail.
        var mistake = typeof(T) == typeof(Nginx) ? NginxMistakes.OldTls(version) : HaProxyMistakes.OldTls(version);
        await using var server = await OtherServer.StartAsync(_make, _certificate, mistake.Make);

        var report = await FailsAsync(server.Site, RefusesOld, RefusesWeak);

        Assert.That(report.Verdicts.Single(verdict => verdict.Claim.Text == RefusesOld).Finding.Seen, Does.Contain(seen));
        Assert.That(await OpenSslClient.AgreesAsync(server.Site, option), Is.True, "OpenSSL's own client gets through the handshake");
    }

    [Test]
    [Requirement("R3")]
    public async Task OldTls_OfAServerThatIsRight_IsRefusedToOpenSslToo()
    {
        await using var server = await OtherServer.StartAsync(_make, _certificate);

        Assert.That(await OpenSslClient.AgreesAsync(server.Site, "-tls1_1"), Is.False);
        Assert.That(await OpenSslClient.AgreesAsync(server.Site, "-tls1_2"), Is.True);
    }

    [Test]
    [Requirement("R3")]
    public async Task Tls13Alone_IsWhatASiteMayBeTo()
    {
        var mistake = typeof(T) == typeof(Nginx) ? NginxMistakes.Tls13Only : HaProxyMistakes.Tls13Only;
        await using var server = await OtherServer.StartAsync(_make, _certificate, mistake.Make);

        await FailsAsync(server.Site, AcceptsNew);
        await FailsAsync(server.Site with { IsTls13Only = true });
    }

    [TestCase(-1)]
    [TestCase(13)]
    [Requirement("R3")]
    public async Task Certificate_ThatHasEndedOrEndsSoon_Fails(int daysLeft)
    {
        await using var server = await OtherServer.StartAsync(_make, SiteCertificate.For(daysLeft: daysLeft));

        await FailsAsync(server.Site, IsValid);
    }

    [Test]
    [Requirement("R3")]
    public async Task Certificate_ForAnotherHost_Fails()
    {
        await using var server = await OtherServer.StartAsync(_make, SiteCertificate.For("www.example.org"));

        await FailsAsync(server.Site, IsForHost);
    }

    [Test]
    [Requirement("R3")]
    public async Task Certificate_OfARootThatIsNotTrusted_Fails()
    {
        await using var server = await OtherServer.StartAsync(_make, _certificate);

        await FailsAsync(server.Site with { Trusted = [SiteCertificate.For().Root] }, IsTrusted);
    }

    private static async Task<VerifyReport> FailsAsync(LiveSite site, params string[] claims)
    {
        var report = await VerifyAsync(site);
        Assert.That(
            report.Verdicts.Where(verdict => verdict.Finding.Outcome != Outcome.Pass)
                .Select(verdict => (verdict.Claim.Text, verdict.Finding.Outcome)),
            Is.EqualTo(claims.Select(claim => (claim, Outcome.Fail))),
            string.Join('\n', report.Verdicts.Select(verdict => verdict.Finding)));
        return report;
    }

    private static Task<VerifyReport> VerifyAsync(LiveSite site) => Verifier.RunAsync(site, new Progress<Claim>(), CancellationToken.None);
}
