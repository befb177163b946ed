namespace Infra.Settings.Kinds;

/// <summary>A setting with a list of texts, see <see cref="ListText"/>.</summary>
internal sealed class TextListSetting : Setting<IReadOnlyList<string>>
{
    public required int MinimumCount { get; init; }

    public required int MaximumCount { get; init; }

    /// <summary>What the items are, in words that follow their number.</summary>
    public required string Items { get; init; }

    /// <summary>Null for an item of the right form, else what to write instead.</summary>
    public required Func<string, string?> MendOfItem { get; init; }

    /// <summary>What to do about too few or too many items.</summary>
    public required string MendOfCount { get; init; }

    public override SettingKind Kind => SettingKind.TextList;

    public override string Range => $"{MinimumCount} to {MaximumCount} {Items}";

    public override bool Accepts(string text) => MendOfItem(text) is null;

    public override bool AreSame(string one, string other) => one == other;

    public override IReadOnlyList<Fault> Parse(string text, out IReadOnlyList<string> value)
    {
        if (ListText.Of(text) is not { } items)
        {
            value = [];
            return [new(text, "write it as a YAML list of texts, each behind a hyphen on a line of its own")];
        }

        value = items;
        if (items.Count > MaximumCount)
        {
            // Which of them stay is still to be decided, so what is wrong with each is not said.
            return [new(text, MendOfCount)];
        }

        List<Fault> faults = [];
        if (items.Count < MinimumCount)
            faults.Add(new(text, MendOfCount));

        foreach (var group in items.GroupBy(item => item, StringComparer.Ordinal))
        {
            if (MendOfItem(group.Key) is { } mend)
            {
                faults.Add(new(group.Key, mend));
            }
            else if (group.Count() > 1)
            {
                faults.Add(new(string.Join(" and ", group), "name it once"));
            }
        }

        return faults;
    }
}
