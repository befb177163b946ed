using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Infra.Cli.Shell.Tools;

/// <summary>A program on PATH, which gets no input and never outlives the question.</summary>
/// <param name="program">Its name.</param>
/// <param name="environment">What it finds in its environment unless the user has set it.</param>
/// <param name="longest">How long it may take; 2 minutes unless given.</param>
/// <param name="most">How many bytes it may print to either pipe.</param>
/// <param name="place">Where and with what it runs; none where that is as of this process.</param>
internal sealed class Tool(
    string program,
    IReadOnlyDictionary<string, string>? environment = null,
    TimeSpan? longest = null,
    int most = 16 * Tool.Mebibyte,
    RunPlace? place = null) : ITool
{
    private const int Mebibyte = 1024 * 1024;
    private const int Piece = 64 * 1024;

    // Longer than any answer takes, with all of a tool's own tries. What hangs beyond that asks somebody who isn't there.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    // As shells have it: 128 and the number of SIGINT.
    private const int EndedByCtrlC = 130;
    private static readonly TimeSpan CtrlCReachesAll = TimeSpan.FromSeconds(2);

    private readonly TimeSpan _longest = longest ?? Longest;

    public async Task<ToolRun> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        using var process = Start(arguments);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(_longest);
        try
        {
            process.StandardInput.Close();
            var output = ReadAsync(process.StandardOutput, patience.Token);
            var error = ReadAsync(process.StandardError, patience.Token);

            // One that floods either pipe is not waited for.
            await await Task.WhenAny(output, error);
            await Task.WhenAll(output, error);
            await process.WaitForExitAsync(patience.Token);

            // Ctrl-C reaches both, and the program may have ended of it before this process has heard of it.
            if (process.ExitCode == EndedByCtrlC)
                await Task.Delay(CtrlCReachesAll, cancellation);
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

    private async Task<string> ReadAsync(StreamReader pipe, CancellationToken cancellation)
    {
        var text = new MemoryStream();
        var piece = new byte[Piece];
        while (await pipe.BaseStream.ReadAsync(piece, cancellation) is > 0 and var read)
        {
            if (text.Length + read > most)
                throw new ToolFloodsException(program, most);
            text.Write(piece, 0, read);
        }

        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }

    private Process Start(IReadOnlyList<string> arguments)
    {
        try
        {
            var path = ProgramPath.Find(program) ?? throw new ToolMissingException(program);
            return StartedProgram.Start(path, arguments, environment, place);
        }
        catch (Win32Exception)
        {
            throw new ToolMissingException(program);
        }
    }
}
