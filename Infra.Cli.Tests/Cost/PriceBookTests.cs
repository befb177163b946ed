using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Infra.Cli.Cost;
using Infra.Cli.Shell;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Cost;

internal sealed class PriceBookTests
{
    private static readonly JsonElement Book =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, PriceBook.FileName))).RootElement;

    private static readonly string[] Regions = ["eu-central-1", "eu-north-1", "eu-west-1", "us-east-1", "us-west-2"];

    // Prices that no public record gave; taking one off this list means that somebody has found it.
    private static readonly string[] Unknown = ["interface-endpoint-data eu-north-1", "interface-endpoint-hour eu-north-1"];

    private static string[] Items =>
        [.. typeof(PriceItem).GetFields(BindingFlags.Public | BindingFlags.Static).Select(item => (string)item.GetRawConstantValue()!)];

    [Test]
    public void Book_Always_HasTheRegionsTheCurrencyAndADate() => Assert.Multiple(() =>
    {
        Assert.That(PriceBook.Default.Regions, Is.EqualTo(Regions));
        Assert.That(PriceBook.Default.Currency, Is.EqualTo("USD"));
        Assert.That(
            DateOnly.TryParseExact(PriceBook.Default.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            Is.True);
    });

    [Test]
    public void Book_Always_HasExactlyTheItemsThatTheProgramAsksFor() =>
        Assert.That(Book.GetProperty("items").EnumerateObject().Select(item => item.Name), Is.EquivalentTo(Items));

    [Test]
    public void Items_InEveryRegion_HavePositivePricesInRisingTiers() => Assert.Multiple(() =>
    {
        var missing = new List<string>();
        foreach (var item in Items)
        {
            foreach (var region in Regions)
            {
                if (Find(item, region) is not { } price)
                {
                    missing.Add($"{item} {region}");
                    continue;
                }

                Assert.That(price.Tiers.Select(tier => tier.UnitPrice), Is.All.Positive, $"{item} {region}");
                Assert.That(price.Tiers[0].From, Is.Zero, item);
                Assert.That(price.Tiers.Select(tier => tier.From), Is.Ordered.And.Unique, item);
                Assert.That(price.Unit, Is.Not.Empty, item);
            }
        }

        Assert.That(missing, Is.EquivalentTo(Unknown));
    });

    [Test]
    public void Items_Always_NameAPageOfAwsAndNoDateAfterTheBooks() => Assert.Multiple(() =>
    {
        var servers = Book.EnumerateObject().Single(member => member.Name == "servers");
        foreach (var entry in Book.GetProperty("items").EnumerateObject().Append(servers))
        {
            Assert.That(entry.Value.GetProperty("source").GetString(), Does.Match("^https://aws\\.amazon\\.com/[a-z0-9/-]+/$"), entry.Name);
            if (entry.Value.TryGetProperty("recorded", out var recorded))
            {
                Assert.That(
                    recorded.GetString(),
                    Does.Match("^20\\d\\d-\\d\\d-\\d\\d$").And.LessThanOrEqualTo(PriceBook.Default.Date),
                    entry.Name);
            }
        }
    });

    [Test]
    public void Servers_InEveryRegion_HaveTheBurstableFamiliesAndTheCurrentGeneralPurposeOnes() => Assert.Multiple(() =>
    {
        foreach (var region in Regions)
        {
            // AWS has no t3a in Stockholm.
            string[] burstable = region == "eu-north-1" ? ["t3", "t4g"] : ["t3", "t3a", "t4g"];
            string[] types =
            [
                .. burstable.SelectMany(family =>
                    new[] { "nano", "micro", "small", "medium", "large", "xlarge", "2xlarge" }.Select(size => $"{family}.{size}")),
                .. new[] { "m7g", "m7i" }.SelectMany(family => new[] { "large", "xlarge", "2xlarge" }.Select(size => $"{family}.{size}")),
            ];
            foreach (var type in types)
                Assert.That(PriceBook.Default.OfServer(type, region).Tiers.Single().UnitPrice, Is.Positive, $"{type} {region}");
        }
    });

    // AWS prices the sizes of a family in proportion to their size, up to rounding: a typing error stands out.
    [Test]
    public void Servers_OfOneFamily_CostInProportionToTheirSize() => Assert.Multiple(() =>
    {
        string[] sizes = ["nano", "micro", "small", "medium", "large", "xlarge", "2xlarge"];
        foreach (var region in Book.GetProperty("servers").GetProperty("prices").EnumerateObject())
        {
            foreach (var family in region.Value.EnumerateObject().GroupBy(server => server.Name.Split('.')[0]))
            {
                var perNano = family.Select(server =>
                    (double)server.Value.GetDecimal() / Math.Pow(2, Array.IndexOf(sizes, server.Name.Split('.')[1]))).ToList();
                Assert.That(perNano, Is.All.EqualTo(perNano[0]).Within(0.2).Percent, $"{family.Key} {region.Name}");
            }
        }
    });

    [Test]
    public void Prices_OfAnUnknownRegion_AreErrorsForItemsAndServersAlike() => Assert.Multiple(() =>
    {
        const string Expected = "the prices of region eu-west-3 are not known";
        Assert.That(
            () => PriceBook.Default.Of(PriceItem.KmsKey, "eu-west-3"),
            Throws.TypeOf<InvalidUsageException>().With.Message.StartsWith(Expected));
        Assert.That(
            () => PriceBook.Default.OfServer("t4g.small", "eu-west-3"),
            Throws.TypeOf<InvalidUsageException>().With.Message.StartsWith(Expected));
    });

    private static Price? Find(string item, string region)
    {
        try
        {
            return PriceBook.Default.Of(item, region);
        }
        catch (InvalidUsageException)
        {
            return null;
        }
    }
}
