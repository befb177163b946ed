using System.Text;
using Infra.Cli.Cost.Prices;

namespace Infra.Cli.Tests.Cost;

internal sealed class RegionFileTests
{
    private const string Written = """
        {
          "region": "xx-north-9",
          "records": [
            {
              "source": "a list",
              "date": "2026-11-28",
              "items": {
                "data-transfer-out": [{ "from": 0, "price": 0.15 }, { "from": 10240, "price": 0.085, "to": 51200 }],
                "s3-get": 0.0004
              },
              "servers": {
                "m5": { "large": 0.1, "xlarge": 0.2 },
                "t4g": { "small": 0.02 }
              }
            },
            {
              "source": "another",
              "items": {
                "nat-gateway-data": [{ "from": 0, "price": 0.05, "to": 100 }]
              }
            },
            {
              "source": "a third",
              "servers": {
                "c5": { "large": 12 }
              }
            }
          ]
        }

        """;

    [Test]
    public void Text_OfWhatWasRead_IsTheSame() => Assert.That(RegionFile.Text(Read(Written)), Is.EqualTo(Written));

    // AWS's lists have ten decimals.
    [Test]
    public void Text_OfNumbers_HasNoZerosBehind()
    {
        var longer = Written
            .Replace("0.15", "0.1500000000", StringComparison.Ordinal)
            .Replace("51200", "51200.00", StringComparison.Ordinal)
            .Replace("0.02 ", "0.0200000000 ", StringComparison.Ordinal);

        Assert.That(RegionFile.Text(Read(longer)), Is.EqualTo(Written));
    }

    [Test]
    public void Tiers_OfAFile_AreRead() => Assert.That(
        Read(Written).Find("data-transfer-out")!.Value.Tiers,
        Is.EqualTo(new PriceTier[] { new(0m, 0.15m), new(10_240m, 0.085m) { To = 51_200m } }));

    private static RegionPrices Read(string text)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return RegionFile.Read(file, "xx-north-9");
    }
}
