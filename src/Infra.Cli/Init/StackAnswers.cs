namespace Infra.Cli.Init;

/// <summary>The answers to some of the questions. A question without one here is still open.</summary>
internal sealed class StackAnswers
{
    private readonly Dictionary<StackQuestion, SettingText?> _given = [];

    /// <summary>What a question was answered with; none where it was not, or by leaving the setting out.</summary>
    public SettingText? this[StackQuestion question]
    {
        get => _given.GetValueOrDefault(question);
        set => _given[question] = value;
    }

    /// <summary>Whether a question was answered, say by leaving its setting out.</summary>
    public bool Has(StackQuestion question) => _given.ContainsKey(question);

    /// <summary>The same, to be changed by itself.</summary>
    public StackAnswers Copy()
    {
        var copy = new StackAnswers();
        foreach (var (question, answer) in _given)
            copy[question] = answer;
        return copy;
    }
}
