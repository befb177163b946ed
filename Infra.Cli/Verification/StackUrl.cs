using System.ComponentModel;
using System.Diagnostics;
using Infra.Cli.StackFiles;

namespace Infra.Cli.Verification;

/// <summary>The URL of a deployed stack, as the Pulumi CLI knows it.</summary>
internal static class StackUrl
{
    private const string Program = "pulumi";
    private const string Output = "url";

    /// <summary>Asks for it. See https://www.pulumi.com/docs/iac/cli/commands/pulumi_stack_output/.</summary>
    /// <exception cref="InvalidUsageException">The CLI is not there, or it does not know.</exception>
    public static async Task<string> OfAsync(string stack, CancellationToken cancellation)
    {
        using var process = Start(stack);
        try
        {
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var error = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return process.ExitCode == 0
                ? (await output).Trim()
                : throw new InvalidUsageException($"--stack {stack}: '{Program} stack output {Output}' failed: {(await error).Trim()}");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(string stack)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(Program, ["stack", "output", Output, "--stack", stack, "--non-interactive"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception)
        {
            throw new InvalidUsageException(
                $"--stack {stack} needs the Pulumi CLI, and there is no '{Program}' on PATH: install it, or give the URL itself");
        }
    }
}
