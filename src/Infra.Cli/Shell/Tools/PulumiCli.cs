using System.Globalization;

namespace Infra.Cli.Shell.Tools;

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
    public static Task<string> OutputsAsync(string stack, string asked, string mend, CancellationToken cancellation) =>
        AskAsync("stack output", [], stack, asked, mend, cancellation);

    /// <summary>
    /// The configuration of a stack as JSON, secrets in plain text: what its file, its environments and the project give together. See
    /// https://www.pulumi.com/docs/iac/cli/commands/pulumi_config/.
    /// </summary>
    /// <inheritdoc cref="OutputsAsync"/>
    public static Task<string> ConfigurationAsync(string stack, string asked, string mend, CancellationToken cancellation) =>
        AskAsync("config", ["--show-secrets"], stack, asked, mend, cancellation);

    private static async Task<string> AskAsync(
        string words, string[] options, string stack, string asked, string mend, CancellationToken cancellation)
    {
        try
        {
            var run = await new Tool(Program).RunAsync(
                [.. words.Split(' '), "--json", $"--stack={stack}", "--non-interactive", .. options], cancellation);
            return run.ExitCode == 0
                ? run.Out
                : throw new InvalidUsageException($"{asked}: '{Program} {words}' failed: {Reason(run)}");
        }
        catch (ToolMissingException missing)
        {
            throw new InvalidUsageException($"{asked} needs the Pulumi CLI, and {missing.Message}: {mend}");
        }
        catch (ToolFloodsException floods)
        {
            throw new InvalidUsageException($"{asked}: {floods.Message}: run '{Program} {words} --json' to see what it prints");
        }
        catch (ToolHangsException hangs)
        {
            throw new InvalidUsageException($"{asked}: {hangs.Message}: check the network, and that the Pulumi CLI needs no answer");
        }
    }

    // One that was killed has said nothing.
    private static string Reason(ToolRun run) => run.Error.Trim() is { Length: > 0 } error
        ? LegibleText.Of(error)
        : string.Create(CultureInfo.InvariantCulture, $"it ended with {run.ExitCode}, and did not say why");
}
