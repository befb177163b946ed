using Infra.Cli.StackFiles;
using Infra.Cli.Tools;

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
        try
        {
            var run = await new Tool(Program).RunAsync(["stack", "output", Output, "--stack", stack, "--non-interactive"], cancellation);
            return run.ExitCode == 0
                ? run.Out.Trim()
                : throw new InvalidUsageException($"--stack {stack}: '{Program} stack output {Output}' failed: {run.Error.Trim()}");
        }
        catch (ToolMissingException missing)
        {
            throw new InvalidUsageException($"--stack {stack} needs the Pulumi CLI, and {missing.Message}: install it, or give the URL itself");
        }
    }
}
