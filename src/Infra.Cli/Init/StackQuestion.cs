using Infra.Cli.Plan.StackFiles;

namespace Infra.Cli.Init;

/// <summary>What <c>infra init</c> wants to know of a new stack, and the setting that the answer goes to.</summary>
/// <param name="Key">The setting's key; without a namespace it is the project's.</param>
/// <param name="Option">The option that answers in advance, with its <c>--</c>.</param>
/// <param name="Words">The question.</param>
/// <param name="Comment">What the file says above the setting where the answer adds it.</param>
internal sealed record StackQuestion(string Key, string Option, string Words, string Comment)
{
    /// <summary>The answer that leaves a setting out.</summary>
    public const string None = "none";

    /// <summary>Another setting that the answer can make wrong, and that is not asked for itself.</summary>
    public string? Affects { get; init; }

    /// <summary>Whether the answer is a list, with commas between its items.</summary>
    public bool IsList { get; init; }

    /// <summary>Whether the stack can do without the setting.</summary>
    public bool CanBeNone { get; init; }

    /// <summary>The key with its namespace, in a project of this name.</summary>
    public string FullKey(string projectName) => ConfigKey.Full(Key, projectName)!;

    /// <summary>Whether what is wrong with a setting is this question's.</summary>
    public bool IsAbout(string fullKey, string projectName) =>
        fullKey == FullKey(projectName) || (Affects is not null && fullKey == ConfigKey.Full(Affects, projectName));

    /// <summary>The setting that a text answers with; none where it leaves the setting out.</summary>
    public SettingText? Answer(string text)
    {
        text = text.Trim();
        if (CanBeNone && text is "" or None)
            return null;

        return IsList
            ? new(IsList, [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)])
            : new(IsList, [text]);
    }
}
