using System.CommandLine;
using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Shell;

namespace Infra.Cli.Stacks;

/// <summary><c>infra stacks</c>.</summary>
internal static class StacksCommand
{
    private const string Help =
        """
        Lists the project's stacks, and how the pipelines treat each.

        There is one for each Pulumi.<stack>.yaml. One that is protected, by its setting deletionProtection, is deployed after the
        others, one at a time, and waits for an approval. A sample still holds placeholders, such as the domain www.example.com,
        and is not deployed.

        Examples:
          infra stacks
          infra stacks --json | jq '.[] | select(.sample | not)'
        """;

    public static Command Create(Terminal terminal)
    {
        var command = new Command("stacks", Help);
        var asJson = new Option<bool>("--json") { Description = "Prints a list of stacks with stack, region, protected and sample." };
        command.Options.Add(asJson);
        command.SetAction(async (line, _) =>
        {
            var stacks = ProjectFiles.StackNames(Environment.CurrentDirectory)
                .Select(name => ProjectFiles.Read(Environment.CurrentDirectory, name, []))
                .ToList();
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

    private static void Write(IReadOnlyList<StackConfiguration> stacks, Terminal terminal)
    {
        var table = new TextTable(textColumns: 5);
        table.AddStrong("Stack", "Region", "Servers", "Site", "Is deployed");
        foreach (var stack in stacks)
        {
            var (least, most) = (stack.Setting("minServers"), stack.Setting("maxServers"));
            table.Add(
                stack.StackName,
                stack.Region,
                least == most ? least : $"{least} to {most}",
                stack.Setting("domainName") is { Length: > 0 } domain ? domain : "no domain",
                Treatment(stack));
        }

        table.Write(terminal.Styled);
    }

    private static string Treatment(StackConfiguration stack) => Placeholders.In(stack) switch
    {
        { Count: > 0 } keys => $"not: {string.Join(", ", keys)} to be set",
        _ when stack.IsProtected => "after an approval",
        _ => "at once",
    };
}
