using Infra.Cli.Shell;

namespace Infra.Cli.Live.Tools;

/// <summary>The Pulumi CLI, which knows what a deployed stack says of itself.</summary>
internal static class PulumiCli
{
    private const string Program = "pulumi";

    /// <summary>The outputs of a stack as JSON. See https://www.pulumi.com/docs/iac/cli/commands/pulumi_stack_output/.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="asked">What the user has asked for it with: an error begins with it.</param>
    /// <param name="mend">What to do where there is no Pulumi CLI.</param>
    /// <param name="cancellation">Ends the CLI too.</param>
    /// <exception cref="InvalidUsageException">The CLI is not there, or it does not know.</exception>
    public static async Task<string> OutputsAsync(string stack, string asked, string mend, CancellationToken cancellation)
    {
        try
        {
            var run = await new Tool(Program).RunAsync(
                ["stack", "output", "--json", $"--stack={stack}", "--non-interactive"], cancellation);
            return run.ExitCode == 0
                ? run.Out
                : throw new InvalidUsageException($"{asked}: '{Program} stack output' failed: {LegibleText.Of(run.Error.Trim())}");
        }
        catch (ToolMissingException missing)
        {
            throw new InvalidUsageException($"{asked} needs the Pulumi CLI, and {missing.Message}: {mend}");
        }
        catch (ToolFloodsException floods)
        {
            throw new InvalidUsageException($"{asked}: {floods.Message}: run '{Program} stack output --json' to see what it prints");
        }
        catch (ToolHangsException hangs)
        {
            throw new InvalidUsageException($"{asked}: {hangs.Message}: check the network, and that the Pulumi CLI needs no answer");
        }
    }
}
