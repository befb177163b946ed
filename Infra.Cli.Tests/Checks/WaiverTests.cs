using Infra.Cli.Checks;
using Infra.Cli.Checks.Waivers;
using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Shell;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Checks;

public sealed class WaiverTests
{
    private static readonly Waiver Needed = new()
    {
        ControlId = "alb-internal",
        Resources = ["web-alb"],
        Reason = "It is a public site.",
        Line = 1,
    };

    [Test]
    public async Task CommittedStacks_WithTheCommittedWaivers_Pass([Values("dev", "prod")] string stack)
    {
        var report = CheckReport.Of(await RecordedStacks.Of(stack), WaiverFile.Read());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.With(ControlOutcome.Fail), Is.Empty);
            Assert.That(report.WaiverProblems, Is.Empty);
            Assert.That(report.Passed, Is.True);
        }
    }

    [Test]
    public void CommittedWaivers_All_SayWhyInASentenceAndNameStacksThatThereAre()
    {
        var stacks = ProjectFiles.StackNames(Repository.Root);

        using (Assert.EnterMultipleScope())
        {
            foreach (var waiver in WaiverFile.Read())
            {
                Assert.That(waiver.Reason, Does.EndWith("."), waiver.ControlId);
                Assert.That(waiver.Stacks, Is.SubsetOf(stacks), waiver.ControlId);
            }
        }
    }

    [Test]
    public void CommittedFile_InTheRepository_IsTheOneThatIsRead()
    {
        using var file = File.OpenText(Path.Combine(Repository.Root, WaiverFile.Path));

        Assert.That(WaiverFile.Parse(file).Select(waiver => waiver.Reason), Is.EqualTo(WaiverFile.Read().Select(waiver => waiver.Reason)));
    }

    [Test]
    public async Task Finding_WithAWaiver_IsWaivedForThatResourceOnly()
    {
        var graph = await RecordedStacks.Prod();

        var report = CheckReport.Of(graph, [Needed with { ControlId = "bucket-events", Resources = ["site-storage-bucket"] }]);
        var result = report.Results.Single(result => result.Control.Id == "bucket-events");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Findings.Select(finding => (finding.Resource.Name, finding.Outcome)), Is.EqualTo(new[]
            {
                ("logs-storage-bucket", ControlOutcome.Fail),
                ("site-storage-bucket", ControlOutcome.Waived),
            }));
            Assert.That(result.Outcome, Is.EqualTo(ControlOutcome.Fail));
        }
    }

    [Test]
    public async Task Waiver_OfWhatDoesNotFail_IsStale()
    {
        var report = CheckReport.Of(await RecordedStacks.Prod(), [Needed with { ControlId = "alb-tls-policy", Resources = ["web-https"] }]);

        Assert.That(report.WaiverProblems.Single().Problem, Is.EqualTo(
            "web-https does not fail alb-tls-policy: drop it from the waiver, or name the stacks where it does"));
    }

    [Test]
    public async Task Waiver_WithOneResourceTooMany_IsStale()
    {
        var committed = WaiverFile.Read().Where(waiver => waiver.ControlId != Needed.ControlId);

        var report = CheckReport.Of(await RecordedStacks.Prod(), [.. committed, Needed with { Resources = ["web-alb", "gone"] }]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.WaiverProblems.Single().Problem, Does.StartWith("gone does not fail alb-internal"));
            Assert.That(report.Passed, Is.False);
        }
    }

    [Test]
    public async Task Waiver_WrittenTwice_IsStaleTheSecondTime()
    {
        var report = CheckReport.Of(await RecordedStacks.Prod(), [Needed, Needed with { Line = 2 }]);

        Assert.That(report.WaiverProblems.Single().Waiver.Line, Is.EqualTo(2));
    }

    [Test]
    public async Task Waiver_OfAnotherStack_IsNeitherUsedNorStale()
    {
        var report = CheckReport.Of(await RecordedStacks.Prod(), [Needed with { Stacks = ["dev"] }]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.WaiverProblems, Is.Empty);
            Assert.That(report.With(ControlOutcome.Waived), Is.Empty);
        }
    }

    [Test]
    public async Task Waiver_NotNeededByAWhatIf_IsNoProblem()
    {
        var report = CheckReport.Of(await RecordedStacks.Closed(), WaiverFile.Read(), isWhatIf: true);

        Assert.That(report.Passed, Is.True);
    }

    [Test]
    public async Task Waiver_OfNoControl_IsWrongWhateverTheStack()
    {
        var waiver = Needed with { ControlId = "alb-intern", Stacks = ["dev"] };

        var report = CheckReport.Of(await RecordedStacks.Prod(), [waiver], isWhatIf: true);

        Assert.That(report.WaiverProblems, Is.EqualTo(new[]
        {
            new WaiverProblem(waiver, "there is no control 'alb-intern': name one that there is, or drop the waiver"),
        }));
    }

    [Test]
    public void File_WithAWaiver_IsRead()
    {
        var waiver = Parse(
            """
            waivers:
              - control: alb-internal
                resources: [web-alb]
                stacks: [dev, prod]
                reason: >-
                  A public site
                  is public.
            """).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((waiver.ControlId, waiver.Reason, waiver.Line), Is.EqualTo(("alb-internal", "A public site is public.", 2)));
            Assert.That(waiver.Resources, Is.EqualTo(["web-alb"]));
            Assert.That(waiver.Stacks, Is.EqualTo(["dev", "prod"]));
        }
    }

    [TestCase("controls: []", "must have a list 'waivers'")]
    [TestCase("waivers: [a]", "line 1: a waiver must be a mapping")]
    [TestCase("waivers:\n- { resources: [b], reason: c }", "line 2: a waiver must name its control")]
    [TestCase("waivers:\n- { control: a, reason: c }", "must name its resources")]
    [TestCase("waivers:\n- { control: a, resources: b, reason: c }", "must have a list as its resources")]
    [TestCase("waivers:\n- { control: a, resources: [b], stacks: dev, reason: c }", "must have a list as its stacks")]
    [TestCase("waivers:\n- { control: a, resources: [b], stacks: [], reason: c }", "must have a list as its stacks")]
    [TestCase("waivers:\n- { control: a, resources: [b] }", "must say its reason")]
    [TestCase("waivers:\n- { control: a, resources: [b], reason: ' ' }", "must say its reason")]
    [TestCase("waivers:\n- { control: a, resources: [b], reason: c, until: 2030 }", "must have no 'until'")]
    [TestCase("waivers: [", "is not valid YAML")]
    public void File_ThatIsWrong_IsRefused(string yaml, string expected)
    {
        Assert.That(() => Parse(yaml), Throws.InstanceOf<InvalidUsageException>()
            .With.Message.StartsWith("Infra.Cli/Checks/waivers.yaml").And.Message.Contains(expected));
    }

    private static IReadOnlyList<Waiver> Parse(string yaml)
    {
        using var reader = new StringReader(yaml);
        return WaiverFile.Parse(reader);
    }
}
