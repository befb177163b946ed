using System.Diagnostics;
using System.Globalization;
using Infra.Cli.Tests.Rehearsal.WebServers;

namespace Infra.Cli.Tests.Live.Verify;

/// <summary>A server program that a test asks, and the folder with its files. It leaves neither behind.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly Process _process;

    private ServerProcess(DirectoryInfo folder, string program, IEnumerable<string> arguments)
    {
        _folder = folder;
        _process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }

    /// <summary>Starts it, and waits until it takes connections.</summary>
    /// <param name="folder">Its files.</param>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its command line.</param>
    /// <param name="ports">Where it listens.</param>
    /// <exception cref="InvalidOperationException">It ended; the message is what it said.</exception>
    public static async Task<ServerProcess> StartAsync(
        DirectoryInfo folder, string program, IEnumerable<string> arguments, params IReadOnlyList<int> ports)
    {
        var server = new ServerProcess(folder, program, arguments);
        try
        {
            await server.ListensAsync(ports);
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

    private async Task ListensAsync(IReadOnlyList<int> ports)
    {
        var words = _process.StandardError.ReadToEndAsync();
        _ = _process.StandardOutput.ReadToEndAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!ports.All(Accepts))
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"{_process.StartInfo.FileName}: {await words}");
            await Task.Delay(10, patience.Token);
        }
    }

    private static bool Accepts(int port) =>
        ServerSandbox.Accepts(new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")));
}
