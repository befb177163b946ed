using System.Globalization;

namespace Infra.Cli.Cost.Prices;

/// <summary>Where prices were read.</summary>
/// <param name="Source">A file of AWS's price list, or whoever recorded one.</param>
/// <param name="Date">The day that the source is of; none where it does not say.</param>
internal sealed record PriceRecord(string Source, DateOnly? Date)
{
    /// <summary>How dates are written.</summary>
    public const string DateForm = "yyyy-MM-dd";

    /// <summary>The date for people.</summary>
    public string ShownDate => Date is { } date ? Text(date) : "not dated";

    /// <summary>Whether it is older than a number of days; what has no date is.</summary>
    public bool IsOlderThan(int days, DateOnly today) => Date is not { } date || today.DayNumber - date.DayNumber > days;

    /// <summary>As <see cref="DateForm"/>.</summary>
    public static string Text(DateOnly date) => date.ToString(DateForm, CultureInfo.InvariantCulture);
}
