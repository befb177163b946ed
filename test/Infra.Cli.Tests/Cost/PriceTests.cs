using Infra.Cli.Cost;
using Infra.Cli.Cost.Prices;

namespace Infra.Cli.Tests.Cost;

internal sealed class PriceTests
{
    private static readonly Price Flat = new("hour", "", [new(0m, 0.0252m)]);
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
        var line = new CostLine { Item = "x", Price = new("hour", "", [new(0m, unitPrice)]), MinimumQuantity = 1m, MaximumQuantity = 1m };

        Assert.That(line.Minimum, Is.EqualTo(expected));
    }

    [Test]
    public void Line_BelowHalfACent_IsShownAsLessThanACentAndNotAsNothing()
    {
        var line = new CostLine { Item = "x", Price = Flat, MinimumQuantity = 0.1m, MaximumQuantity = 0.1m };

        Assert.That(Money.Text(line, line.Minimum), Is.EqualTo("<0.01"));
        Assert.That(Money.Text(line with { MinimumQuantity = 0m, MaximumQuantity = 0m }, 0m), Is.EqualTo("0.00"));
    }
}
