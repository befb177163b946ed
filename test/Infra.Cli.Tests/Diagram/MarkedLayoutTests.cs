using Infra.Cli.Diagram;
using Infra.Cli.Diagram.Facts;
using Infra.Cli.Diagram.Layout;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Diagram;

/// <summary>Drawings with what is new and gone.</summary>
internal sealed class MarkedLayoutTests
{
    [Test]
    public async Task Drawing_OfTheSameStack_HasNoMark() =>
        Assert.That((await MarksAsync("prod", [], [])).Keys, Is.Empty);

    [Test]
    public async Task Drawing_OfMore_MarksItAsNew_AndOfLessAsGone()
    {
        string[] more = ["waf=true", "egress=nat", "alarmEmail=a@example.org", """zones=["eu-west-1a","eu-west-1b","eu-west-1c"]"""];
        string[] names = ["firewall", "firewall-logs", "nat-eu-west-1a", "emails", "zone-2", "public-2", "private-2"];

        var there = await MarksAsync("dev", [], more);
        var back = await MarksAsync("dev", more, []);

        Assert.That(names.Select(name => there.GetValueOrDefault(name)), Is.All.EqualTo(Mark.New));
        Assert.That(names.Select(name => back.GetValueOrDefault(name)), Is.All.EqualTo(Mark.Gone));
    }

    [Test]
    public async Task Drawing_OfAZoneInFront_MarksThatZoneAlone()
    {
        var marks = await MarksAsync(
            "dev", ["""zones=["eu-west-1b","eu-west-1c"]"""], ["""zones=["eu-west-1b","eu-west-1c","eu-west-1a"]"""]);

        Assert.That(
            marks.Where(mark => mark.Value == Mark.New).Select(mark => mark.Key),
            Is.EqualTo(new[] { "zone-0", "public-0", "private-0" }));
    }

    [Test]
    public async Task Drawing_OfSoManyZonesThatBlocksAreWrittenInAnotherWay_MarksTheNewZonesAlone()
    {
        const string Six = """zones=["eu-west-1a","eu-west-1b","eu-west-1c","eu-west-1d","eu-west-1e","eu-west-1f"]""";

        string[] before = ["ipv6=true", """allowedCidrs=["0.0.0.0/0","::/0"]"""];

        var marks = await MarksAsync("dev", before, [.. before, Six]);

        Assert.That(marks["public-5"], Is.EqualTo(Mark.New));
        Assert.That(marks, Does.Not.ContainKey("public-0").And.Not.ContainKey("private-0"));
    }

    [Test]
    public async Task Drawing_OfAnotherSize_MarksServersAndGroup()
    {
        var marks = await MarksAsync("dev", [], ["maxServers=2", "tlsMode=end-to-end"]);

        Assert.That(marks["server-2"], Is.EqualTo(Mark.Gone));
        Assert.That((marks["group"], marks["target-group"]), Is.EqualTo((Mark.Changed, Mark.Changed)));
    }

    [TestCase("instanceType=t3.large", "group")]
    [TestCase("healthCheckPath=/ready", "target-group")]
    [TestCase("tlsPolicy=ELBSecurityPolicy-TLS13-1-3-2021-06", "https-listener")]
    [TestCase("cpuTarget=70", "group")]
    public async Task Drawing_OfAnotherDetail_MarksWhatHasIt(string setting, string box) =>
        Assert.That(await MarksAsync("dev", [], [setting]), Is.EqualTo(new Dictionary<string, Mark> { [box] = Mark.Changed }));

    [Test]
    public async Task Svg_OfAComparison_IsAsAccepted() => Golden.Verify(
        "svg.difference",
        DiagramCommand.DrawDifference(
            await Graphs.Of("dev", "alarmEmail=a@example.org"), await Graphs.Of("dev", "waf=true", "maxServers=2")));

    private static async Task<Dictionary<string, Mark>> MarksAsync(string stack, string[] before, string[] after) =>
        MarkedLayout.Of(ArchitectureOf(await Graphs.Of(stack, before)), ArchitectureOf(await Graphs.Of(stack, after))).Boxes
            .Where(box => box.Mark != Mark.None).ToDictionary(box => box.Name, box => box.Mark);

    private static Architecture ArchitectureOf(Infra.Cli.Plan.Graph.ResourceGraph graph) => ArchitectureReader.Read(new(graph));
}
