using System.Diagnostics;
using System.Globalization;
using Infra.Cli.Live;
using Infra.Cli.Rehearsal.WebServers;
using Infra.Cli.Tests.Rehearsal.WebServers;
using Infra.LoadBalancing;

namespace Infra.Cli.Tests.Live.Verify.OtherServers;

/// <summary>A real server of another make, as a process of its own with a configuration of the test's.</summary>
internal sealed class OtherServer : IAsyncDisposable
{
    private static readonly FreePorts Ports = new();

    private readonly DirectoryInfo _folder;
    private readonly Process _process;

    private OtherServer(DirectoryInfo folder, Process process, LiveSite site) => (_folder, _process, Site) = (folder, process, site);

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
            .Replace("@CSP@", ResponseHeaders.ContentSecurityPolicy, StringComparison.Ordinal)
            .Replace("@HTTP@", Text(http), StringComparison.Ordinal)
            .Replace("@HTTPS@", Text(https), StringComparison.Ordinal);
        var file = Path.Combine(folder.FullName, "server.conf");
        await File.WriteAllTextAsync(file, $"{configuration}\n");

        var process = Process.Start(new ProcessStartInfo(program, make.Arguments(file))
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        var site = new LiveSite(new($"https://localhost:{Text(https)}"))
        {
            HttpPort = http,
            ConnectTo = "127.0.0.1",
            Trusted = [certificate.Root],
        };
        var server = new OtherServer(folder, process, site);
        try
        {
            await server.ListensAsync();
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

    private async Task ListensAsync()
    {
        var words = _process.StandardError.ReadToEndAsync();
        _ = _process.StandardOutput.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!Accepts(Site.HttpPort!.Value) || !Accepts(Site.Url.Port))
        {
            if (_process.HasExited)
                throw new InvalidOperationException(await words);
            await Task.Delay(10, patience.Token);
        }
    }

    private static bool Accepts(int port) => ServerSandbox.Accepts(new($"http://127.0.0.1:{Text(port)}"));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
