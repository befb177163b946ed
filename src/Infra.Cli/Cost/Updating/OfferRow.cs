namespace Infra.Cli.Cost.Updating;

/// <summary>A row of a price list: one price of one thing.</summary>
/// <param name="columns">The place of each column.</param>
/// <param name="cells">The row, which has a cell for each column.</param>
internal sealed class OfferRow(IReadOnlyDictionary<string, int> columns, IReadOnlyList<string> cells)
{
    /// <summary>What a column has; empty where the list has no such column.</summary>
    public string this[string column] => columns.TryGetValue(column, out var place) ? cells[place] : "";

    /// <summary>The usage type without the region before it, e.g. <c>LoadBalancerUsage</c> of <c>EUW2-LoadBalancerUsage</c>.</summary>
    /// <remarks>
    /// us-east-1 has none in most lists, and eu-west-1 has <c>EU</c>. What else stands there is part of the thing, as in
    /// <c>TS-LoadBalancerUsage</c>.
    /// </remarks>
    public string Usage => this["usageType"].Split('-', 2) is [var region, var thing] && IsRegion(region) ? thing : this["usageType"];

    private static bool IsRegion(string text) =>
        text == "EU" || (text.Length is 4 or 5 && text[..^1].All(char.IsAsciiLetterUpper) && char.IsAsciiDigit(text[^1]));
}
