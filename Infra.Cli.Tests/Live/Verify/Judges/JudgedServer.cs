using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infra.Cli.Live;
using Infra.Cli.Rehearsal.WebServers;
using Infra.Cli.Tests.Live.Tls;
using Infra.Cli.Tests.Rehearsal.WebServers;

namespace Infra.Cli.Tests.Live.Verify.Judges;

/// <summary>A server of one make with one TLS configuration, as a process of its own.</summary>
internal sealed class JudgedServer : IAsyncDisposable
{
    private static readonly FreePorts Ports = new();

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("infra-judged-");
    private readonly Process _process;

    private JudgedServer(TlsSetup setup)
    {
        var port = Ports.Take().ToString(CultureInfo.InvariantCulture);
        Site = new(new($"https://127.0.0.1:{port}"));
        File.WriteAllText(Path.Combine(_folder.FullName, "site.pem"), CertificateAndKey(setup.IsEcdsa));
        File.WriteAllText(Path.Combine(_folder.FullName, "dh.pem"), DiffieHellmanParameters.Pem(1024));
        var configuration = Path.Combine(_folder.FullName, "server.conf");
        File.WriteAllText(configuration, $"{Filled(setup.Configuration)}\n");
        _process = Process.Start(
            new ProcessStartInfo(DebianProgram.Find(setup.Program), setup.Arguments.Select(Filled))
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;

        string Filled(string text) => text
            .Replace("@FOLDER@", _folder.FullName, StringComparison.Ordinal)
            .Replace("@PORT@", port, StringComparison.Ordinal);
    }

    public LiveSite Site { get; }

    /// <summary>Starts it, and waits until it takes connections.</summary>
    public static async Task<JudgedServer> StartAsync(TlsSetup setup)
    {
        var server = new JudgedServer(setup);
        try
        {
            var words = server._process.StandardError.ReadToEndAsync();
            _ = server._process.StandardOutput.ReadToEndAsync();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while (!ServerSandbox.Accepts(server.Site.Url))
            {
                if (server._process.HasExited)
                    throw new InvalidOperationException($"{setup}: {await words}");
                await Task.Delay(10, patience.Token);
            }

            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static string CertificateAndKey(bool isEcdsa)
    {
        using AsymmetricAlgorithm key = isEcdsa ? ECDsa.Create(ECCurve.NamedCurves.nistP256) : RSA.Create(2048);
        var request = key is RSA rsa
            ? new CertificateRequest("CN=localhost", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new CertificateRequest("CN=localhost", (ECDsa)key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        return $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n";
    }
}
