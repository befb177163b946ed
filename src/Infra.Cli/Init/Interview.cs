using Infra.Cli.Shell;

namespace Infra.Cli.Init;

/// <summary>Gets an answer to each question: from the command line, from the user, or by default.</summary>
/// <param name="draft">The stack that the answers make.</param>
/// <param name="given">What the command line answers, by question.</param>
internal sealed class Interview(StackDraft draft, IReadOnlyDictionary<StackQuestion, string> given)
{
    /// <summary>The answers, all found right.</summary>
    /// <param name="asking">Where to ask.</param>
    /// <param name="replies">Where the user answers; none where nobody is there, or wants to.</param>
    /// <param name="cancellation">Breaks it off.</param>
    /// <exception cref="InvalidUsageException">The command line's answers are wrong, or too few where nobody can be asked.</exception>
    public async Task<StackAnswers> RunAsync(TextWriter asking, TextReader? replies, CancellationToken cancellation)
    {
        RefuseWrongOptions(isComplete: replies is null);
        var answers = new StackAnswers();
        foreach (var question in StackQuestions.All)
        {
            if (!StackQuestions.IsAsked(question, answers) && !given.ContainsKey(question))
                answers[question] = null;
            else if (given.TryGetValue(question, out var text) && Problems(question, answers, question.Answer(text)) is [])
                answers[question] = question.Answer(text);
            else if (replies is null)
                answers[question] = Default(question, answers);
            else
                answers[question] = await AskAsync(question, answers, asking, replies, cancellation);
        }

        return answers;
    }

    // All at once, before anything is asked: by themselves, and with the defaults where those are what will count.
    private void RefuseWrongOptions(bool isComplete)
    {
        var answers = new StackAnswers();
        foreach (var question in StackQuestions.All)
            answers[question] = GivenOrDefault(question, answers);

        // A default can be wrong by what the command line says, of which there is enough to say then.
        Refuse(StackQuestions.All.Where(given.ContainsKey));
        if (isComplete)
            Refuse(StackQuestions.All);

        void Refuse(IEnumerable<StackQuestion> questions)
        {
            var problems = questions
                .SelectMany(question => draft.Problems(question, answers).Select(problem => $"{question.Option}: {problem}")).ToList();
            if (problems.Count > 0)
                throw new InvalidUsageException(string.Join('\n', problems));
        }
    }

    private async Task<SettingText?> AskAsync(
        StackQuestion question, StackAnswers answers, TextWriter asking, TextReader replies, CancellationToken cancellation)
    {
        var usual = Default(question, answers);
        var shown = usual?.Typed ?? (question.CanBeNone ? StackQuestion.None : null);
        // An option can be wrong by what was answered since.
        var problems = given.TryGetValue(question, out var text) ? Problems(question, answers, question.Answer(text)) : [];
        while (true)
        {
            foreach (var problem in problems)
                await asking.WriteLineAsync($"  {problem}");
            await asking.WriteAsync($"{question.Words}{(shown is null ? "" : $" [{shown}]")}: ");
            await asking.FlushAsync(cancellation);
            var reply = await Task.Run(replies.ReadLine, CancellationToken.None).WaitAsync(cancellation)
                ?? throw new InvalidUsageException(
                    "the questions were not answered to their end, so nothing was written: answer all, or give --yes for the defaults");
            var answer = reply.Trim().Length == 0 ? usual : question.Answer(reply);
            problems = Problems(question, answers, answer);
            if (problems.Count == 0)
                return answer;
        }
    }

    private SettingText? Default(StackQuestion question, StackAnswers answers) =>
        StackQuestions.Default(question, answers, draft.Beginning(question));

    // With what comes later as the command line has it, or by default: so nothing but this answer is wrong with its setting.
    private IReadOnlyList<string> Problems(StackQuestion question, StackAnswers answers, SettingText? answer)
    {
        var trial = answers.Copy();
        trial[question] = answer;
        foreach (var later in StackQuestions.All.Where(later => !trial.Has(later)))
            trial[later] = GivenOrDefault(later, trial);
        return draft.Problems(question, trial);
    }

    private SettingText? GivenOrDefault(StackQuestion question, StackAnswers answers)
    {
        if (given.TryGetValue(question, out var text))
            return question.Answer(text);

        return StackQuestions.IsAsked(question, answers) ? Default(question, answers) : null;
    }
}
