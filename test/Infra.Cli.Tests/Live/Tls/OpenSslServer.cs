using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infra.Cli.Live;

namespace Infra.Cli.Tests.Live.Tls;

/// <summary>A TLS server of another make: <c>openssl s_server</c>.</summary>
internal sealed class OpenSslServer : IAsyncDisposable
{
    private const string Accepting = "ACCEPT ";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("infra-openssl-");
    private readonly Process _process;

    private OpenSslServer(string[] arguments)
    {
        var pem = Path.Combine(_folder.FullName, "server.pem");
        File.WriteAllText(pem, CertificateAndKey());
        _process = Process.Start(new ProcessStartInfo(
            "openssl",
            ["s_server", "-accept", "127.0.0.1:0", "-cert", pem, "-key", pem, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }

    public LiveSite Site { get; private set; } = null!;

    /// <summary>Starts it, and waits until it listens.</summary>
    public static async Task<OpenSslServer> StartAsync(params string[] arguments)
    {
        IgnoreWithoutOpenSsl();
        var server = new OpenSslServer(arguments);

        // It says so, once it does, and on which port: "ACCEPT 127.0.0.1:39323".
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await server._process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith(Accepting, StringComparison.Ordinal))
            {
                server.Site = new(new Uri($"https://{line[Accepting.Length..]}"));
                return server;
            }
        }

        var error = await server._process.StandardError.ReadToEndAsync(patience.Token);
        await server.DisposeAsync();
        throw new InvalidOperationException(error);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static void IgnoreWithoutOpenSsl()
    {
        try
        {
            using var version = Process.Start(new ProcessStartInfo("openssl", "version") { RedirectStandardOutput = true })!;
            version.WaitForExit();
        }
        catch (Win32Exception)
        {
            Assert.Ignore("There is no openssl on this machine.");
        }
    }

    private static string CertificateAndKey()
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n";
    }
}
