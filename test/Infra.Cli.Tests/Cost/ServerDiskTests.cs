using Infra.Cli.Cost;
using Infra.Cli.Cost.Prices;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Tests.Checks;

namespace Infra.Cli.Tests.Cost;

internal sealed class ServerDiskTests
{
    private const string Template = "fleet-launch-template";
    private const string Disks = "blockDeviceMappings";
    private const string Item = "Servers, disks";

    [Test]
    public async Task Disks_OfAServer_AreAllPriced()
    {
        var graph = await Graphs.Of("dev");
        var disk = graph.Named(Template).Find($"{Disks}.0")!;
        var two = graph.Set(Template, Disks, Edits.List(disk, disk));

        Assert.That(Line(two).MinimumQuantity, Is.EqualTo(2 * Line(graph).MinimumQuantity));
    }

    [TestCase(20d, "gp3, 20 GB each", 20)]
    [TestCase(null, "gp3, 8 GB each", 8)]
    public async Task Disk_OfASize_CostsItsGb_AndElseAnImages(double? gb, string detail, decimal expected)
    {
        var line = Line(WithDisk(await Graphs.Of("dev"), "gp3", gb));

        Assert.That((line.Detail, line.MinimumQuantity, line.MaximumQuantity), Is.EqualTo((detail, expected, 3 * expected)));
    }

    [TestCase("io2", 20d, "io2, or faster than gp3 comes", 20)]
    [TestCase("io2", null, "io2, or faster than gp3 comes", 8)]
    [TestCase(null, 20d, "of no type, or faster than gp3 comes", 20)]
    public async Task Disk_OfAnotherTypeThanGp3_IsAGap(string? type, double? gb, string detail, decimal expected)
    {
        var estimate = Stacks.Estimate(WithDisk(await Graphs.Of("dev"), type, gb));

        var line = estimate.Gaps.Single();
        Assert.Multiple(() =>
        {
            // There is no line of 0 GB of gp3 beside it.
            Assert.That(estimate.Line(Item), Is.SameAs(line));
            Assert.That((line.Detail, line.MinimumQuantity, line.MaximumQuantity), Is.EqualTo((detail, expected, 3 * expected)));
            Assert.That(line.Price, Is.EqualTo(
                new Price("GB", "https://aws.amazon.com/pricing/", []) { Thing = "a disk of fleet-launch-template" }));
        });
    }

    [Test]
    public async Task Disks_ThatNobodyDeclares_AreNoLine()
    {
        var estimate = Stacks.Estimate((await Graphs.Of("dev")).Set(Template, Disks, null));

        Assert.That(estimate.Lines.Select(line => line.Item), Has.None.EqualTo(Item));
    }

    // One that is as large as its image is enough.
    [TestCase(false, false)]
    [TestCase(true, false)]
    [TestCase(false, true)]
    [TestCase(true, true)]
    public async Task Notes_OfADiskAsLargeAsItsImage_SayWhatIsAssumed(params bool[] sized)
    {
        var graph = await Graphs.Of("dev");
        var disks = sized.Select(hasSize => WithDisk(graph, "gp3", hasSize ? 20d : null).Named(Template).Find($"{Disks}.0")!);

        var notes = Stacks.Estimate(graph.Set(Template, Disks, Edits.List([.. disks]))).Notes;

        Assert.That(
            notes.Count(note => note == "A server's disk is as large as its image: 8 GB are assumed, as Amazon Linux 2023 has."),
            Is.EqualTo(sized.All(hasSize => hasSize) ? 0 : 1));
    }

    private static ResourceGraph WithDisk(ResourceGraph graph, string? type, double? gb) => graph
        .Set(Template, $"{Disks}.0.ebs.volumeType", type)
        .Set(Template, $"{Disks}.0.ebs.volumeSize", gb);

    private static CostLine Line(ResourceGraph graph) => Stacks.Estimate(graph).Line(Item);
}
