using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Infra.Cli.Live;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Declared;
using Infra.Cli.Rehearsal.Hosting;
using Infra.Cli.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Yarp.ReverseProxy.Forwarder;

namespace Infra.Cli.Rehearsal.LoadBalancing;

/// <summary>The declared load balancer on this machine: Kestrel listens, YARP forwards, and what is declared decides.</summary>
internal sealed class LocalLoadBalancer : IAsyncDisposable
{
    // Requests that take longer are cut off when a rehearsal ends.
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(1);

    private readonly RehearsedStack _declared;
    private readonly WebApplication _server;
    private readonly TrafficMeter _meter = new();

    private LocalLoadBalancer(RehearsedStack declared, LocalPorts ports, TimeProvider time)
    {
        _declared = declared;
        var loadBalancer = declared.LoadBalancer;
        Certificate = ListenerCertificate.Create(loadBalancer.Https.Certificate);
        Targets = new(declared, time);
        Firewall = new(new(declared.AddressLimits));

        var builder = BareHost.CreateBuilder();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = ShutdownTimeout);
        builder.Services.AddHttpForwarder();
        builder.WebHost.UseKestrelHttpsConfiguration()
            .ConfigureKestrel(options => KestrelListeners.Configure(options, loadBalancer, ports, Certificate, time));
        _server = builder.Build();

        var forwarder = _server.Services.GetRequiredService<IHttpForwarder>();
        var https = new Listener(loadBalancer, loadBalancer.Https, Targets, _meter, forwarder, time);
        var http = loadBalancer.Http is { } listener ? new Listener(loadBalancer, listener, Targets, _meter, forwarder, time) : https;
        _server.Run(context => Firewall.Blocks(context.Request)
            ? Firewall.AnswerAsync(context, loadBalancer.Https)
            : (context.Request.IsHttps ? https : http).AnswerAsync(context, HttpsUrl.Port));
    }

    /// <summary>Where it listens for plain HTTP; none if the stack has no such listener.</summary>
    public Uri? HttpUrl { get; private set; }

    /// <summary>Where it listens for HTTPS.</summary>
    public Uri HttpsUrl { get; private set; } = null!;

    /// <summary>The HTTPS listener's certificate: whoever trusts it can verify it for <c>localhost</c> and the declared names.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>The site as <c>infra verify</c> asks it.</summary>
    public LiveSite Site => new(HttpsUrl)
    {
        HttpPort = HttpUrl?.Port,
        HealthPath = _declared.TargetGroup.HealthCheck.Path,
        Trusted = [Certificate],
        IsTls13Only = _declared.LoadBalancer.Https.IsTls13Only,
    };

    /// <summary>The target group.</summary>
    public Targets Targets { get; }

    /// <summary>What stands before it.</summary>
    public LocalFirewall Firewall { get; }

    /// <summary>What it has answered so far.</summary>
    public Traffic Traffic => _meter.Read() with { Blocked = Firewall.Blocked };

    /// <summary>Starts it, without targets.</summary>
    /// <param name="declared">What it does.</param>
    /// <param name="ports">Where it listens.</param>
    /// <param name="time">AWS's time.</param>
    /// <param name="cancellation">Gives the start up.</param>
    /// <exception cref="InvalidUsageException">A port cannot be had, or a rehearsal does not know the security policy.</exception>
    public static async Task<LocalLoadBalancer> StartAsync(
        RehearsedStack declared, LocalPorts ports, TimeProvider time, CancellationToken cancellation)
    {
        var loadBalancer = new LocalLoadBalancer(declared, ports, time);
        try
        {
            await loadBalancer.ListenAsync(cancellation);
            return loadBalancer;
        }
        catch (Exception error)
        {
            await loadBalancer.DisposeAsync();
            if (error is IOException or SocketException)
            {
                throw new InvalidUsageException(
                    $"the load balancer cannot listen on {ports}: choose other ports, or 0 for any free one ({error.Message})");
            }
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync();
        await _server.DisposeAsync();
        await Targets.DisposeAsync();
        Certificate.Dispose();
    }

    private async Task ListenAsync(CancellationToken cancellation)
    {
        await _server.StartAsync(cancellation);
        var urls = _server.Urls.Select(url => new UriBuilder(url) { Host = "localhost" }.Uri).ToDictionary(url => url.Scheme);
        HttpUrl = urls.GetValueOrDefault(Uri.UriSchemeHttp);
        HttpsUrl = urls[Uri.UriSchemeHttps];
    }
}
