using System.CommandLine;
using Infra.Cli.Plan;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Shell;

namespace Infra.Cli.Documents;

/// <summary><c>infra docs</c>.</summary>
internal static class DocumentsCommand
{
    private const string Help =
        """
        Refreshes what the project's documents say of its stacks.

        That is the drawing of each in docs/, and in README.md and docs/**/*.md
        whatever stands between '<!-- generated: NAME -->' and '<!-- end -->', such
        as costs and times. Run it after a change of settings, and commit what it
        writes. All else in the documents is about the program, whatever the stacks.

        Examples:
          infra docs
          infra docs --check
        """;

    /// <param name="terminal">Where it writes.</param>
    /// <param name="plan">Where it gets a stack from.</param>
    /// <param name="fragments">What writes a marked part, by its name.</param>
    /// <param name="draw">Draws all stacks: drawings by their file names.</param>
    public static Command Create(
        Terminal terminal,
        PlanSource plan,
        IReadOnlyDictionary<string, Fragment> fragments,
        Func<DocumentedStacks, Task<IReadOnlyDictionary<string, string>>> draw)
    {
        var command = new Command("docs", Help);
        var check = new Option<bool>("--check")
        {
            Description = "Writes nothing; fails with exit code 1 if anything is stale, and names it.",
        };
        command.Options.Add(check);
        var environment = new EnvironmentOptions(command, hasSet: false);
        command.SetAction(async (line, cancellation) =>
        {
            var stacks = await StacksAsync(plan, name => environment.ReadAsync(line, name, [], cancellation));
            if (stacks.All.Count == 0)
            {
                await terminal.Out.WriteLineAsync("There is no stack to document.");
                return ExitCode.Done;
            }

            var stale = await new StackDocuments(stacks, fragments, draw).StaleAsync();
            if (line.GetValue(check))
                return await CheckAsync(stale, terminal);

            foreach (var (file, content) in stale)
                await WriteAsync(Path.Combine(stacks.RootDirectory, file), file, content, terminal);
            if (stale.Count == 0)
                await terminal.Out.WriteLineAsync("Everything is fresh.");
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<DocumentedStacks> StacksAsync(PlanSource plan, Func<string, Task<StackConfiguration>> read)
    {
        var directory = Environment.CurrentDirectory;
        List<StackConfiguration> files = [];
        foreach (var name in ProjectFiles.StackNames(directory))
            files.Add(await read(name));

        List<ResourceGraph> graphs = [];
        foreach (var stack in files)
            graphs.Add(await plan(stack));

        return new(ProjectFiles.FindRoot(directory), graphs, files.ToDictionary(stack => stack.StackName, Placeholders.In));
    }

    private static async Task<int> CheckAsync(IReadOnlyDictionary<string, string?> stale, Terminal terminal)
    {
        if (stale.Count == 0)
            return ExitCode.Done;

        await terminal.Error.WriteLineAsync($"not what the stacks are now: {string.Join(", ", stale.Keys)}: run 'infra docs'");
        return ExitCode.CheckFailed;
    }

    private static async Task WriteAsync(string path, string file, string? content, Terminal terminal)
    {
        if (content is null)
            ReportFile.Remove(path, file);
        else
            ReportFile.Write(path, content, file);

        await terminal.Out.WriteLineAsync($"{(content is null ? "Removed" : "Wrote")} {file}");
    }
}
