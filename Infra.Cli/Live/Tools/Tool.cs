using System.ComponentModel;
using System.Diagnostics;

namespace Infra.Cli.Live.Tools;

/// <summary>A program on PATH, which gets no input and never outlives the question.</summary>
/// <param name="program">Its name.</param>
/// <param name="environment">What it finds in its environment unless the user has set it.</param>
/// <param name="longest">How long it may take; 2 minutes unless given.</param>
internal sealed class Tool(string program, IReadOnlyDictionary<string, string>? environment = null, TimeSpan? longest = null) : ITool
{
    // Longer than any answer takes, with all of a tool's own tries. What hangs beyond that asks somebody who isn't there.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly TimeSpan _longest = longest ?? Longest;

    public async Task<ToolRun> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        using var process = Start(arguments);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(_longest);
        try
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var error = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new ToolHangsException(program, _longest);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private Process Start(IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment.TryAdd(name, value);

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new ToolMissingException(program);
        }
    }
}
