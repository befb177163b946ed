using Infra.Cli.Cost.Prices;

namespace Infra.Cli.Cost.Updating;

/// <summary>One of AWS's price lists, and which of its rows are in the book.</summary>
/// <param name="Code">AWS's name of the list, as in its address.</param>
/// <param name="Things">What the book takes from it besides instance types.</param>
/// <param name="HasServers">Whether it has instance types.</param>
/// <remarks>https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/using-the-aws-price-list-bulk-api.html</remarks>
internal sealed record Offer(string Code, IReadOnlyList<OfferedThing> Things, bool HasServers = false)
{
    private const string Gb = "GB";
    private const string GbMonth = "GB-Mo";
    private const string Hours = "Hrs";

    /// <summary>The lists that have the book's prices which differ between regions.</summary>
    public static IReadOnlyList<Offer> All { get; } =
    [
        new("AWSELB",
        [
            new(PriceItem.LoadBalancerHour, "Load Balancer-Application", "LoadBalancerUsage", Hours),
            new(PriceItem.LoadBalancerCapacityUnitHour, "Load Balancer-Application", "LCUUsage", "LCU-Hrs"),
        ]),
        new("AmazonS3",
        [
            new(PriceItem.S3Storage, "Storage", "TimedStorage-ByteHrs", GbMonth),
            new(PriceItem.S3Get, "API Request", "Requests-Tier2", "Requests") { Times = 1_000m },
            new(PriceItem.S3Put, "API Request", "Requests-Tier1", "Requests") { Times = 1_000m },
        ]),
        new("AmazonVPC",
        [
            new(PriceItem.InterfaceEndpointHour, null, "VpcEndpoint-Hours", Hours),
            new(PriceItem.InterfaceEndpointData, null, "VpcEndpoint-Bytes", Gb),
        ]),
        new("AmazonCloudWatch",
        [
            new(PriceItem.VendedLogs, null, "VendedLog-Bytes", Gb),
            new(PriceItem.LogStorage, null, "TimedStorage-ByteHrs", GbMonth),
        ]),
        new("AWSDataTransfer", [new(PriceItem.DataTransferOut, "Data Transfer", "DataTransfer-Out-Bytes", Gb)]),
        new("AmazonEC2",
        [
            new(PriceItem.NatGatewayHour, "NAT Gateway", "NatGateway-Hours", Hours),
            new(PriceItem.NatGatewayData, "NAT Gateway", "NatGateway-Bytes", Gb),
            new(PriceItem.Gp3Storage, "Storage", "EBS:VolumeUsage.gp3", GbMonth),
        ],
        HasServers: true),
    ];

    /// <summary>The address of the list of a region, in its newest version.</summary>
    public Uri Address(string region) => Address(region, "current");

    /// <summary>The address of the list in one of its versions, which stays what it is.</summary>
    public Uri Address(string region, string version) =>
        new($"https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/{Code}/{version}/{region}/index.csv");

    /// <summary>The instance type whose hour a row prices; none if it prices anything else.</summary>
    public string? ServerOf(OfferRow row) =>
        HasServers
        && row["TermType"] == "OnDemand"
        && row["Product Family"].StartsWith("Compute Instance", StringComparison.Ordinal)
        && row["Location Type"] == "AWS Region"
        && row["Tenancy"] == "Shared"
        && row["Operating System"] == "Linux"
        && row["Pre Installed S/W"] == "NA"
        && row["operation"] == "RunInstances"
        && row["CapacityStatus"] == "Used"
        && row["Unit"] == Hours
        && Families.Contains(InstanceTypeOrder.Parts(row["Instance Type"]).Family)
            ? row["Instance Type"]
            : null;
}

/// <summary>A thing that a price list has.</summary>
/// <param name="Item">Its name in the book.</param>
/// <param name="Family">AWS's product family, where the usage type alone does not tell it from others; else none.</param>
/// <param name="Usage">AWS's usage type, without the region.</param>
/// <param name="Unit">AWS's unit.</param>
internal sealed record OfferedThing(string Item, string? Family, string Usage, string Unit)
{
    /// <summary>How many of AWS's units are one of the book's.</summary>
    public decimal Times { get; init; } = 1m;

    /// <summary>Whether a row prices it.</summary>
    public bool IsIn(OfferRow row) =>
        row.Usage == Usage && (Family is null || row["Product Family"] == Family) && row["Unit"] == Unit && row["TermType"] == "OnDemand"
        && (row["Location Type"] is "AWS Region" || row["From Location Type"] is "AWS Region");
}
