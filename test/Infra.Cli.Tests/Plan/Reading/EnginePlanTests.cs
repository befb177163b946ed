using Infra.Cli.Checks;
using Infra.Cli.Checks.Waivers;
using Infra.Cli.Plan.Graph;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Plan.Reading;

/// <summary>What the engine writes of a stack is read as that stack; what it does not tell is not made up.</summary>
public sealed class EnginePlanTests
{
    // Controls that come out open, at the most: of a first preview about a fifth, and more where nobody tells who refers to whom.
    private static readonly Dictionary<string, int> Open = new()
    {
        ["first preview"] = 45,
        ["preview of no change"] = 0,
        ["preview of a new launch template"] = 4,
        ["events of a first preview"] = 130,
        ["events of a deployment"] = 20,
        ["batch of events"] = 20,
        ["export"] = 0,
        ["export with secrets"] = 0,
        ["checkpoint"] = 0,
        ["checkpoint of version 2"] = 1,
        ["checkpoint of version 1"] = 1,
    };

    private static IEnumerable<TestCaseData> Cases =>
        from stack in PlanVariants.Stacks
        from kind in EngineFiles.Kinds.Keys
        select new TestCaseData(stack, kind) { TestName = $"{{m}}({stack}, {kind})" };

    private static IEnumerable<TestCaseData> Variants =>
        from setting in new[] { "egress", "tlsMode", "certificateArn", "domainName", "ipv6", "rollout", "waf", "deletionProtection" }
        from kind in EngineFiles.Kinds.Keys
        select new TestCaseData(setting, kind) { TestName = $"{{m}}({setting}, {kind})" };

    [TestCaseSource(nameof(Cases))]
    public async Task Stack_OfEveryKind_IsTheRecordedOneAsFarAsIsKnown(string stack, string kind)
    {
        var recorded = PlanVariants.Of(stack, "").Single();
        var read = EverythingSaid.Read(EngineFiles.Kinds[kind](new(recorded)));
        var said = await EverythingSaid.OfAsync(read);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Contradictions(recorded, read), Is.Empty);
            Assert.That(CheckReport.NotKnown(Check(read)), Is.InRange(Math.Min(Open[kind], 1), Open[kind]));
            Assert.That(Tree(read), Is.EqualTo(Tree(recorded)));
            Assert.That(read.Region, Is.EqualTo(recorded.Region));
            Assert.That(read.Others, Is.Empty);
            // Without a word of who refers to whom nothing adds up.
            Assert.That(said["cost --json"], kind == "events of a first preview" ? Does.Contain("is not known yet") : Does.StartWith("{"));
            Assert.That(said["diagram"], kind == "events of a first preview" ? Does.Contain("is not known yet") : Does.StartWith("<svg"));
        }
    }

    [TestCaseSource(nameof(Variants))]
    [Category("Slow")]
    public async Task Variant_OfEveryKind_ContradictsNothing(string setting, string kind)
    {
        foreach (var recorded in PlanVariants.Of("prod", setting))
        {
            // Outside of the project, whose file has other settings than the variant: those of a state are not known.
            var read = EverythingSaid.Read(EngineFiles.Kinds[kind](new(recorded)), Path.GetTempPath());

            Assert.That(Contradictions(recorded, read), Is.Empty);
            Assert.That(
                (await EverythingSaid.OfAsync(read))["diagram"],
                kind == "events of a first preview" ? Does.Contain("is not known yet") : Does.StartWith("<svg"));
        }
    }

    // Where all is known, all is said as of the stack.
    [TestCase("dev", "preview of no change")]
    [TestCase("prod", "preview of no change")]
    [TestCase("dev", "export")]
    [TestCase("prod", "export")]
    [TestCase("dev", "export with secrets")]
    [TestCase("prod", "checkpoint")]
    [Category("Wide")]
    public async Task Everything_IsSaidOfWhatIsComplete(string stack, string kind)
    {
        var recorded = PlanVariants.Of(stack, "").Single();
        var expected = await EverythingSaid.OfAsync(recorded);
        var said = await EverythingSaid.OfAsync(EverythingSaid.Read(EngineFiles.Kinds[kind](new(recorded))));

        foreach (var command in expected.Keys.Except(["preview --json"]))
            Assert.That(said[command], Is.EqualTo(expected[command]), command);
    }

    [TestCase("dev")]
    [TestCase("prod")]
    public async Task Rehearsal_OfAFirstPreview_SaysWhichFactsItLacks(string stack)
    {
        var said = await EverythingSaid.OfAsync(EverythingSaid.Read(new EngineFiles(PlanVariants.Of(stack, "").Single()).FirstPreview()));

        Assert.That(said["rehearse --fast"], Is.EqualTo(
            $"stack {stack} can't be rehearsed from this plan, since userData of fleet-launch-template is not known yet: "
            + "name the stack, or take its state once it is deployed"));
    }

    [Test]
    public async Task Drawing_OfAFirstPreview_HasNothingMadeUp()
    {
        using var project = new TemporaryProject();
        await File.WriteAllTextAsync(
            Path.Combine(project.Root, "plan.json"), new EngineFiles(PlanVariants.Of("prod", "").Single()).FirstPreview());
        var run = await Invocation.Of(project.Root, "diagram", "--from", "plan.json");
        var preview = await Invocation.Of(project.Root, "preview", "--from", "plan.json", "--json");

        var madeUp = EverythingSaid.Read(new EngineFiles(PlanVariants.Of("prod", "").Single()).FirstPreview()).StandIns;
        Assert.That(madeUp.Count, Is.GreaterThan(50));
        Assert.That((run.ExitCode, madeUp.ShownIn(run.Out)), Is.EqualTo((0, run.Out)));
        Assert.That((preview.ExitCode, madeUp.ShownIn(preview.Out)), Is.EqualTo((0, preview.Out)));
        Assert.That(preview.Out, Does.Not.Contain(StandIns.Dash), "what nobody knows is left out, and no text of its own");
    }

    private static IEnumerable<(string Urn, string? Parent)> Tree(ResourceGraph graph) =>
        graph.Nodes.Select(node => (node.Urn, node.Parent));

    private static IReadOnlyList<ControlResult> Check(ResourceGraph graph) => CheckReport.Of(graph, WaiverFile.OfTheDesign()).Results;

    // What is said of the one and of the other, but is not the same; to say nothing is no contradiction.
    private static IEnumerable<string> Contradictions(ResourceGraph recorded, ResourceGraph read)
    {
        var expected = Outcomes(recorded).ToLookup(one => (one.Control, one.Resource));
        return
            from one in Outcomes(read)
            where one.Outcome != ControlOutcome.NotKnown
                && !expected[(one.Control, one.Resource)].Any(other => other.Outcome == one.Outcome)
            select $"{one.Control}: {one.Resource} {one.Outcome} {one.Problem}";
    }

    private static IEnumerable<(string Control, string Resource, ControlOutcome Outcome, string? Problem)> Outcomes(ResourceGraph graph) =>
        from result in Check(graph)
        from finding in result.Findings
        select (result.Control.Id, finding.Resource.Name, finding.Outcome, finding.Problem);
}
