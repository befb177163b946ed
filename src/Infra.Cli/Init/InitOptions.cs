using System.CommandLine;
using Infra.Cli.Plan.StackFiles;

namespace Infra.Cli.Init;

/// <summary>The options of <c>infra init</c>.</summary>
internal sealed class InitOptions
{
    private readonly Dictionary<StackQuestion, Option<string?>> _answers = StackQuestions.All.ToDictionary(
        question => question,
        question => new Option<string?>(question.Option) { Description = $"{question.Words}.", HelpName = HelpNameOf(question) });

    private readonly Option<string?> _like = new("--like")
    {
        Description = "Begins with the file of this stack.",
        HelpName = "stack",
    };

    private readonly Option<bool> _yes = new("--yes") { Description = "Asks nothing: takes the default of what no option answers." };

    /// <summary>Adds them to a command.</summary>
    public InitOptions(Command command)
    {
        _like.CompleteStacks();
        command.Options.Add(_like);
        foreach (var question in StackQuestions.All)
            command.Options.Add(_answers[question]);
        command.Options.Add(_yes);
    }

    /// <summary>The stack to begin with, as the Pulumi CLI takes it; none where there is none.</summary>
    public string? Like(ParseResult line) => line.GetValue(_like);

    /// <summary>Whether nothing is to be asked.</summary>
    public bool TakesDefaults(ParseResult line) => line.GetValue(_yes);

    /// <summary>The answers in advance, by question.</summary>
    public IReadOnlyDictionary<StackQuestion, string> Given(ParseResult line) => _answers
        .Select(entry => (entry.Key, Text: line.GetValue(entry.Value)))
        .Where(entry => entry.Text is not null)
        .ToDictionary(entry => entry.Key, entry => entry.Text!);

    private static string HelpNameOf(StackQuestion question) => question.Option switch
    {
        "--zones" => "zone,zone",
        "--domain" => "name",
        "--hosted-zone" or "--account" => "id",
        "--email" => "address",
        _ => question.Option[2..],
    };
}
