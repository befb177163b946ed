using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Infra.Cli.Tests.Live.Load;

/// <summary>An HTTP and an HTTPS listener on free ports of this machine, which answer as a test wants.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    private readonly WebApplication _application;

    private TestSite(WebApplication application, X509Certificate2 certificate)
    {
        _application = application;
        Certificate = certificate;
        Http = new(application.Urls.Single(url => url.StartsWith("http:", StringComparison.Ordinal)));
        Https = new(application.Urls.Single(url => url.StartsWith("https:", StringComparison.Ordinal)));
    }

    public X509Certificate2 Certificate { get; }

    public Uri Http { get; }

    public Uri Https { get; }

    public static async Task<TestSite> StartAsync(RequestDelegate answer, SslProtocols protocols = SslProtocols.None)
    {
        var certificate = NewCertificate();
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, listener => listener.UseHttps(https =>
            {
                https.ServerCertificate = certificate;
                https.SslProtocols = protocols;
            }));
        });
        var application = builder.Build();
        application.Run(answer);
        await application.StartAsync();
        return new(application, certificate);
    }

    public static X509Certificate2 NewCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = DateTimeOffset.UnixEpoch.AddYears(50);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(now, now.AddYears(50));
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        Certificate.Dispose();
    }
}
