using System.CommandLine;
using Infra.Cli.Plan;
using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Shell;
using Infra.Settings.Reading;

namespace Infra.Cli.Stacks;

/// <summary><c>infra stacks</c>.</summary>
internal static class StacksCommand
{
    private const string Help =
        """
        Lists the project's stacks, and how the pipelines treat each.

        There is one for each Pulumi.<stack>.yaml. One that is protected, by its
        setting deletionProtection, is deployed after the others, one at a time, and
        waits for an approval. A sample still holds placeholders, such as the domain
        www.example.com, and is not deployed. A stack whose settings are wrong is an
        error, as everywhere.

        Examples:
          infra stacks
          infra stacks --json | jq '.[] | select(.sample | not)'
        """;

    public static Command Create(Terminal terminal)
    {
        var command = new Command("stacks", Help);
        var asJson = new Option<bool>("--json") { Description = "Prints a list of stacks with stack, region, protected and sample." };
        command.Options.Add(asJson);
        var environment = new EnvironmentOptions(command, hasSet: false);
        command.SetAction(async (line, cancellation) =>
        {
            List<StackConfiguration> stacks = [];
            foreach (var name in ProjectFiles.StackNames(Environment.CurrentDirectory))
                stacks.Add(await environment.ReadAsync(line, name, [], cancellation));
            RequireValid(stacks);
            if (line.GetValue(asJson))
                await terminal.Out.WriteLineAsync(ReportJson.Of(stacks.Select(Entry)));
            else if (stacks.Count == 0)
                await terminal.Out.WriteLineAsync("There is no stack: add Pulumi.<stack>.yaml, with aws:region and zones at least.");
            else
                Write(stacks, terminal);

            return ExitCode.Done;
        });
        return command;
    }

    private static object Entry(StackConfiguration stack) => new
    {
        Stack = stack.StackName,
        stack.Region,
        Protected = stack.IsProtected,
        Sample = Placeholders.In(stack).Count > 0,
    };

    // All at once: a pipeline would else find one fault after another.
    private static void RequireValid(IEnumerable<StackConfiguration> stacks)
    {
        List<string> refusals = [];
        foreach (var stack in stacks)
        {
            try
            {
                _ = stack.Inputs();
            }
            catch (InvalidSettingsException refusal)
            {
                refusals.Add(refusal.Message);
            }
        }

        if (refusals.Count > 0)
            throw new InvalidUsageException(string.Join('\n', refusals));
    }

    private static void Write(IReadOnlyList<StackConfiguration> stacks, Terminal terminal)
    {
        var table = new TextTable(textColumns: 5);
        table.AddStrong("Stack", "Region", "Servers", "Site", "Is deployed");
        List<string> notes = [];
        foreach (var stack in stacks)
        {
            var placeholders = Placeholders.In(stack);
            if (placeholders.Count > 0)
                notes.Add($"{stack.StackName} has placeholders: {string.Join(", ", placeholders)}.");

            var (least, most) = (stack.Setting("minServers"), stack.Setting("maxServers"));
            var domain = stack.Setting("domainName");
            table.Add(
                stack.StackName,
                stack.Region,
                least == most ? least : $"{least} to {most}",
                domain.Length > 0 ? domain : "no domain",
                placeholders.Count > 0 ? "not yet" : stack.IsProtected ? "after an approval" : "at once");
        }

        table.Write(terminal.Styled);
        foreach (var note in notes)
            terminal.Out.WriteLine(note);
    }
}
