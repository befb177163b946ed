using Infra.Cli.Rehearsal.Emulation;
using Infra.Cli.Rehearsal.LoadBalancing;
using Infra.Cli.Tests.Rehearsal.LoadBalancing;

namespace Infra.Cli.Tests.Rehearsal.Emulation;

internal sealed class VerifyLineTests
{
    [Test]
    public async Task Line_OfDev_HasItsPortsAndItsCertificate()
    {
        await using var rig = await Rig.StartAsync();

        var line = VerifyLine.Of(rig.LoadBalancer.Site, "/tmp/a b.pem");

        Assert.That(line, Does.EndWith(
            $"Infra.Cli.dll verify https://localhost:{rig.LoadBalancer.HttpsUrl.Port} "
            + $"--http-port {rig.LoadBalancer.HttpUrl!.Port} --ca '/tmp/a b.pem'"));
    }

    [Test]
    public async Task Line_OfAnotherHealthPathAndPolicy_NamesThem()
    {
        await using var rig = await Rig.StartAsync(declared => declared
            .WithHttps(https => https with { TlsPolicy = "ELBSecurityPolicy-TLS13-1-3-2021-06" })
            .WithCheck(check => check with { Path = "/up?deep=1&x" }));

        Assert.That(VerifyLine.Of(rig.LoadBalancer.Site, "c.pem"), Does.EndWith(" --ca c.pem --health-path '/up?deep=1&x' --tls13-only"));
    }

    [TestCase("", ExpectedResult = "''")]
    [TestCase("it's", ExpectedResult = "'it'\\''s'")]
    [TestCase("$HOME;", ExpectedResult = "'$HOME;'")]
    [TestCase("/usr/bin/a-b_c.d", ExpectedResult = "/usr/bin/a-b_c.d")]
    public string Word_IsQuotedWhereAShellWouldReadIt(string word) => VerifyLine.Quoted(word);
}
