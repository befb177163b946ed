using System.Diagnostics;
using Infra.Cli.Live;
using Infra.Cli.Live.Claims;
using Infra.Cli.Live.Http;
using Infra.Cli.Live.Load;
using Infra.Cli.Live.SiteChecks;
using Infra.Cli.Live.Verify;
using Infra.Cli.Rehearsal.LoadBalancing;
using Infra.Cli.Rehearsal.WebServers;

namespace Infra.Cli.Tests.Live.Tls;

/// <summary>A certificate is somebody else's text: no address in it is asked for anything, whoever meets it.</summary>
internal sealed class LeadingCertificateTests
{
    private const string AlternativeNames = "2.5.29.17";
    private const string BasicConstraints = "2.5.29.19";
    private const string ExtendedKeyUsage = "2.5.29.37";

    // A download that nobody answers is given up after 15 s.
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(10);

    [Test]
    public async Task Verify_AsksNoAddressOfACertificate_AndIsQuick()
    {
        await using var place = new LeadingCertificate();
        var startedAt = Stopwatch.GetTimestamp();

        var report = await Verifier.RunAsync(place.Site, new Progress<Claim>(), CancellationToken.None);

        Assert.That(place.Visits, Is.Zero);
        Assert.That(Stopwatch.GetElapsedTime(startedAt), Is.LessThan(Quick));
        Assert.That(
            report.Verdicts.Single(verdict => verdict.Claim.Text == new FrontPageCheck().Claim.Text).Finding,
            Is.EqualTo(Finding.Pass("/: 200")));
    }

    [Test]
    public async Task Load_AsksNoAddressOfACertificate_AndIsAnswered()
    {
        await using var place = new LeadingCertificate();
        await using var load = new LoadGenerator(place.Site.Url);
        var startedAt = Stopwatch.GetTimestamp();

        load.SetRate(50);
        while (load.Counts.Sent < 10)
            await Task.Delay(10);

        Assert.That(place.Visits, Is.Zero);
        Assert.That(load.Counts.Failed, Is.Zero);
        Assert.That(Stopwatch.GetElapsedTime(startedAt), Is.LessThan(Quick));
    }

    [Test]
    public async Task LoadBalancer_AsksNoAddressOfAServersCertificate()
    {
        await using var place = new LeadingCertificate();
        using var client = new HttpMessageInvoker(TargetConnections.Handler());

        using var answer = await client.SendAsync(new(HttpMethod.Get, place.Site.Url), CancellationToken.None);

        Assert.That(answer.IsSuccessStatusCode);
        Assert.That(place.Visits, Is.Zero);
    }

    [Test]
    public async Task Chain_ThatTheServerLeavesIncomplete_FailsAndSaysSo()
    {
        await using var place = new LeadingCertificate();

        var finding = await new CertificateChainCheck().RunAsync(place.Site, CancellationToken.None);

        Assert.That(
            finding,
            Is.EqualTo(Finding.Fail(
                "issued by CN=intermediate: the server does not send the certificate of CN=intermediate, and who connects has no other "
                + "way to it; a browser may fetch it, other clients fail")));
    }

    // What the rehearsal's listeners and servers show is made here, and a TLS server may look for its own issuer, too.
    [Test]
    public void CertificatesOfARehearsal_NameNoAddress()
    {
        using var server = ServerCertificate.Create();
        using var listener = ListenerCertificate.Create(new(["a.example"], TimeSpan.FromDays(1), IsSelfSigned: true));

        var named = server.Extensions.Concat(listener.Extensions).Select(extension => extension.Oid!.Value).Distinct();
        Assert.That(named, Is.EquivalentTo(new[] { AlternativeNames, BasicConstraints, ExtendedKeyUsage }));
    }
}
