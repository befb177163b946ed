using Infra.Cli.Cost.Updating;

namespace Infra.Cli.Tests.Cost.Updating;

/// <summary>Which rows of a list are taken for what.</summary>
internal sealed class OfferTests
{
    private static readonly Dictionary<string, string> Server = new(StringComparer.Ordinal)
    {
        ["TermType"] = "OnDemand",
        ["Product Family"] = "Compute Instance",
        ["Location Type"] = "AWS Region",
        ["Tenancy"] = "Shared",
        ["Operating System"] = "Linux",
        ["Pre Installed S/W"] = "NA",
        ["operation"] = "RunInstances",
        ["CapacityStatus"] = "Used",
        ["Unit"] = "Hrs",
        ["Instance Type"] = "t4g.small",
    };

    private static readonly Dictionary<string, string> Hour = new(StringComparer.Ordinal)
    {
        ["TermType"] = "OnDemand",
        ["Product Family"] = "NAT Gateway",
        ["Location Type"] = "AWS Region",
        ["From Location Type"] = "",
        ["Unit"] = "Hrs",
        ["usageType"] = "EUW2-NatGateway-Hours",
    };

    private static Offer Ec2 => Offer.All.Single(offer => offer.Code == "AmazonEC2");

    [Test]
    public void Row_OfAServer_IsOne() => Assert.That(Ec2.ServerOf(Row(Server)), Is.EqualTo("t4g.small"));

    [TestCase("Compute Instance (bare metal)")]
    public void Row_OfAnotherKindOfServer_IsOne(string family) =>
        Assert.That(Ec2.ServerOf(Row(Server, "Product Family", family)), Is.EqualTo("t4g.small"));

    [TestCase("TermType", "Reserved")]
    [TestCase("Product Family", "Dedicated Host")]
    [TestCase("Location Type", "AWS Local Zone")]
    [TestCase("Tenancy", "Dedicated")]
    [TestCase("Operating System", "Windows")]
    [TestCase("Pre Installed S/W", "SQL Std")]
    [TestCase("operation", "RunInstances:0010")]
    [TestCase("CapacityStatus", "UnusedCapacityReservation")]
    [TestCase("Unit", "Quantity")]
    [TestCase("Instance Type", "g6.xlarge")]
    public void Row_ThatDiffersInOneCell_IsNoServer(string column, string other) =>
        Assert.That(Ec2.ServerOf(Row(Server, column, other)), Is.Null);

    [Test]
    public void Row_OfAListWithoutServers_IsNone() =>
        Assert.That(Offer.All.Where(offer => !offer.HasServers).Select(offer => offer.ServerOf(Row(Server))), Is.All.Null);

    [Test]
    public void Row_OfAThing_IsIt() => Assert.That(Things(Row(Hour)), Is.EqualTo(new[] { "nat-gateway-hour" }));

    [Test]
    public void Row_OfWhatLeavesARegion_IsIt()
    {
        var row = Hour.Concat([]).ToDictionary(StringComparer.Ordinal);
        row["Location Type"] = "";

        Assert.That(Things(Row(row, "From Location Type", "AWS Region")), Is.EqualTo(new[] { "nat-gateway-hour" }));
    }

    [TestCase("TermType", "Reserved")]
    [TestCase("Product Family", "Storage")]
    [TestCase("Location Type", "AWS Local Zone")]
    [TestCase("Unit", "GB")]
    [TestCase("usageType", "EUW2-Prvd-NatGateway-Hours")]
    public void Row_ThatDiffersInOneCell_IsNothing(string column, string other) => Assert.That(Things(Row(Hour, column, other)), Is.Empty);

    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/aws-usage-report-understand.html
    [TestCase("EUW2-Thing", "Thing")]
    [TestCase("APN1-Thing", "Thing")]
    [TestCase("USE1-Thing-With-Dashes", "Thing-With-Dashes")]
    [TestCase("CAN1-Thing", "Thing")]
    [TestCase("APS10-Thing", "APS10-Thing")]
    [TestCase("EU-Thing", "Thing")]
    [TestCase("US-Thing", "US-Thing")]
    [TestCase("TS-Thing", "TS-Thing")]
    [TestCase("EuW2-Thing", "EuW2-Thing")]
    [TestCase("EUWE-Thing", "EUWE-Thing")]
    [TestCase("EU2-Thing", "EU2-Thing")]
    [TestCase("EUWXY2-Thing", "EUWXY2-Thing")]
    [TestCase("-Thing", "-Thing")]
    [TestCase("Thing", "Thing")]
    [TestCase("", "")]
    public void Usage_IsWithoutTheRegion(string usage, string expected) =>
        Assert.That(Row(Hour, "usageType", usage).Usage, Is.EqualTo(expected));

    [Test]
    public void Cell_OfAColumnThatTheListLacks_IsEmpty() => Assert.That(Row(Hour)["Tenancy"], Is.Empty);

    private static IEnumerable<string> Things(OfferRow row) => Ec2.Things.Where(thing => thing.IsIn(row)).Select(thing => thing.Item);

    private static OfferRow Row(Dictionary<string, string> cells, string? column = null, string other = "") => new(
        cells.Keys.Select((name, place) => (name, place)).ToDictionary(cell => cell.name, cell => cell.place, StringComparer.Ordinal),
        [.. cells.Select(cell => cell.Key == column ? other : cell.Value)]);
}
