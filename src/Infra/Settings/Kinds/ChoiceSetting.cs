namespace Infra.Settings.Kinds;

/// <summary>A setting with a few named values.</summary>
internal sealed class ChoiceSetting<T> : Setting<T>
{
    /// <summary>The words and what they stand for, the default first.</summary>
    public required IReadOnlyList<(string Word, T Value)> Choices { get; init; }

    public override SettingKind Kind => SettingKind.Choice;

    public override string Range => $"{string.Join(", ", Words.SkipLast(1))} or {Words.Last()}";

    private IEnumerable<string> Words => Choices.Select(choice => choice.Word);

    /// <summary>The word for a value.</summary>
    public string WordOf(T value) => Choices.First(choice => Equals(choice.Value, value)).Word;

    public override IReadOnlyList<Fault> Parse(string text, out T value)
    {
        foreach (var choice in Choices)
        {
            if (choice.Word == text)
            {
                value = choice.Value;
                return NoFaults;
            }
        }

        value = Choices[0].Value;
        return [new(text, $"write {NearestName.Of(text, Words) ?? "one of these"}, or remove the key to get {Default}")];
    }
}
