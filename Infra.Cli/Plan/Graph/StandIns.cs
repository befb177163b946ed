namespace Infra.Cli.Plan.Graph;

/// <summary>
/// Texts in place of ids, ARNs and names that are not known yet. A stand-in is equal to that of the same resource and to nothing else, so
/// it tells who refers to whom; it is never shown.
/// </summary>
internal sealed class StandIns(IEnumerable<string> texts)
{
    public const string Dash = "\u2013";

    public static readonly StandIns None = new([]);

    private readonly string[] _texts = [.. texts.Distinct(StringComparer.Ordinal).OrderByDescending(text => text.Length)];

    /// <summary>How many values they stand for.</summary>
    public int Count => _texts.Length;

    /// <summary>The text with a dash for each.</summary>
    public string ShownIn(string text) =>
        _texts.Aggregate(text, (shown, standIn) => shown.Replace(standIn, Dash, StringComparison.Ordinal));
}
