namespace Infra.Settings.Kinds;

/// <summary>
/// A list of texts as configuration has it: JSON, as which Pulumi hands over a list, or one text with commas between the items. That is all
/// that <c>pulumi new</c> can save, which asks for each setting in one line.
/// </summary>
/// <remarks>See promptForConfig in https://github.com/pulumi/pulumi/blob/master/pkg/cmd/pulumi/newcmd/config.go.</remarks>
public static class ListText
{
    /// <summary>The items; null when the text is no list.</summary>
    public static IReadOnlyList<string>? Of(string text) =>
        text is "" or ['[' or '{', ..] ? JsonTexts.Of(text) : text.Split(',', StringSplitOptions.TrimEntries);
}
