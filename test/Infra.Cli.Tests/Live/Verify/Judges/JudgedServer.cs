using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infra.Cli.Live;
using Infra.Cli.Rehearsal.WebServers;
using Infra.Cli.Tests.Live.Tls;

namespace Infra.Cli.Tests.Live.Verify.Judges;

/// <summary>A server of one make with one TLS configuration, as a process of its own.</summary>
internal sealed class JudgedServer : IAsyncDisposable
{
    private static readonly FreePorts Ports = new();

    private readonly ServerProcess _process;

    private JudgedServer(ServerProcess process, LiveSite site) => (_process, Site) = (process, site);

    public LiveSite Site { get; }

    /// <summary>Starts it, and waits until it takes connections.</summary>
    public static async Task<JudgedServer> StartAsync(TlsSetup setup)
    {
        var folder = Directory.CreateTempSubdirectory("infra-judged-");
        var port = Ports.Take();
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "site.pem"), CertificateAndKey(setup.IsEcdsa));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "dh.pem"), DiffieHellmanParameters.Pem(1024));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "server.conf"), $"{Filled(setup.Configuration)}\n");
        var program = DebianProgram.Find(setup.Program);
        return new(
            await ServerProcess.StartAsync(folder, program, setup.Arguments.Select(Filled), port),
            new(new($"https://127.0.0.1:{Text()}")));

        string Filled(string text) => text
            .Replace("@FOLDER@", folder.FullName, StringComparison.Ordinal)
            .Replace("@PORT@", Text(), StringComparison.Ordinal);

        string Text() => port.ToString(CultureInfo.InvariantCulture);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

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
