using Infra.Cli.Cost;
using Infra.Cli.Cost.Prices;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;
using Infra.Cli.Tests.Plan.Reading;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Cost;

internal sealed class CoverageTests
{
    [Test]
    public void Types_Always_AreEitherChargedForOrFree() => Assert.That(ChargedTypes.All.Intersect(FreeTypes.Why.Keys), Is.Empty);

    [Test]
    public void Reasons_OfFreeTypes_AreAsWrittenDown() => Golden.Verify("free-types", string.Concat(
        FreeTypes.Why.OrderBy(free => free.Key, StringComparer.Ordinal).Select(free => $"{free.Key}: {free.Value}\n")));

    [TestCase("dev")]
    [TestCase("prod")]
    [TestCase("dev", "egress=nat")]
    [TestCase("dev", "egress=nat-per-zone")]
    [TestCase("dev", "egress=endpoints", "waf=true", "alarmEmail=ops@example.com")]
    [TestCase("dev", "certificateArn=arn:aws:acm:eu-west-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef")]
    [PlainCase("prod", "tlsMode=offload", "ipv6=false", "allowedCidrs=[\"0.0.0.0/0\"]")]
    public async Task Resources_OfEveryVariant_ArePricedOrFree(string stack, params string[] settings)
    {
        var graph = await Graphs.Of(stack, settings);

        var estimate = CostEstimator.Estimate(graph, new(), PriceBook.Default);

        var charged = graph.Nodes.Count(node => ChargedTypes.All.Contains(node.Type));
        Assert.That(charged + estimate.Free.Sum(free => free.Count), Is.EqualTo(graph.Nodes.Count(node => node.IsCustom)));
    }

    // Every value of every setting makes no resource that nobody has thought of.
    [TestCaseSource(typeof(PlanVariants), nameof(PlanVariants.Cases))]
    [Category("Wide")]
    public void Types_OfEveryPlan_AreChargedForOrFree(string stack, string setting) => Assert.Multiple(() =>
    {
        foreach (var graph in PlanVariants.Of(stack, setting))
        {
            Assert.That(
                graph.Nodes.Where(node => node.IsCustom).Select(node => node.Type).Distinct()
                    .Where(type => !ChargedTypes.All.Contains(type) && !FreeTypes.Why.ContainsKey(type)),
                Is.Empty);
        }
    });

    // A bucket is charged for by what is put into it, which other types say.
    [Test]
    public async Task Types_ThatAreChargedFor_MakeALine()
    {
        ResourceGraph[] graphs = [await Graphs.Of("prod"), await Graphs.Of("dev", "egress=nat")];

        var idle =
            from type in ChargedTypes.All
            where type != TypeToken.Bucket && graphs.Any(graph => graph.OfType(type).Any())
            where graphs.All(graph => Lines(graph) == Lines(Without(graph, type)))
            select type;

        Assert.That(idle, Is.Empty);
    }

    [Test]
    public async Task Resource_OfAnUnknownType_IsAGap()
    {
        var graph = await Graphs.Of("dev");
        var database =
            graph.OfType(TypeToken.KmsKey).Single() with { Urn = "urn:database", Type = "aws:rds/instance:Instance", Name = "database" };
        var withDatabase = new ResourceGraph("infra", "dev", "eu-west-1", [.. graph.Nodes, database], graph.Outputs);

        var estimate = CostEstimator.Estimate(withDatabase, new(), PriceBook.Default);

        var gap = estimate.Gaps.Single();
        Assert.That((gap.Name, gap.MinimumQuantity, gap.MaximumQuantity), Is.EqualTo(("aws:rds/instance:Instance", 1m, 1m)));
        Assert.That(
            gap.Price, Is.EqualTo(new Price("resource", "https://aws.amazon.com/pricing/", []) { Thing = "aws:rds/instance:Instance" }));
        Assert.That(estimate.Minimum, Is.EqualTo((await Stacks.EstimateAsync("dev")).Minimum));
    }

    private static ResourceGraph Without(ResourceGraph graph, string type) =>
        new(graph.ProjectName, graph.StackName, graph.Region, [.. graph.Nodes.Where(node => node.Type != type)], graph.Outputs);

    // What a plan without it is refused for is noticed as well.
    private static string Lines(ResourceGraph graph)
    {
        try
        {
            var lines = CostEstimator.Estimate(graph, new(), PriceBook.Default).Lines;
            return string.Join('\n', lines.Select(line => $"{line.Name} {line.Maximum}"));
        }
        catch (InvalidUsageException refusal)
        {
            return refusal.Message;
        }
    }
}
