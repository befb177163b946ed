using System.Runtime.Versioning;
using System.Security.Cryptography.X509Certificates;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Rehearsal.Processes;
using Infra.Servers;

namespace Infra.Cli.Rehearsal.WebServers;

/// <summary>
/// A temporary folder that stands for a server's root directory, as the user data leaves it. Only its owner may look into it.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal static class ServerFolder
{
    /// <summary>The configuration's name in the folder. It is at the top, where nginx looks for everything with a relative path.</summary>
    public const string ConfigurationFile = "nginx.conf";

    private static readonly string[] EmptyFolders = ["run", "tmp", "var/log/nginx"];

    /// <summary>Makes one; its caller removes it.</summary>
    /// <param name="nginx">What reads its configuration.</param>
    /// <param name="server">What the user data leaves.</param>
    /// <param name="port">The loopback port that stands for the server's.</param>
    /// <param name="applicationPort">The one of the application; none without.</param>
    /// <param name="hasSite">Whether the site is in it from the start, and stays.</param>
    public static OwnFolder Create(
        NginxProgram nginx, DeclaredServer server, int port, int? applicationPort = null, bool hasSite = true)
    {
        var configuration = LocalConfiguration.Of(server.NginxConfiguration, server.Port, port, applicationPort);
        var made = OwnFolder.Create("server");
        var root = made.Path;
        try
        {
            foreach (var empty in EmptyFolders)
                Directory.CreateDirectory(Path.Combine(root, empty));

            File.WriteAllText(Path.Combine(root, ConfigurationFile), configuration);
            File.Copy(nginx.TypesFile, Placed(root, "/etc/nginx/mime.types"));
            if (hasSite && server is { SiteFolder: { } folder, SiteSource: { } source })
                Directory.CreateSymbolicLink(Placed(root, folder), source);
            WriteCertificate(root);
            return made;
        }
        catch
        {
            Directory.Delete(root, recursive: true);
            made.Dispose();
            throw;
        }
    }

    private static void WriteCertificate(string root)
    {
        using var certificate = ServerCertificate.Create();
        using var key = certificate.GetECDsaPrivateKey()!;
        File.WriteAllText(Placed(root, NginxConfiguration.CertificateFile), certificate.ExportCertificatePem());
        using var keyFile = new StreamWriter(Placed(root, NginxConfiguration.KeyFile), new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        keyFile.Write(key.ExportPkcs8PrivateKeyPem());
    }

    private static string Placed(string root, string path)
    {
        var place = Path.Combine(root, path.TrimStart('/'));
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        return place;
    }
}
