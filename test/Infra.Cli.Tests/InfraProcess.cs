using System.Diagnostics;
using Infra.Tests.Support;

namespace Infra.Cli.Tests;

/// <summary>The program itself, in a process group of its own, as a terminal starts it.</summary>
internal sealed class InfraProcess : IAsyncDisposable
{
    private readonly Process _process;

    private InfraProcess(Process process) => _process = process;

    /// <summary>Starts <c>infra rehearse</c>.</summary>
    public static InfraProcess Start(params string[] args) => Start(Environment.GetEnvironmentVariable("PATH")!, ["rehearse", .. args]);

    /// <summary>Starts any command, with a PATH of its own, in the repository or in another directory.</summary>
    public static InfraProcess Start(string path, string[] args, string? directory = null)
    {
        // Whoever runs the tests in the background may ignore Ctrl-C, and what it starts would too.
        string[] program = ["setsid", "env", "--default-signal=INT", "dotnet", typeof(CommandLine).Assembly.Location, .. args];
        return new(Process.Start(new ProcessStartInfo(program[0], program[1..])
        {
            WorkingDirectory = directory ?? Reference.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,

            // A killed .NET leaves its diagnostic sockets behind.
            Environment = { ["DOTNET_EnableDiagnostics"] = "0", ["PATH"] = path },
        })!);
    }

    /// <summary>Reads what it prints up to a line that has this text; returns that line.</summary>
    public Task<string> ReadToAsync(string text) => ReadToAsync(_process.StandardOutput, text);

    /// <summary>The same of its diagnostics.</summary>
    public Task<string> ReadErrorToAsync(string text) => ReadToAsync(_process.StandardError, text);

    private async Task<string> ReadToAsync(StreamReader output, string text)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
                return line;
        }

        throw new AssertionException($"it ended without '{text}': {await _process.StandardError.ReadToEndAsync()}");
    }

    /// <summary>The processes that it has started and that are still there.</summary>
    public IReadOnlyList<int> Children() =>
    [
        .. from folder in Directory.EnumerateDirectories("/proc")
           where int.TryParse(Path.GetFileName(folder), out _) && ParentOf(folder) == _process.Id
           select int.Parse(Path.GetFileName(folder), null),
    ];

    /// <summary>Sends it a signal; Ctrl-C goes to all its processes at once.</summary>
    public async Task SignalAsync(string signal, bool toAll = false)
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -s {signal} -- {(toAll ? "-" : "")}{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits for its end: its exit code, and what it has printed meanwhile.</summary>
    public async Task<Invocation> EndAsync()
    {
        var (output, error) = (_process.StandardOutput.ReadToEndAsync(), _process.StandardError.ReadToEndAsync());
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        return new(_process.ExitCode, await output, await error);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    // The second field after the name, which is in brackets and may hold any character:
    // https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html.
    private static int ParentOf(string folder)
    {
        try
        {
            var status = File.ReadAllText(Path.Combine(folder, "stat"));
            return int.Parse(status[(status.LastIndexOf(')') + 2)..].Split(' ')[1], null);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
