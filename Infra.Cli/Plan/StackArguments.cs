using System.CommandLine;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.StackFiles;

namespace Infra.Cli.Plan;

/// <summary>The argument and the option that name a stack, the same for every command that shows one.</summary>
internal sealed class StackArguments
{
    private readonly Argument<string> _stack = new("stack")
    {
        Description = "The stack: dev is the stack of Pulumi.dev.yaml. organization/dev and organization/project/dev are it as well.",
    };

    private readonly Option<string[]> _set = new("--set")
    {
        Description = "Overrides a setting, e.g. --set minServers=2. A key without a namespace is the project's. Repeatable.",
        HelpName = "key=value",
        AllowMultipleArgumentsPerToken = false,
        DefaultValueFactory = _ => [],
    };

    private readonly EnvironmentOptions _environment;
    private readonly PlanSource _source;

    /// <summary>Adds them to a command.</summary>
    public StackArguments(Command command, PlanSource source)
    {
        _source = source;
        command.Arguments.Add(_stack);
        command.Options.Add(_set);
        _environment = new(command, hasSet: true);
    }

    /// <summary>The configuration that a command line names.</summary>
    public Task<StackConfiguration> ConfigurationAsync(ParseResult line, CancellationToken cancellation) =>
        ConfigurationAsync(line, line.GetRequiredValue(_stack), cancellation);

    private Task<StackConfiguration> ConfigurationAsync(ParseResult line, string stack, CancellationToken cancellation) =>
        _environment.ReadAsync(line, stack, line.GetRequiredValue(_set), cancellation);

    /// <summary>Whether the command line asks for another stack than the committed one.</summary>
    public bool HasOverrides(ParseResult line) => line.GetRequiredValue(_set).Length > 0;

    /// <summary>What the stack declares.</summary>
    public async Task<ResourceGraph> GraphAsync(ParseResult line, CancellationToken cancellation) =>
        await _source(await ConfigurationAsync(line, cancellation));

    /// <summary>The same for whoever has read the configuration already.</summary>
    public Task<ResourceGraph> GraphAsync(StackConfiguration configuration) => _source(configuration);

    /// <summary>What another stack declares, with the same overrides.</summary>
    public async Task<ResourceGraph> GraphAsync(ParseResult line, string stack, CancellationToken cancellation) =>
        await _source(await ConfigurationAsync(line, stack, cancellation));
}
