using System.Globalization;
using Infra.Cli.Cost;
using Infra.Cli.Cost.Prices;

namespace Infra.Cli.Tests.Cost;

internal sealed class PriceTests
{
    private static readonly Price Flat = Of(0.0252m);
    private static readonly Price DataTransfer = PriceBook.Default.Of(PriceItem.DataTransferOut, "eu-west-1");

    [Test]
    public void Flat_OfAQuantity_IsTheProduct() => Assert.That(Flat.Of(730m), Is.EqualTo(18.396m));

    // 10 TB at $0.09, 40 TB at $0.085, 100 TB at $0.07, the rest at $0.05; a TB is 1,024 GB.
    [TestCase(0, 0)]
    [TestCase(100, 9)]
    [TestCase(10_240, 921.6)]
    [TestCase(10_241, 921.685)]
    [TestCase(51_200, 4_403.2)]
    [TestCase(153_600, 11_571.2)]
    [TestCase(153_700, 11_576.2)]
    public void Tiered_OfAQuantity_ChargesEachPartByItsTier(decimal quantity, decimal expected) =>
        Assert.That(DataTransfer.Of(quantity), Is.EqualTo(expected));

    // Half a cent counts as one, as on a bill.
    [TestCase(1.005, 1.01)]
    [TestCase(1.004999, 1.00)]
    public void Line_OfPartsOfACent_IsRoundedToTheNearest(decimal unitPrice, decimal expected)
    {
        var line = new CostLine { Item = "x", Price = Of(unitPrice), MinimumQuantity = 1m, MaximumQuantity = 1m };

        Assert.That(line.Minimum, Is.EqualTo(expected));
    }

    [TestCase(0.1, "<0.01", 0.1, "<0.01")]
    [TestCase(0.1, "<0.01", 1, "0.03")]
    [TestCase(0, "0.00", 0.1, "<0.01")]
    [TestCase(0, "0.00", 0, "0.00")]
    [TestCase(0.2, "0.01", 0.2, "0.01")]
    public void Line_BelowHalfACent_IsShownAsLessThanACentAndNotAsNothing(decimal few, string minimum, decimal many, string maximum)
    {
        var line = new CostLine { Item = "x", Price = Flat, MinimumQuantity = few, MaximumQuantity = many };

        Assert.That((Money.Minimum(line), Money.Maximum(line)), Is.EqualTo((minimum, maximum)));
    }

    [TestCase("5", "5.00")]
    [TestCase("0.1", "0.10")]
    [TestCase("0.0252", "0.0252")]
    [TestCase("0.0000004", "0.0000004")]
    [TestCase("0.0184000000", "0.0184")]
    [TestCase("1234.5", "1234.50")]
    public void UnitPrice_OfAnyScale_HasItsDecimalsAndAtLeastTwo(string price, string shown) =>
        Assert.That(Money.UnitPrice(decimal.Parse(price, CultureInfo.InvariantCulture)), Is.EqualTo(shown));

    private static Price Of(decimal unitPrice) => new("hour", "", [new(0m, unitPrice)]) { Thing = "an hour" };
}
