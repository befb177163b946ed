using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Infra.Cli.Cost.Prices;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Cost;

/// <summary>The prices that the program comes with.</summary>
internal sealed class PriceBookTests
{
    // The commercial regions of AWS in November 2026, as far as its price list of S3 names them.
    private static readonly string[] Regions =
    [
        "af-south-1", "ap-east-1", "ap-east-2", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-south-2",
        "ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5", "ap-southeast-6", "ap-southeast-7",
        "ca-central-1", "ca-west-1", "eu-central-1", "eu-central-2", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-2",
        "eu-west-3", "il-central-1", "me-central-1", "me-south-1", "mx-central-1", "sa-east-1", "us-east-1", "us-east-2", "us-west-1",
        "us-west-2",
    ];

    private static readonly JsonElement Items =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, PriceBook.FileName))).RootElement;

    private static IEnumerable<RecordedPrices> Records => Regions.SelectMany(region => PriceBook.Default.Of(region)!.Records);

    private static string[] Asked =>
        [.. typeof(PriceItem).GetFields(BindingFlags.Public | BindingFlags.Static).Select(item => (string)item.GetRawConstantValue()!)];

    [Test]
    public void Book_Always_HasTheRegionsAndTheCurrency() => Assert.Multiple(() =>
    {
        Assert.That(PriceBook.Regions, Is.EqualTo(Regions));
        Assert.That(PriceBook.Default.Currency, Is.EqualTo("USD"));
    });

    [Test]
    public void Book_Always_HasExactlyTheItemsThatTheProgramAsksFor() => Assert.Multiple(() =>
    {
        Assert.That(PriceBook.Default.Items, Is.EquivalentTo(Asked));
        Assert.That(Records.SelectMany(recorded => recorded.Items.Keys).Distinct(), Is.SubsetOf(Asked));
    });

    // infra prices --update writes just this form, and git is to show what is different, not how it is written.
    [TestCaseSource(nameof(Regions))]
    public void File_OfARegion_IsInTheFormThatIsWritten(string region)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, PriceBook.FileOf(region)));

        Assert.That(RegionFile.Text(PriceBook.Default.Of(region)!), Is.EqualTo(text));
    }

    [TestCaseSource(nameof(Regions))]
    public void Thing_InARegion_IsInOneRecord(string region)
    {
        var records = PriceBook.Default.Of(region)!.Records;

        Assert.That(
            records.SelectMany(recorded => recorded.Items.Keys.Concat(recorded.Servers.Keys)).GroupBy(thing => thing)
                .Where(thing => thing.Count() > 1).Select(thing => thing.Key),
            Is.Empty);
    }

    [Test]
    public void Prices_InEveryRegion_ArePositiveInRisingTiers() => Assert.Multiple(() =>
    {
        foreach (var region in Regions)
        {
            foreach (var price in Asked.Select(item => PriceBook.Default.Of(item, region)).Where(price => price.IsKnown))
            {
                Assert.That(price.Tiers.Select(tier => tier.UnitPrice), Is.All.Positive, price.Thing);
                Assert.That(price.Tiers[0].From, Is.Zero, price.Thing);
                Assert.That(price.Tiers.Select(tier => tier.From), Is.Ordered.And.Unique, price.Thing);
                Assert.That(price.Unit, Is.Not.Empty, price.Thing);
            }

            Assert.That(PriceBook.Default.Of(region)!.Records.SelectMany(recorded => recorded.Servers.Values), Is.All.Positive, region);
        }
    });

    // What no public record gave; a line less means that somebody has found it.
    [Test]
    public void Gaps_OfEachRegion_AreKnown() => Golden.Verify("gaps", string.Concat(
        from region in Regions
        let missing = Asked.Where(item => !PriceBook.Default.Of(item, region).IsKnown).ToList()
        let servers = PriceBook.Default.Of(region)!.Records.Sum(recorded => recorded.Servers.Count)
        select $"{region}: {(missing.Count == 0 ? "all items" : $"no {string.Join(", ", missing)}")}; {servers} instance types\n"));

    [Test]
    public void Items_Always_NameAPageOfAws() => Assert.Multiple(() =>
    {
        var servers = Items.EnumerateObject().Single(member => member.Name == "servers");
        foreach (var entry in Items.GetProperty("items").EnumerateObject().Append(servers))
            Assert.That(entry.Value.GetProperty("page").GetString(), Does.Match("^https://aws\\.amazon\\.com/[a-z0-9/-]+/$"), entry.Name);
    });

    [Test]
    public void Records_Always_NameTheirSource_AndNoDayToCome() => Assert.Multiple(() =>
    {
        foreach (var recorded in Records)
        {
            Assert.That(recorded.Record.Source, Is.Not.Empty);
            Assert.That(recorded.Record.Date ?? new DateOnly(2021, 1, 1), Is.InRange(new DateOnly(2021, 1, 1), new DateOnly(2026, 11, 28)));
            Assert.That(recorded.IsEmpty, Is.False);
        }
    });

    // What is asked for unless somebody says otherwise, wherever a record has servers at all.
    [Test]
    public void DefaultServer_InEveryRegionWithServers_HasAPrice() => Assert.That(
        Regions.Where(region => PriceBook.Default.Of(region)!.Records.Any(recorded => !recorded.Servers.IsEmpty)
            && region != "sa-east-1"
            && !PriceBook.Default.OfServer("t4g.small", region).IsKnown),
        Is.Empty);

    // AWS prices the sizes of a family in proportion to their size, up to rounding: a typing error stands out.
    [TestCaseSource(nameof(Regions))]
    public void Servers_OfOneFamily_CostInProportionToTheirSize(string region) => Assert.Multiple(() =>
    {
        var servers = PriceBook.Default.Of(region)!.Records.SelectMany(recorded => recorded.Servers);
        foreach (var family in servers.GroupBy(server => InstanceTypeOrder.Parts(server.Key).Family))
        {
            var each = (
                from server in family
                let size = Size(InstanceTypeOrder.Parts(server.Key).Size)
                where size > 0
                select server.Value / size).ToList();
            Assert.That(each, Is.All.EqualTo(each.FirstOrDefault()).Within(2m).Percent, family.Key);
        }
    });

    // In eighths of an xlarge, of which a metal server has another number in each family.
    private static decimal Size(string size) => size switch
    {
        "nano" => 0.25m,
        "micro" => 0.5m,
        "small" => 1,
        "medium" => 2,
        "large" => 4,
        "xlarge" => 8,
        _ when size.EndsWith("xlarge", StringComparison.Ordinal) => 8 * decimal.Parse(size[..^6], CultureInfo.InvariantCulture),
        _ => 0,
    };
}
