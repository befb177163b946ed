using System.CommandLine;
using System.CommandLine.Parsing;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Reading;
using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Shell;
using Infra.Settings;

namespace Infra.Cli.Plan;

/// <summary>The argument and the options that name a stack or a plan, the same for every command that shows one.</summary>
internal sealed class StackArguments
{
    private readonly Argument<string> _stack = new("stack")
    {
        Description = "The stack: dev is the stack of Pulumi.dev.yaml. organization/dev and organization/project/dev are it as well.",
        // Else the help names the stacks that there are.
        HelpName = "stack",
    };

    private readonly Option<string[]> _set = new("--set")
    {
        Description = "Overrides a setting, e.g. --set minServers=2. A key without a namespace is the project's. Repeatable.",
        HelpName = "key=value",
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string> _from = new("--from")
    {
        Description = "Reads the stack from a file, or from standard input with -: what 'preview --json' of pulumi or infra, "
            + "--event-log or 'pulumi stack export' writes.",
        HelpName = "file",
    };

    private readonly EnvironmentOptions _environment;
    private readonly PlanSource _source;
    private readonly Terminal? _terminal;

    /// <summary>Adds them to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="source">Where it gets a stack from.</param>
    /// <param name="terminal">Where it says what it found in a file; none if it takes no file.</param>
    public StackArguments(Command command, PlanSource source, Terminal? terminal = null)
    {
        (_source, _terminal) = (source, terminal);
        _stack.CompleteStacks();
        _set.CompletionSources.Add(_ => SettingsCatalogue.All.Select(setting => $"{setting.Key}="));
        command.Arguments.Add(_stack);
        command.Options.Add(_set);
        _environment = new(command, hasSet: true);
        if (terminal is null)
            return;

        _stack.Arity = ArgumentArity.ZeroOrOne;
        command.Options.Add(_from);
        command.AddRule(line =>
        {
            var hasStack = line.GetResult(_stack) is not null;
            var hasFile = line.GetResult(_from) is not null;
            if (hasStack == hasFile)
            {
                line.AddError(hasFile
                    ? "--from has the stack in its file: leave out one of both."
                    : $"Required argument 'stack' missing for command: '{command.Name}'. Name one, or a file by --from.");
            }

            if (hasFile && line.GetResult(_set) is { Implicit: false })
                line.AddError("--set changes a setting before the plan is made, and --from has one that is made: leave out one of both.");
            if (hasFile && _environment.IsGiven(line))
                line.AddError("--cli and --no-environment say where settings are from, and --from has a plan: leave them out.");
        });
    }

    /// <summary>Whether the command line names a file with a plan.</summary>
    public bool IsFromFile(CommandResult line) => line.GetResult(_from) is not null;

    /// <summary>The file that the command line names; none if it names a stack.</summary>
    public string? File(ParseResult line) => line.GetValue(_from);

    /// <summary>What the command line is about.</summary>
    /// <param name="line">The command line.</param>
    /// <param name="cancellation">Ends the CLI, where that is asked.</param>
    /// <param name="isLive">Whether it is about what a preview found, and not about what it would make.</param>
    /// <exception cref="InvalidUsageException">There is no such stack or file, or no such thing in it.</exception>
    public async Task<LoadedPlan> PlanAsync(ParseResult line, CancellationToken cancellation, bool isLive = false)
    {
        if (line.GetValue(_from) is { } path)
        {
            var loaded = await Interruptible.RunAsync(() => FromFile(path, _terminal!, isLive), cancellation);
            return loaded.Graph.Nodes.Any(node => node.IsCustom)
                ? loaded
                : throw new InvalidUsageException(
                    $"{PlanBytes.NameOf(path)} must hold a stack of this program, but has none of its resources: name another file");
        }

        var configuration = await ConfigurationAsync(line, cancellation);
        using var notice = new SlowNotice(_terminal, $"Reading {configuration.StackName}, and all files of its site and application...");
        var graph = await _source(configuration);
        return new(graph, configuration.RootDirectory, !IsCommitted(graph.ProjectName, graph.StackName, configuration.Values));
    }

    /// <summary>What a file has, or standard input; the terminal is told what was found.</summary>
    /// <param name="path">The file.</param>
    /// <param name="terminal">The terminal.</param>
    /// <param name="isLive">Whether it is taken for what runs.</param>
    /// <param name="isFormer">
    /// Whether something else has come since, or will: then the stack file at hand is not that of a state.
    /// </param>
    public static LoadedPlan FromFile(string path, Terminal terminal, bool isLive = false, bool isFormer = false)
    {
        var name = PlanBytes.NameOf(path);
        var directory = Environment.CurrentDirectory;
        var contents = PlanFile.Read(PlanBytes.Read(path, terminal.In), name);
        if (isFormer && contents.Kind == PlanKind.State)
            contents = contents with { Configuration = new Dictionary<string, string>() };
        var graph = PlanGraph.Of(isLive ? contents.Found(name) : contents, name, directory);
        terminal.Conceal(graph.Secrets.HiddenIn);
        terminal.Conceal(graph.StandIns.ShownIn);
        terminal.Error.WriteLine(FoundPlan.Line(name, graph));
        return new(
            graph,
            ProjectFile.IsAt(directory) ? ProjectFiles.FindRoot(directory) : directory,
            !IsCommitted(graph.ProjectName, graph.StackName, graph.Configuration));
    }

    /// <summary>The configuration that a command line names.</summary>
    public Task<StackConfiguration> ConfigurationAsync(ParseResult line, CancellationToken cancellation) =>
        ConfigurationAsync(line, line.GetRequiredValue(_stack), cancellation);

    /// <summary>What another stack declares, with the same overrides.</summary>
    public async Task<ResourceGraph> GraphAsync(ParseResult line, string stack, CancellationToken cancellation) =>
        await _source(await ConfigurationAsync(line, stack, cancellation));

    private Task<StackConfiguration> ConfigurationAsync(ParseResult line, string stack, CancellationToken cancellation) =>
        _environment.ReadAsync(line, stack, line.GetRequiredValue(_set), cancellation);

    // By what it is made from: an override with the file's own value changes nothing.
    private static bool IsCommitted(string project, string stack, IReadOnlyDictionary<string, ConfigValue> values)
    {
        try
        {
            return PlanConfiguration.OfStackFile(project, stack, Environment.CurrentDirectory) is { Values: var committed }
                && committed.Count == values.Count
                && committed.All(entry => values.GetValueOrDefault(entry.Key)?.Shown == entry.Value.Shown);
        }
        catch (InvalidUsageException)
        {
            // Only with an override can it be read at all.
            return false;
        }
    }
}
