using System.Collections.Immutable;
using Infra.Cli.Plan.Declared;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.StackFiles;

namespace Infra.Cli.Tests.Plan.Declared;

/// <summary>Where the times that a stack promises come from.</summary>
internal sealed class PromisedTimeTests
{
    private static readonly ImmutableSortedDictionary<string, object> None = ImmutableSortedDictionary<string, object>.Empty;

    [TestCase(PromisedTime.NoticeSickServer, ExpectedResult = 25d)]
    [TestCase(PromisedTime.ReplaceSickServer, ExpectedResult = 255d)]
    [TestCase(PromisedTime.AddServer, ExpectedResult = 470d)]
    [TestCase(PromisedTime.WarmUp, ExpectedResult = 20d)]
    [TestCase(PromisedTime.Roll, ExpectedResult = 1860d)]
    public async Task<double?> Plan_WithoutOutputs_PromisesWhatItsSettingsGive(string output) =>
        PromisedTime.Of(await DevAsync(None, PlanKind.Preview), output)?.TotalSeconds;

    [TestCase(PlanKind.Preview)]
    [TestCase(PlanKind.State)]
    [TestCase(null)]
    public async Task Plan_WithOutputs_PromisesThese(PlanKind? origin)
    {
        var graph = await DevAsync(None.Add(PromisedTime.AddServer, 7d), origin);

        Assert.That(PromisedTime.Of(graph, PromisedTime.AddServer), Is.EqualTo(TimeSpan.FromSeconds(7)));
        Assert.That(PromisedTime.Of(graph, PromisedTime.Roll), Is.Null, "an output that is missing");
    }

    [Test]
    public async Task Plan_OfNeither_PromisesNothing()
    {
        var dev = await DevAsync(None, PlanKind.Preview);
        var unset = new ResourceGraph("infra", "dev", "eu-west-1", dev.Nodes, None) { Origin = PlanKind.Preview };

        Assert.That(PromisedTime.Of(unset, PromisedTime.Roll), Is.Null, "no settings");
        Assert.That(PromisedTime.Of(await DevAsync(None, origin: null), PromisedTime.Roll), Is.Null, "recorded");
        Assert.That(PromisedTime.Of(await DevAsync(None.Add(PromisedTime.Roll, "soon"), origin: null), PromisedTime.Roll), Is.Null, "text");
    }

    [Test]
    public async Task Time_ThatIsNone_IsAFault()
    {
        var settled = Settled.Of(await Graphs.Of("dev"))!;

        Assert.That(
            () => PromisedTime.Of(settled, "secondsToRust"),
            Throws.TypeOf<ArgumentException>().With.Message.StartsWith("secondsToRust is no time"));
    }

    [TestCase(PromisedTime.NoticeSickServer)]
    [TestCase(PromisedTime.ReplaceSickServer)]
    [TestCase(PromisedTime.AddServer)]
    public async Task Expectations_OfWhichOneIsMissing_AreNone(string missing)
    {
        var outputs = None.Add(PromisedTime.NoticeSickServer, 1d).Add(PromisedTime.ReplaceSickServer, 2d).Add(PromisedTime.AddServer, 3d);

        Assert.That(
            new DeclaredStack(await DevAsync(outputs, origin: null)).Expected,
            Is.EqualTo(new DeclaredExpectations(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3))));
        Assert.That(new DeclaredStack(await DevAsync(outputs.Remove(missing), origin: null)).Expected, Is.Null);
    }

    [Test]
    public async Task Settings_AreTheProjectsOwn()
    {
        var dev = await Graphs.Of("dev");
        var settled = Settled.Of(dev);
        var wrong = Settled.Of(With(dev, dev.Configuration.SetItem("infra:maxServers", new("many"))));
        var beside = Settled.Of(With(dev, dev.Configuration.SetItem("infrastructure:maxServers", new("many"))));

        Assert.That(settled?.Settings.Servers.MaxServers, Is.EqualTo(3));
        Assert.That(settled?.Timings.BootBudget, Is.EqualTo(settled?.Settings.Servers.BootBudget));
        Assert.That(settled?.Timings.DeregistrationDelay, Is.EqualTo(settled?.Settings.LoadBalancer.DeregistrationDelay));
        Assert.That(wrong, Is.Null);
        Assert.That(beside?.Settings.Servers.MaxServers, Is.EqualTo(3));
    }

    [TestCase(PlanKind.Preview, ExpectedResult = "its configuration")]
    [TestCase(null, ExpectedResult = null)]
    public string? Settings_ThatNobodyKnows_AreNoted(PlanKind? origin)
    {
        var graph = new ResourceGraph("infra", "dev", "eu-west-1", SmallStack.Of().Nodes, None) { Origin = origin };

        Assert.That(Settled.Of(graph), Is.Null);
        return graph.Unknowns.Take().SingleOrDefault()?.Path;
    }

    private static ResourceGraph With(ResourceGraph graph, ImmutableSortedDictionary<string, ConfigValue> configuration) =>
        new(graph.ProjectName, graph.StackName, graph.Region, graph.Nodes, graph.Outputs) { Configuration = configuration };

    private static async Task<ResourceGraph> DevAsync(ImmutableSortedDictionary<string, object> outputs, PlanKind? origin)
    {
        var dev = await Graphs.Of("dev");
        return new("infra", "dev", dev.Region, dev.Nodes, outputs) { Configuration = dev.Configuration, Origin = origin };
    }
}
