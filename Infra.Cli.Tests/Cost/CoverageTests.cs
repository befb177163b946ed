using Infra.Cli.Cost;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;

namespace Infra.Cli.Tests.Cost;

internal sealed class CoverageTests
{
    [Test]
    public void Types_Always_AreEitherChargedForOrFree() => Assert.That(ChargedTypes.All.Intersect(FreeTypes.Why.Keys), Is.Empty);

    [TestCase("dev")]
    [TestCase("prod")]
    [TestCase("dev", "egress=nat")]
    [TestCase("dev", "egress=nat-per-zone")]
    [TestCase("dev", "egress=endpoints", "waf=true", "alarmEmail=ops@example.com")]
    [TestCase("dev", "certificateArn=arn:aws:acm:eu-west-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef")]
    [TestCase("prod", "tlsMode=offload", "ipv6=false", "allowedCidrs=[\"0.0.0.0/0\"]")]
    public async Task Resources_OfEveryVariant_ArePricedOrFree(string stack, params string[] settings)
    {
        var graph = await Stacks.GraphAsync(stack, settings);

        var estimate = CostEstimator.Estimate(graph, new(), PriceBook.Default);

        var charged = graph.Nodes.Count(node => ChargedTypes.All.Contains(node.Type));
        Assert.That(charged + estimate.Free.Sum(free => free.Count), Is.EqualTo(graph.Nodes.Count(node => node.IsCustom)));
    }

    [Test]
    public async Task Resource_OfAnUnknownType_IsAnError()
    {
        var graph = await Stacks.GraphAsync("dev");
        var database =
            graph.OfType(TypeToken.KmsKey).Single() with { Urn = "urn:database", Type = "aws:rds/instance:Instance", Name = "database" };
        var withDatabase = new ResourceGraph("infra", "dev", "eu-west-1", [.. graph.Nodes, database], graph.Outputs);

        Assert.That(
            () => CostEstimator.Estimate(withDatabase, new(), PriceBook.Default),
            Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(
                "the cost of aws:rds/instance:Instance database is not known: "
                + "add its type to ChargedTypes or FreeTypes in Infra.Cli/Cost"));
    }

    [Test]
    public async Task Disk_OfAnotherTypeThanGp3_IsAnError()
    {
        var graph = await Stacks.GraphAsync("dev");
        var nodes = graph.Nodes.Select(node => node.Type == TypeToken.LaunchTemplate ? WithDisk(node, "io2") : node).ToList();

        Assert.That(
            () => CostEstimator.Estimate(new("infra", "dev", "eu-west-1", nodes, graph.Outputs), new(), PriceBook.Default),
            Throws.TypeOf<InvalidUsageException>().With.Message.StartsWith("a disk of fleet-launch-template is not priced"));
    }

    private static ResourceNode WithDisk(ResourceNode template, string type)
    {
        var disk = (System.Collections.Immutable.ImmutableDictionary<string, object>)template.Find("blockDeviceMappings.0")!;
        var ebs = (System.Collections.Immutable.ImmutableDictionary<string, object>)disk["ebs"];
        var mappings = System.Collections.Immutable.ImmutableArray.Create<object>(disk.SetItem("ebs", ebs.SetItem("volumeType", type)));
        return template with { Inputs = template.Inputs.SetItem("blockDeviceMappings", mappings) };
    }
}
