using System.CommandLine;
using System.Globalization;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Reading;
using Infra.Cli.Shell;

namespace Infra.Cli.Drift;

/// <summary><c>infra drift</c>.</summary>
internal static class DriftCommand
{
    private const string Help =
        """
        Says what a deployment would change in a stack that runs: what somebody changed by hand, and what only waits.

        What waits is a newer image of Amazon Linux, say, or a newer version of Pulumi's provider. Exit code 1 if there is more than that.

        The preview must be made with --refresh, which reads what there is, and the state must be that of the last deployment:
        by it one tells an image that AWS has replaced by a newer one from an image that somebody has exchanged. What runs is
        judged by 'infra check --from preview.json --live'.

        Examples:
          infra drift --from preview.json --state state.json
        """;

    public static Command Create(Terminal terminal)
    {
        var command = new Command("drift", Help);
        var preview = new Option<string>("--from")
        {
            Description = "The JSON of 'pulumi preview --refresh --json --show-sames', or with - from standard input.",
            HelpName = "file",
            Required = true,
        };
        var state = new Option<string>("--state")
        {
            Description = "The JSON of 'pulumi stack export'. Without it another image is a difference.",
            HelpName = "file",
        };
        command.Options.Add(preview);
        command.Options.Add(state);
        command.SetAction((line, cancellation) => Interruptible.RunAsync(
            () => Report(terminal, line.GetRequiredValue(preview), line.GetValue(state)), cancellation));
        return command;
    }

    private static int Report(Terminal terminal, string previewPath, string? statePath)
    {
        var preview = Read(terminal, previewPath);
        var name = PlanBytes.NameOf(previewPath);
        var stack = preview.Found(name).Resources.FirstOrDefault(resource => resource.Type == TypeToken.Stack)
            ?? throw new InvalidUsageException($"{name} must hold a whole stack, but has none: make it again");
        var differences = Differences(preview, statePath is null ? null : StateOf(terminal, statePath, stack), name);
        foreach (var difference in differences)
        {
            var word = difference.IsUpdate ? "waits" : "differs";
            terminal.Out.WriteLine($"{word,-9}{LegibleText.Line(difference.Resource)}: {LegibleText.Line(difference.What)}");
        }

        var updates = differences.Count(difference => difference.IsUpdate);
        var others = differences.Count - updates;
        terminal.Out.WriteLine(Sentence(stack.StackName, updates, others));
        return others == 0 ? ExitCode.Done : ExitCode.CheckFailed;
    }

    private static IReadOnlyList<Difference> Differences(PlanContents preview, PlanContents? state, string name)
    {
        try
        {
            return new DriftReport(preview, state).Differences;
        }
        catch (FormatException fault)
        {
            throw new InvalidUsageException($"{name} must hold a stack, but {fault.Message}: make it again");
        }
    }

    private static PlanContents StateOf(Terminal terminal, string path, ReadResource stack)
    {
        var state = Read(terminal, path);
        var name = PlanBytes.NameOf(path);
        return state.Kind == PlanKind.State && state.Resources.Any(resource => resource.Urn == stack.Urn)
            ? state
            : throw new InvalidUsageException(
                $"{name} must hold the state of {LegibleText.Line(stack.StackName)}: make it with 'pulumi stack export'");
    }

    private static PlanContents Read(Terminal terminal, string path)
    {
        var contents = PlanFile.Read(PlanBytes.Read(path, terminal.In), PlanBytes.NameOf(path));
        terminal.Conceal(new SecretTexts(contents.Secrets).HiddenIn);
        return contents;
    }

    private static string Sentence(string stack, int updates, int others) => (updates, others) switch
    {
        (0, 0) => $"{stack} is as the program makes it.",
        (_, 0) => string.Create(
            CultureInfo.InvariantCulture, $"{stack} has not drifted. An update waits for the next deployment; resources: {updates}."),
        _ => string.Create(
            CultureInfo.InvariantCulture, $"{stack} has drifted. Differences: {others}; of an update that waits: {updates}. ")
            + "A deployment undoes them; to keep one, put it into the program.",
    };
}
