using System.Security.Cryptography.X509Certificates;
using Infra.Cli.Rehearsal.WebServers;

namespace Infra.Cli.Rehearsal.Emulation;

/// <summary>
/// The load balancer's certificate, without its key, in a file for whoever is to trust it. The file goes when the rehearsal ends.
/// </summary>
internal sealed class CertificateFile : IAsyncDisposable
{
    // Waits for the end of its input, which is this program's end, by SIGKILL too; Ctrl-C, which goes to all, must not be its end before.
    private const string Guard = """
        trap '' HUP INT QUIT TERM
        exec >/dev/null 2>&1
        cat
        rm -rf -- "$1"
        """;

    private readonly OwnFolder _folder = OwnFolder.Create("certificate");
    private readonly ChildProcess? _guard;

    /// <summary>Writes it.</summary>
    public CertificateFile(X509Certificate2 certificate)
    {
        if (!OperatingSystem.IsWindows())
            _guard = ChildProcess.Start("/bin/sh", "-c", Guard, "guard", _folder.Path);
        Path = System.IO.Path.Combine(_folder.Path, "certificate.pem");
        File.WriteAllText(Path, certificate.ExportCertificatePem() + "\n");
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    public async ValueTask DisposeAsync()
    {
        if (_guard is not null)
            await _guard.DisposeAsync();
        _folder.Dispose();
        if (_guard is null)
            Directory.Delete(_folder.Path, recursive: true);
    }
}
