using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Infra.Cli.Rehearsal.WebServers;

namespace Infra.Cli.Tests.Rehearsal.WebServers;

/// <summary>A folder of temporary files for one test, so that what a server leaves behind shows.</summary>
internal sealed class ServerSandbox : IDisposable
{
    private const string Variable = "TMPDIR";

    private readonly string? _before = Environment.GetEnvironmentVariable(Variable);

    public ServerSandbox()
    {
        Folder = Directory.CreateTempSubdirectory("infra-test-").FullName;
        Environment.SetEnvironmentVariable(Variable, Folder);
    }

    public string Folder { get; }

    /// <summary>What is left of a server.</summary>
    public IReadOnlyList<string> Remains(Uri address) =>
    [
        .. Directory.EnumerateFileSystemEntries(Folder),
        .. Processes(Folder),
        .. Processes($"--port {address.Port}"),
        .. Accepts(address) ? [$"{address} takes connections"] : Array.Empty<string>(),
    ];

    /// <summary>Whether a connection is taken; by the kernel is enough.</summary>
    public static bool Accepts(Uri address)
    {
        using var client = new TcpClient();
        try
        {
            client.Connect(address.Host, address.Port);
            return true;
        }
        catch (SocketException refused) when (refused.SocketErrorCode is SocketError.ConnectionRefused or SocketError.ConnectionReset)
        {
            // Reset is what a connection gets that comes while the listener is being closed.
            return false;
        }
    }

    /// <summary>Accepts the certificate that a server made for itself: nobody else vouches for it.</summary>
    public static bool IsOfAServer(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        certificate is { Subject: "CN=localhost", Issuer: "CN=localhost" };

    /// <summary>The nginx of this machine; without one the test is skipped.</summary>
    public static NginxProgram Nginx()
    {
        var nginx = NginxProgram.Find(Environment.GetEnvironmentVariable("PATH"));
        if (nginx is null)
            Assert.Ignore("needs nginx, which is not installed here");
        return nginx!;
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, _before);
        Directory.Delete(Folder, recursive: true);
    }

    // Where there is no /proc, what is left of a server shows by its port and its files alone.
    // A process that has ended has no command line.
    private static IEnumerable<string> Processes(string mentioned) =>
        from folder in Directory.Exists("/proc") ? Directory.EnumerateDirectories("/proc") : []
        where int.TryParse(Path.GetFileName(folder), out _)
        let line = CommandLine(Path.Combine(folder, "cmdline"))
        where line.Contains(mentioned, StringComparison.Ordinal)
        select line;

    private static string CommandLine(string file)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes(file)).Replace('\0', ' ');
        }
        catch (IOException)
        {
            return "";
        }
    }
}
