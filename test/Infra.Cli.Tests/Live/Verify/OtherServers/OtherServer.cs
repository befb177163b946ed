using System.Globalization;
using Infra.Cli.Live;
using Infra.Cli.Rehearsal.WebServers;
using Infra.LoadBalancing;

namespace Infra.Cli.Tests.Live.Verify.OtherServers;

/// <summary>A real server of another make, as a process of its own with a configuration of the test's.</summary>
internal sealed class OtherServer : IAsyncDisposable
{
    private static readonly FreePorts Ports = new();

    private readonly ServerProcess _process;

    private OtherServer(ServerProcess process, LiveSite site) => (_process, Site) = (process, site);

    public LiveSite Site { get; }

    /// <summary>Starts it, and waits until it takes connections.</summary>
    /// <param name="make">Which server.</param>
    /// <param name="certificate">What it shows.</param>
    /// <param name="change">Makes the configuration wrong.</param>
    public static async Task<OtherServer> StartAsync(IServerMake make, SiteCertificate certificate, Func<string, string>? change = null)
    {
        if (make.Program is not { } program)
            throw new IgnoreException($"needs {make}, which is not installed here");

        var folder = Directory.CreateTempSubdirectory("infra-other-");
        var pem = Path.Combine(folder.FullName, "site.pem");
        await File.WriteAllTextAsync(pem, certificate.Pem);
        var (http, https) = (Ports.Take(), Ports.Take());
        var configuration = (change?.Invoke(make.Configuration) ?? make.Configuration)
            .Replace("@FOLDER@", folder.FullName, StringComparison.Ordinal)
            .Replace("@CSP@", ContentSecurityPolicy.Strict, StringComparison.Ordinal)
            .Replace("@HTTP@", Text(http), StringComparison.Ordinal)
            .Replace("@HTTPS@", Text(https), StringComparison.Ordinal);
        var file = Path.Combine(folder.FullName, "server.conf");
        await File.WriteAllTextAsync(file, $"{configuration}\n");

        var process = await ServerProcess.StartAsync(folder, program, make.Arguments(file), http, https);
        var site = new LiveSite(new($"https://localhost:{Text(https)}"))
        {
            HttpPort = http,
            ConnectTo = "127.0.0.1",
            Trusted = [certificate.Root],
        };
        return new(process, site);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
