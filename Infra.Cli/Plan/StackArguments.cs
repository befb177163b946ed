using System.CommandLine;
using System.CommandLine.Parsing;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Reading;
using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Shell;

namespace Infra.Cli.Plan;

/// <summary>The argument and the options that name a stack or a plan, the same for every command that shows one.</summary>
internal sealed class StackArguments
{
    private readonly Argument<string> _stack = new("stack") { Description = "The stack: dev is the stack of Pulumi.dev.yaml." };

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

    private readonly PlanSource _source;
    private readonly Terminal? _terminal;

    /// <summary>Adds them to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="source">Where it gets a stack from.</param>
    /// <param name="terminal">Where it says what it found in a file; none if it takes no file.</param>
    public StackArguments(Command command, PlanSource source, Terminal? terminal = null)
    {
        (_source, _terminal) = (source, terminal);
        command.Arguments.Add(_stack);
        command.Options.Add(_set);
        if (terminal is null)
            return;

        _stack.Arity = ArgumentArity.ZeroOrOne;
        command.Options.Add(_from);
        command.Validators.Add(line =>
        {
            var hasStack = line.GetResult(_stack) is { Tokens.Count: > 0 };
            var hasFile = line.GetResult(_from) is not null;
            if (hasStack == hasFile)
            {
                line.AddError(hasFile
                    ? "--from has the stack in its file: leave out one of both."
                    : $"Required argument 'stack' missing for command: '{command.Name}'. Name one, or a file by --from.");
            }

            if (hasFile && line.GetResult(_set) is { Implicit: false })
                line.AddError("--set changes a setting before the plan is made, and --from has one that is made: leave out one of both.");
        });
    }

    /// <summary>Whether the command line names a file with a plan.</summary>
    public bool IsFromFile(CommandResult line) => line.GetResult(_from) is not null;

    /// <summary>What the command line is about.</summary>
    /// <param name="line">The command line.</param>
    /// <param name="isLive">Whether it is about what a preview found, and not about what it would make.</param>
    /// <exception cref="InvalidUsageException">There is no such stack or file, or no such thing in it.</exception>
    public async Task<LoadedPlan> PlanAsync(ParseResult line, bool isLive = false)
    {
        if (line.GetValue(_from) is { } path)
            return FromFile(path, isLive);

        var configuration = Configuration(line);
        var graph = await _source(configuration);
        return new(graph, configuration.RootDirectory, !IsCommitted(graph.ProjectName, graph.StackName, configuration.Values));
    }

    /// <summary>The configuration that a command line names.</summary>
    public StackConfiguration Configuration(ParseResult line) => Configuration(line, line.GetRequiredValue(_stack));

    /// <summary>What another stack declares, with the same overrides.</summary>
    public Task<ResourceGraph> GraphAsync(ParseResult line, string stack) => _source(Configuration(line, stack));

    private StackConfiguration Configuration(ParseResult line, string stack) =>
        ProjectFiles.Read(Environment.CurrentDirectory, stack, line.GetRequiredValue(_set));

    private LoadedPlan FromFile(string path, bool isLive)
    {
        var name = PlanBytes.NameOf(path);
        var directory = Environment.CurrentDirectory;
        var contents = PlanFile.Read(PlanBytes.Read(path, _terminal!.In), name);
        var graph = PlanGraph.Of(isLive ? contents.Found(name) : contents, name, directory);
        _terminal.Conceal(graph.Secrets.HiddenIn);
        _terminal.Conceal(graph.StandIns.ShownIn);
        _terminal.Error.WriteLine(FoundPlan.Line(name, graph));
        return new(
            graph,
            ProjectFiles.IsInProject(directory) ? ProjectFiles.FindRoot(directory) : directory,
            !IsCommitted(graph.ProjectName, graph.StackName, graph.Configuration));
    }

    // By what it is made from: an override with the file's own value changes nothing.
    private static bool IsCommitted(string project, string stack, IReadOnlyDictionary<string, ConfigValue> values) =>
        PlanConfiguration.OfStackFile(project, stack, Environment.CurrentDirectory) is { Values: var committed }
        && committed.Count == values.Count
        && committed.All(entry => values.GetValueOrDefault(entry.Key)?.Shown == entry.Value.Shown);
}
