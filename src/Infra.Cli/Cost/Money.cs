using System.Globalization;

namespace Infra.Cli.Cost;

/// <summary>How amounts and quantities are written.</summary>
internal static class Money
{
    /// <summary>Stands for what is not known.</summary>
    public const string Unknown = "?";

    public static string Text(decimal amount) => amount.ToString("N2", CultureInfo.InvariantCulture);

    /// <summary>A line's amount with the fewest servers, which is never shown as nothing when it is something.</summary>
    public static string Minimum(CostLine line) => Text(line, line.Minimum, line.MinimumQuantity);

    /// <summary>The same with the most servers.</summary>
    public static string Maximum(CostLine line) => Text(line, line.Maximum, line.MaximumQuantity);

    public static string Signed(decimal amount) => amount.ToString("+#,0.00;-#,0.00;0.00", CultureInfo.InvariantCulture);

    /// <summary>A quantity with up to three decimals.</summary>
    public static string Quantity(decimal quantity) => quantity.ToString("#,0.###", CultureInfo.InvariantCulture);

    /// <summary>A quantity with its unit, e.g. <c>1 server</c> or <c>730 hours</c>.</summary>
    public static string Quantity(decimal quantity, string unit) =>
        $"{Quantity(quantity)} {(quantity == 1m || unit is "GB" or [.., 's'] ? unit : unit + "s")}";

    /// <summary>The same with a plural of its own.</summary>
    public static string Quantity(decimal quantity, string one, string many) => $"{Quantity(quantity)} {(quantity == 1m ? one : many)}";

    /// <summary>A price with all its decimals, and at least two.</summary>
    public static string UnitPrice(decimal price) => price.ToString("0.00#####", CultureInfo.InvariantCulture);

    private static string Text(CostLine line, decimal amount, decimal quantity) =>
        !line.Price.IsKnown ? Unknown : amount == 0m && quantity > 0m ? "<0.01" : Text(amount);
}
