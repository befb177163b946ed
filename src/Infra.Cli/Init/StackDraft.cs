using System.Text.Json;
using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Shell;
using Infra.Settings;
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
        var text = Read(new()).Values.GetValueOrDefault(question.FullKey(ProjectName))?.Text;
        return string.IsNullOrEmpty(text) ? null : question.IsList ? ListOf(text, question) : question.Answer(text);
    }

    /// <summary>The file's text.</summary>
    public string Text(StackAnswers answers) => Begun.With(
        StackQuestions.All.Where(answers.Has).Select(question => (question, answers[question])));

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
            return [.. wrong.Problems.Where(problem => problem.Key == question.FullKey(ProjectName)).Select(problem => $"{problem}")];
        }
    }

    private static SettingText? ListOf(string text, StackQuestion question) =>
        text.StartsWith('[') ? new(IsList: true, JsonSerializer.Deserialize<string[]>(text)!) : question.Answer(text);
}
