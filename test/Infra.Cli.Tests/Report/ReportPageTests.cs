using System.Collections.Immutable;
using System.Xml.Linq;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Report;
using Infra.Cli.Report.Page;
using Infra.Cli.Report.Requirements;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Report;

public sealed class ReportPageTests
{
    private ResourceGraph _dev = null!;

    [OneTimeSetUp]
    public async Task PlanAsync() => _dev = await Graphs.Of("dev");

    [Test]
    public async Task PageOfDev_WithoutEvidence_IsAsAccepted() =>
        Golden.Verify("dev", Reports.PageOf(await Reports.OfAsync(_dev)));

    [Test]
    public async Task Page_OfAnyStack_AsksNobodyForAnything()
    {
        var page = Document(ReportPage.Write(await Reports.OfAsync(await Graphs.Of("prod"))));

        foreach (var attribute in page.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "src" or "href"))
            Assert.That(attribute.Value, Does.StartWith("data:image/svg+xml;base64,").Or.StartWith("#"));
        Assert.That(page.Descendants().Select(element => element.Name.LocalName), Has.None.AnyOf("script", "link", "iframe", "object"));
        Assert.That(page.Descendants("style").Single().Value, Does.Not.Contain("url(").And.Not.Contain("@import"));
        Assert.That(
            page.Descendants("meta").Attributes("content").Select(content => content.Value),
            Has.Some.StartWith("default-src 'none'"));
    }

    [Test]
    public async Task Links_InThePage_LeadToItsSections()
    {
        var page = Document(ReportPage.Write(await Reports.OfAsync(_dev)));
        var ids = page.Descendants().Attributes("id").Select(id => id.Value).ToList();

        Assert.That(ids, Is.Unique);
        Assert.That(page.Descendants("a").Attributes("href").Select(link => link.Value[1..]), Is.SubsetOf(ids).And.Not.Empty);
        Assert.That(page.Descendants().Attributes("aria-labelledby").Select(label => label.Value), Is.SubsetOf(ids));
    }

    [Test]
    public async Task Stack_WithAServerOnTheInternet_DoesNotMeetR1_AndSaysWhy()
    {
        var report = await Reports.OfAsync(Naked(_dev));

        Assert.That(Standings(report), Has.Member(("R1", Standing.NotMet)).And.Member(("R3", Standing.MetByPlan)));
        Assert.That(report.Fails);
        Assert.That(
            TextOf(Reports.PageOf(report)),
            Does.Contain("R1 is not met.")
                .And.Contain("What fails: control server-no-public-address")
                .And.Contain("gives a server a public address"));
    }

    // The one that can't be drawn is the one that a report is needed of.
    [Test]
    public async Task Stack_ThatCannotBeDrawn_IsReportedAllTheSame()
    {
        var withoutWay = _dev.With(node => node.Type == TypeToken.RouteTableAssociation
            ? node with { Inputs = node.Inputs.Remove("routeTableId") }
            : node);

        var report = await Reports.OfAsync(withoutWay);

        Assert.That(report.Drawing.Value, Is.Null);
        Assert.That(report.Fails);
        Assert.That(TextOf(Reports.PageOf(report)), Does.Contain("It was not drawn: ").And.Contain("R1 "));
    }

    [Test]
    public async Task Stack_ThatFailsBeyondTheRequirements_MeetsThem_AndFails()
    {
        var unencrypted = _dev.With(node =>
            node.Type == TypeToken.Topic ? node with { Inputs = node.Inputs.Remove("kmsMasterKeyId") } : node);

        var report = await Reports.OfAsync(unencrypted);

        Assert.That(report.Standing, Is.EqualTo(Standing.MetByPlan));
        Assert.That(report.Fails);
        Assert.That(TextOf(Reports.PageOf(report)), Does.Match("Beyond the requirements, [0-9]+ controls? fails?: "));
    }

    // In a page it would be written in another way than it is known by.
    [Test]
    public async Task Secret_WithLettersThatHtmlEscapes_IsNowhereInThePage()
    {
        var graph = new ResourceGraph(_dev.ProjectName, _dev.StackName, _dev.Region, _dev.Nodes, _dev.Outputs)
        {
            Configuration = _dev.Configuration,
            Secrets = new(["<b>and</b> no"]),
        };
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, Reports.Evidence(PlanHash.Of(graph)));

        var page = ReportPage.Write(await Reports.OfAsync(graph, file));
        var open = ReportPage.Write(await Reports.OfAsync(_dev, file));
        File.Delete(file);

        Assert.That(page, Does.Contain("two servers [secret] address"));
        Assert.That(open, Does.Contain("two servers &lt;b&gt;and&lt;/b&gt; no address"));
    }

    [Test]
    public async Task DecisiveInputs_OfEachRequirement_AreInProd()
    {
        var prod = await Graphs.Of("prod");

        Assert.That(
            CustomerRequirement.All.SelectMany(requirement => requirement.Inputs).Where(input => !input.In(prod).Any()), Is.Empty);
    }

    /// <summary>A stack whose servers get public addresses.</summary>
    internal static ResourceGraph Naked(ResourceGraph graph) => graph.With(node => node.Type == TypeToken.LaunchTemplate
        ? node with { Inputs = node.Inputs.SetItem("networkInterfaces", WithPublicAddress(node)) }
        : node);

    private static ImmutableArray<object> WithPublicAddress(ResourceNode template) =>
    [
        .. template.Items("networkInterfaces")
            .OfType<ImmutableDictionary<string, object>>()
            .Select(card => (object)card.SetItem("associatePublicIpAddress", "true")),
    ];

    private static IEnumerable<(string Id, Standing Standing)> Standings(StackReport report) =>
        report.Requirements.Select(requirement => (requirement.Id, requirement.Standing));

    private static XDocument Document(string page) => XDocument.Parse(page["<!DOCTYPE html>\n".Length..]);

    private static string TextOf(string page) => Document(page).Root!.Element("body")!.Value;
}
