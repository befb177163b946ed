using System.Security.Cryptography.X509Certificates;
using Infra.Cli.Rehearsal.Processes;

namespace Infra.Cli.Rehearsal.Emulation;

/// <summary>
/// The load balancer's certificate, without its key, in a file for whoever is to trust it. The file goes when the rehearsal ends.
/// </summary>
internal sealed class CertificateFile : IAsyncDisposable
{
    private readonly GuardedFolder _folder = new("certificate");

    /// <summary>Writes it.</summary>
    public CertificateFile(X509Certificate2 certificate)
    {
        Path = System.IO.Path.Combine(_folder.Path, "certificate.pem");
        File.WriteAllText(Path, certificate.ExportCertificatePem() + "\n");
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    public ValueTask DisposeAsync() => _folder.DisposeAsync();
}
