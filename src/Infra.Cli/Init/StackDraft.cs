using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Shell;
using Infra.Settings;
using Infra.Settings.Kinds;
using Infra.Settings.Reading;

namespace Infra.Cli.Init;

/// <summary>A stack that has no file yet: what its file would say after some answers, read by the same rules as any other.</summary>
/// <param name="Directory">Any directory of the project.</param>
/// <param name="StackName">The new stack's name.</param>
/// <param name="ProjectName">The project's name.</param>
/// <param name="Begun">What the file begins with.</param>
internal sealed record StackDraft(string Directory, string StackName, string ProjectName, StackFileText Begun)
{
    /// <summary>The answer that a question has in what the file begins with; none where it has none, or keeps it secret.</summary>
    public SettingText? Beginning(StackQuestion question)
    {
        var key = question.FullKey(ProjectName);
        return Begun.SecretKeys.Contains(key) || Begun.Values.GetValueOrDefault(key) is not { Length: > 0 } text
            ? null
            : question.IsList ? ListOf(text) : question.Answer(text);
    }

    /// <summary>The file's text.</summary>
    public string Text(StackAnswers answers) => Begun.With(
        StackQuestions.All.Where(answers.Has).Select(question => (question, answers[question])));

    /// <summary>The file's text: it says what was answered, and all else as before.</summary>
    /// <exception cref="InvalidUsageException">What the file begins with can't be changed line by line.</exception>
    public string CheckedText(StackAnswers answers)
    {
        var expected = Begun.Values.Where(entry => !Begun.SecretKeys.Contains(entry.Key)).ToDictionary();
        foreach (var question in StackQuestions.All)
        {
            if (answers[question] is { } answer)
                expected[question.FullKey(ProjectName)] = answer.Text;
            else
                expected.Remove(question.FullKey(ProjectName));
        }

        var text = Text(answers);
        var written = new StackFileText(text, Begun.FileName, ProjectName).Values;
        return written.Count == expected.Count && expected.All(entry => written.GetValueOrDefault(entry.Key) == entry.Value)
            ? text
            : throw new InvalidUsageException(
                $"{Begun.FileName} can't be changed line by line, to begin another stack with: take out # from texts of several lines");
    }

    /// <summary>What the text says.</summary>
    /// <exception cref="InvalidUsageException">It can't be read.</exception>
    public StackConfiguration Read(StackAnswers answers) => ProjectFiles.ReadText(Directory, StackName, Text(answers));

    /// <summary>What is wrong with the setting of a question, in one line each.</summary>
    public IReadOnlyList<string> Problems(StackQuestion question, StackAnswers answers)
    {
        if (question.Key == AccountAnswer.Key)
            return AccountAnswer.Problem(answers[question]) is { } problem ? [problem] : [];

        try
        {
            var stack = Read(answers);
            _ = StackSettings.Read(SecretSettings.WithExamples(stack).Source(), stack.Region);
            return [];
        }
        catch (InvalidSettingsException wrong)
        {
            return [.. wrong.Problems.Where(problem => question.IsAbout(problem.Key, ProjectName)).Select(problem => $"{problem}")];
        }
    }

    private static SettingText ListOf(string text)
    {
        try
        {
            // An account id without quotes is a number.
            return new(IsList: true, ListText.Of(text) ?? [.. JsonNode.Parse(text)!.AsArray().Select(item => $"{item}")]);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // No list at all, which is shown to be wrong as it stands.
            return new(IsList: true, [text]);
        }
    }
}
