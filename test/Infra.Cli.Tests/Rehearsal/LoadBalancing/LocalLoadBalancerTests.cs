using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Infra.Cli.Rehearsal.LoadBalancing;
using Infra.Cli.Shell;
using Microsoft.AspNetCore.Http;

namespace Infra.Cli.Tests.Rehearsal.LoadBalancing;

[TestFixture]
internal sealed class LocalLoadBalancerTests
{
    [Test]
    public async Task PortInUse_IsAUsageError()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var declared = await Declarations.Of("dev");

        Assert.That(
            async () => await LocalLoadBalancer.StartAsync(declared, new(0, port), TimeProvider.System, default),
            Throws.TypeOf<InvalidUsageException>().With.Message.StartsWith(
                $"the load balancer cannot listen on port 0 for HTTP and port {port} for HTTPS: choose other ports, or 0"));
    }

    [Test]
    public async Task Disposed_WithAConnectionOpen_GivesThePortsBack()
    {
        var rig = await Rig.StartAsync();
        var (http, https) = (rig.LoadBalancer.HttpUrl!.Port, rig.LoadBalancer.HttpsUrl.Port);
        using var open = new TcpClient("127.0.0.1", https);

        await rig.DisposeAsync();

        var again = await LocalLoadBalancer.StartAsync(await Declarations.Of("dev"), new(http, https), TimeProvider.System, default);
        await again.DisposeAsync();
    }

    // A second is what a rehearsal's end waits for requests.
    [TestCase(true)]
    [TestCase(false)]
    public async Task Disposed_WithARequestUnderWay_LetsItFinish_OrCutsItOff(bool finishes)
    {
        var arrived = new TaskCompletionSource();
        var finish = new TaskCompletionSource();
        await using var server = await FakeServer.StartAsync(async context =>
        {
            arrived.SetResult();
            await finish.Task;
            await context.Response.WriteAsync("finished");
        });
        var rig = await Rig.StartAsync(stack => stack.WithCheck(check => check with { IsEnabled = false }));
        rig.Targets.Register("i-1", server.Address);
        using var client = rig.NewClient();
        var request = client.GetStringAsync("/");
        await arrived.Task.InTimeAsync();

        var end = rig.DisposeAsync();
        if (finishes)
            finish.SetResult();
        await end;

        Assert.That(
            async () => await request, finishes ? Is.EqualTo("finished") : Throws.InstanceOf<HttpRequestException>());
        finish.TrySetResult();
    }

    [Test]
    public async Task Start_GivenUp_IsCancelled() => Assert.That(
        async () => await LocalLoadBalancer.StartAsync(await Declarations.Of("dev"), new(0, 0), TimeProvider.System, new(canceled: true)),
        Throws.InstanceOf<OperationCanceledException>());

    [Test]
    public async Task Disposed_ItChecksNoServerAnyMore()
    {
        await using var server = await FakeServer.AnsweringAsync("fine");
        var rig = await Rig.StartAsync();
        await rig.RegisterAsync(server.Address);

        await rig.DisposeAsync();

        Assert.That(rig.Targets.ChecksOf("i-1"), Is.Zero, "it is registered no more");
        Assert.That(() => rig.LoadBalancer.Certificate.GetRSAPublicKey(), Throws.InstanceOf<Exception>());
        using var client = new HttpClient { Timeout = TestLimit.Wait };
        Assert.That(async () => await client.GetAsync(rig.LoadBalancer.HttpUrl), Throws.TypeOf<HttpRequestException>());
    }

    [Test]
    public async Task Urls_AreOfThisMachine()
    {
        await using var rig = await Rig.StartAsync();

        Assert.That((rig.LoadBalancer.HttpUrl!.Host, rig.LoadBalancer.HttpsUrl.Host), Is.EqualTo(("localhost", "localhost")));
    }

    [Test]
    public async Task Http_NotDeclared_IsNotListenedFor()
    {
        await using var rig = await Rig.StartAsync(
            stack => stack.With(loadBalancer => loadBalancer with { Listeners = [loadBalancer.Https] }));

        Assert.That(rig.LoadBalancer.HttpUrl, Is.Null);
    }

    [Test]
    public async Task Certificate_IsForTheDeclaredNamesAndThisMachine_AndAsLongAsDeclared()
    {
        await using var rig = await Rig.StartAsync(stack => stack.WithHttps(https => https with
        {
            Certificate = new(["example.com", "*.example.com"], TimeSpan.FromDays(30), IsSelfSigned: true),
        }));
        var certificate = rig.LoadBalancer.Certificate;

        Assert.Multiple(() =>
        {
            Assert.That(
                certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().Single().EnumerateDnsNames(),
                Is.EqualTo(new[] { "example.com", "*.example.com", "localhost" }));
            Assert.That(certificate.MatchesHostname("127.0.0.1"), Is.True);
            Assert.That(certificate.NotAfter - certificate.NotBefore, Is.EqualTo(TimeSpan.FromDays(30)));
            Assert.That(certificate.GetRSAPublicKey()?.KeySize, Is.EqualTo(2048));
            Assert.That(certificate.Subject, Is.EqualTo("CN=localhost"));

            var basics = certificate.Extensions.OfType<X509BasicConstraintsExtension>().Single();
            Assert.That((basics.CertificateAuthority, basics.HasPathLengthConstraint, basics.Critical), Is.EqualTo((false, false, true)));
            var usage = certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().Single();
            Assert.That((usage.EnhancedKeyUsages[0].Value, usage.Critical), Is.EqualTo(("1.3.6.1.5.5.7.3.1", false)));
        });
    }

    [Test]
    public async Task Certificate_NotDeclared_IsForThisMachine_AndADay()
    {
        await using var rig = await Rig.StartAsync(stack => stack.WithHttps(https => https with { Certificate = null }));
        var certificate = rig.LoadBalancer.Certificate;

        Assert.That(
            certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().Single().EnumerateDnsNames(),
            Is.EqualTo(new[] { "localhost" }));
        Assert.That(certificate.NotAfter - certificate.NotBefore, Is.EqualTo(TimeSpan.FromDays(1)));
    }

    [Test]
    public async Task Client_ThatTrustsTheCertificate_CanVerifyIt()
    {
        await using var server = await FakeServer.AnsweringAsync("verified");
        await using var rig = await Rig.StartAsync();
        await rig.RegisterAsync(server.Address);

        Assert.That(await rig.Client.GetStringAsync($"https://127.0.0.1:{rig.LoadBalancer.HttpsUrl.Port}/"), Is.EqualTo("verified"));
    }

    [Test]
    public async Task Traffic_CountsAnswersByClass()
    {
        await using var server = await FakeServer.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path.Value switch { "/missing" => 404, "/broken" => 500, _ => 200 };
            return Task.CompletedTask;
        });
        await using var rig = await Rig.StartAsync();
        await rig.RegisterAsync(server.Address);

        string[] paths = ["/", "/", "/missing", "/broken"];
        foreach (var path in paths)
            (await rig.Client.GetAsync(path)).Dispose();
        (await rig.Client.GetAsync(rig.LoadBalancer.HttpUrl)).Dispose();

        // An answer is counted when it is written, and the client may be quicker.
        Assert.That(() => rig.LoadBalancer.Traffic.Requests, Is.EqualTo(5).InTime());
        var traffic = rig.LoadBalancer.Traffic;
        Assert.Multiple(() =>
        {
            Assert.That(traffic.Errors, Is.Zero);
            Assert.That((traffic.Status2xx, traffic.Status3xx, traffic.Status4xx, traffic.Status5xx), Is.EqualTo((2, 1, 1, 1)));
            Assert.That(traffic.MedianLatency, Is.GreaterThan(TimeSpan.Zero));
            Assert.That(traffic.Latency99, Is.GreaterThanOrEqualTo(traffic.MedianLatency!));
        });
    }
}
