using System.CommandLine;
using System.Text.RegularExpressions;
using Infra.Cli.Shell;

namespace Infra.Cli.Roles;

/// <summary>An option that must be given. What is wrong with it is not told alone, but together with all else that is.</summary>
internal sealed class RequiredOption(string name)
{
    private readonly Option<string?> _option = new(name);

    /// <summary>What it is, for the help.</summary>
    public required string Description
    {
        init => _option.Description = $"{value} Required.";
    }

    /// <summary>What the help writes in place of a value.</summary>
    public required string HelpName
    {
        init => _option.HelpName = value;
    }

    /// <summary>What a value must be, in words that follow "must be".</summary>
    public required string Form { get; init; }

    /// <summary>The form as a pattern.</summary>
    public required Regex Pattern { get; init; }

    /// <summary>Where to find a value.</summary>
    public required string Mend { get; init; }

    public void AddTo(Command command) => command.Options.Add(_option);

    /// <summary>What is wrong; nothing if all is well.</summary>
    public string? Problem(ParseResult line) => line.GetValue(_option) switch
    {
        null => $"{name} is required, {Form}: {Mend}",
        var text when !Pattern.IsMatch(text) => $"{name} must be {Form}, got '{LegibleText.Of(text)}': {Mend}",
        _ => null,
    };

    /// <summary>The value of an option without a problem.</summary>
    public string Value(ParseResult line) => line.GetRequiredValue(_option)!;
}
