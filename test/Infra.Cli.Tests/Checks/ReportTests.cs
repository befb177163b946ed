using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Cli.Checks;
using Infra.Cli.Checks.Reports;
using Infra.Cli.Checks.Waivers;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Checks;

internal sealed class ReportTests
{
    [Test]
    public async Task Text_OfACommittedStack_IsAsAccepted([Values("dev", "prod")] string stack)
    {
        Golden.Verify($"check-{stack}", Text(CheckReport.Of(await Graphs.Of(stack), WaiverFile.OfTheDesign())));
    }

    [Test]
    public async Task Text_OfAFailure_SaysWhatToDoFirst()
    {
        Golden.Verify("check-failure", Text(await Mixed()));
    }

    // Said of a load balancer and its listeners: the rest of the stack has its own controls.
    [Test]
    public async Task Text_OfWhatIsNotKnown_IsAsAccepted() => Golden.Verify("check-open", Text(await Open()));

    [Test]
    public async Task Json_OfWhatIsNotKnown_IsAsAccepted() => Golden.Verify("check-open-json", CheckJson.Of(OpenAlone(await Open())));

    [Test]
    public async Task Sarif_OfWhatIsNotKnown_IsAsAccepted() => Golden.Verify("check-open-sarif", CheckSarif.Of(OpenAlone(await Open())));

    [Test]
    public async Task Text_OnANarrowTerminal_BreaksLinesBelowTheirBeginning()
    {
        var lines = Text(await Mixed(), width: 60).Split('\n');

        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines.Where(line => line.Length > 60), Is.Empty);
            Assert.That(lines, Has.Some.StartsWith("        Accepted: A public website needs"));
            Assert.That(lines, Has.Some.EqualTo("        the internet. What stands behind it is not there."));
        }
    }

    [Test]
    public async Task Json_OfAReport_IsAsAccepted()
    {
        Golden.Verify("check-json", CheckJson.Of(await Mixed()));
    }

    [Test]
    public async Task Sarif_OfAReport_IsAsAccepted()
    {
        Golden.Verify("check-sarif", CheckSarif.Of(await Mixed()));
    }

    [Test]
    public async Task Reports_OfWhatIsWaivedForSomeSettings_SayForWhich()
    {
        var report = CheckReport.Of(await RecordedStacks.Nat(), WaiverFile.OfTheDesign());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Text(report), Does.Contain("Accepted where egress is nat or nat-per-zone: Servers were to reach"));
            Assert.That(CheckJson.Of(report), Does.Match("""
                "when": "egress is nat or nat-per-zone",
                 *"reason": "Servers were to reach
                """));
            Assert.That(
                CheckSarif.Of(report), Does.Contain("\"justification\": \"Accepted where egress is nat or nat-per-zone: Servers were to"));
        }
    }

    [Test]
    public async Task Sarif_OfAnyStack_HoldsWhatCodeScanningReads([Values("dev", "prod")] string stack)
    {
        using var log = JsonDocument.Parse(CheckSarif.Of(CheckReport.Of(await Graphs.Of(stack), [])));
        var run = log.RootElement.GetProperty("runs").EnumerateArray().Single();
        var driver = run.GetProperty("tool").GetProperty("driver");
        var rules = driver.GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("id").GetString()).ToList();
        var results = run.GetProperty("results").EnumerateArray().ToList();
        var hashes = results.Select(result => result.GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(log.RootElement.GetProperty("version").GetString(), Is.EqualTo("2.1.0"));
            Assert.That(rules, Is.Unique);
            Assert.That(results, Has.Count.GreaterThan(20));
            Assert.That(hashes, Is.Unique);
            foreach (var result in results)
            {
                var location = result.GetProperty("locations")[0].GetProperty("physicalLocation");
                var file = location.GetProperty("artifactLocation").GetProperty("uri").GetString()!;
                Assert.That(rules, Does.Contain(result.GetProperty("ruleId").GetString()));
                Assert.That(result.GetProperty("level").GetString(), Is.AnyOf("error", "warning", "note"));
                Assert.That(result.GetProperty("message").GetProperty("text").GetString(), Is.Not.Empty);
                Assert.That(location.GetProperty("region").GetProperty("startLine").GetInt32(), Is.Positive);
                Assert.That(Path.Combine(Repository.Root, file), Does.Exist);
            }
        }
    }

    // The middle of each band that GitHub has, and the level that its severity is shown by.
    [TestCase(Severity.Critical, "9.5", "error")]
    [TestCase(Severity.High, "8.0", "error")]
    [TestCase(Severity.Medium, "5.5", "warning")]
    [TestCase(Severity.Low, "2.0", "note")]
    public async Task Sarif_OfASeverity_HasItsScoreAndLevel(Severity severity, string score, string level)
    {
        var report = CheckReport.Of(await RecordedStacks.Prod(), []);
        var rules = JsonNode.Parse(CheckSarif.Of(report))!["runs"]![0]!["tool"]!["driver"]!["rules"]!.AsArray()
            .ToDictionary(rule => (string)rule!["id"]!, rule => rule!);
        var controls = report.Results.Select(result => result.Control).Where(control => control.Severity == severity).ToList();

        Assert.That(controls, Is.Not.Empty);
        Assert.That(
            controls.Select(control => rules[control.Id]).Select(rule =>
                ((string)rule["properties"]!["security-severity"]!, (string)rule["defaultConfiguration"]!["level"]!)),
            Has.All.EqualTo((score, level)));
    }

    [Test]
    public async Task SourceFile_OfEveryResource_Exists([Values("dev", "prod")] string stack)
    {
        var graph = await Graphs.Of(stack);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(SourceFiles.Of(graph.Stack, graph), Is.EqualTo($"Pulumi.{stack}.yaml"));
            foreach (var node in graph.Nodes.Skip(1))
            {
                var file = SourceFiles.Of(node, graph);
                Assert.That(file, Does.StartWith("src/Infra/"), node.ToString());
                Assert.That(Path.Combine(Repository.Root, file), Does.Exist, node.ToString());
            }
        }
    }

    [Test]
    public async Task Summary_OfAStack_CountsControls()
    {
        var graph = await RecordedStacks.Prod();
        var (pass, waived, notApplicable, fail) = CheckReport.Counts(CheckReport.Of(graph, WaiverFile.OfTheDesign()).Results);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                CheckSummary.Line(graph, Reference.Root),
                Is.EqualTo($"Controls: {pass} pass, {waived} waived, {notApplicable} not applicable, {fail} fail"));
            Assert.That(pass + waived + notApplicable + fail, Is.EqualTo(ControlCatalogue.All.Count()));
            Assert.That((pass > 100, fail), Is.EqualTo((true, 0)));
        }
    }

    // One area has every outcome, and is short enough to read.
    private static async Task<CheckReport> Mixed()
    {
        var graph = (await RecordedStacks.Prod())
            .Set("web-https", "sslPolicy", "ELBSecurityPolicy-2016-08")
            .Set("web-alb", "dropInvalidHeaderFields", false);
        var wrong = new Waiver
        {
            ControlId = "alb-hides-server",
            Resources = ["web-http"],
            Reason = "Stale.",
            File = WaiverFile.ProjectPath,
            Line = 7,
        };
        return OfLoadBalancer(CheckReport.Of(graph, [.. WaiverFile.OfTheDesign(), wrong]));
    }

    private static async Task<CheckReport> Open() =>
        OfLoadBalancer(CheckReport.Of(await RecordedStacks.Open(), WaiverFile.OfTheDesign()));

    private static CheckReport OfLoadBalancer(CheckReport report) =>
        report with { Results = [.. report.Results.Where(result => result.Area.Name == "Load balancer")] };

    private static CheckReport OpenAlone(CheckReport report) => report with { Results = [.. report.With(ControlOutcome.NotKnown)] };

    private static string Text(CheckReport report, int width = 1000)
    {
        using var writer = new StringWriter();
        new CheckText(report, PlainConsole.Of(writer, width)).Write();
        return writer.ToString();
    }
}
