using System.CommandLine;
using System.CommandLine.Parsing;
using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Shell;
using Infra.Cli.Shell.Tools;

namespace Infra.Cli.Plan;

/// <summary>
/// The options that say what the environments of a stack give, which only the Pulumi CLI can read: the same for every command that reads
/// stack files.
/// </summary>
internal sealed class EnvironmentOptions
{
    private readonly Option<bool> _cli = new("--cli")
    {
        Description = "Asks the Pulumi CLI for the settings: with those of Pulumi ESC, and with what secrets say.",
    };

    private readonly Option<bool> _none = new("--no-environment")
    {
        Description = "Says that the stack's environments (Pulumi ESC) give no settings, but credentials, say.",
    };

    private readonly bool _hasSet;

    /// <summary>Adds them to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="hasSet">Whether it has --set, by which a user can say what the environments give.</param>
    public EnvironmentOptions(Command command, bool hasSet)
    {
        _hasSet = hasSet;
        command.Options.Add(_cli);
        command.Options.Add(_none);
        command.AddRule(line =>
        {
            if (line.GetValue(_cli) && line.GetValue(_none))
                line.AddError($"Give {_cli.Name} or {_none.Name}, and not both.");
        });
    }

    /// <summary>Whether the command line has one of them.</summary>
    public bool IsGiven(CommandResult line) => line.GetValue(_cli) || line.GetValue(_none);

    /// <summary>The configuration of a stack.</summary>
    /// <param name="line">The command line.</param>
    /// <param name="stack">The stack, as the Pulumi CLI takes it.</param>
    /// <param name="overrides">Values that win over all others, as <c>key=value</c>.</param>
    /// <param name="cancellation">Ends the CLI too.</param>
    /// <exception cref="InvalidUsageException">A file is wrong, or nobody knows what the environments give.</exception>
    public async Task<StackConfiguration> ReadAsync(
        ParseResult line, string stack, IReadOnlyList<string> overrides, CancellationToken cancellation)
    {
        var files = ProjectFiles.Read(Environment.CurrentDirectory, stack, overrides);
        if (line.GetValue(_cli))
        {
            var json = await PulumiCli.ConfigurationAsync(
                stack, _cli.Name, "install it, or leave out the option", cancellation);
            return (files with { Values = CliConfig.Read(json, _cli.Name) }).With(overrides);
        }

        if (files.Environments.Count > 0 && !line.GetValue(_none))
            await TellAsync(line, files, overrides.Count > 0);
        return files;
    }

    private Task TellAsync(ParseResult line, StackConfiguration files, bool isGiven)
    {
        var names = string.Join(", ", files.Environments);
        return isGiven
            ? line.InvocationConfiguration.Error.WriteLineAsync(
                $"{files.FileName}: of what its environments give ({names}), only what --set says is known here.")
            : throw new InvalidUsageException(
                $"{files.FileName} takes settings from environments of Pulumi ESC, {names}, which only the Pulumi CLI can read: "
                + $"give {_cli.Name} to ask it, {(_hasSet ? "--set key=value for each setting that they give, " : "")}"
                + $"or {_none.Name} if they give none");
    }
}
