using System.ComponentModel;
using System.Diagnostics;

namespace Infra.Cli.Tools;

/// <summary>A program on PATH, which gets no input and never outlives the question.</summary>
/// <param name="program">Its name.</param>
/// <param name="environment">What it finds in its environment unless the user has set it.</param>
internal sealed class Tool(string program, IReadOnlyDictionary<string, string>? environment = null) : ITool
{
    public async Task<ToolRun> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        using var process = Start(arguments);
        try
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var error = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return new(process.ExitCode, await output, await error);
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
