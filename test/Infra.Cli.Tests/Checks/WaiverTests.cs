using Infra.Cli.Checks;
using Infra.Cli.Checks.Waivers;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Shell;
using Infra.Cli.Tests.BadInput;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Checks;

public sealed class WaiverTests
{
    private static readonly Waiver Needed = new()
    {
        ControlId = "alb-internal",
        Resources = ["web-alb"],
        Reason = "It is a public site.",
        File = WaiverFile.ProjectPath,
        Line = 1,
    };

    private TemporaryProject _project = null!;

    [SetUp]
    public void CreateProject() => _project = new();

    [TearDown]
    public void DeleteProject() => _project.Dispose();

    [Test]
    public async Task ReferenceStacks_WithTheWaiversOfTheDesign_Pass([Values("dev", "prod")] string stack)
    {
        var report = CheckReport.Of(await Graphs.Of(stack), WaiverFile.OfTheDesign());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.With(ControlOutcome.Fail), Is.Empty);
            Assert.That(report.WaiverProblems, Is.Empty);
            Assert.That(report.Passed, Is.True);
        }
    }

    // On the stacks as delivered, and on those that only other settings make.
    [Test]
    public async Task WaiversOfTheDesign_All_AreNeededBySomeStack()
    {
        ResourceGraph[] stacks =
        [
            await RecordedStacks.Dev(), await RecordedStacks.Prod(), await Graphs.Of("dev", "waf=true"),
            await RecordedStacks.Nat(), await Graphs.Of("dev", "tlsPolicy=ELBSecurityPolicy-TLS13-1-3-2021-06"),
            await Graphs.Of("dev", "contentSecurityPolicy=servers", "strictTransportSecurity=max-age=300"),
            await Graphs.Of("dev", "egress=endpoints", "applicationDirectory=application", "applicationCommand=./run"),
        ];
        var used =
            from stack in stacks
            from result in CheckReport.Of(stack, WaiverFile.OfTheDesign()).Results
            from finding in result.Findings
            let waiver = finding.Waiver
            where waiver is not null
            select (waiver.Line, finding.Resource.Name);

        Assert.That(
            WaiverFile.OfTheDesign().SelectMany(waiver => waiver.Resources, (waiver, resource) => (waiver.Line, resource)),
            Is.SubsetOf(used));
    }

    [Test]
    public void WaiversOfTheDesign_All_SayWhyInASentenceAndNameNoStack()
    {
        Assert.That(WaiverFile.OfTheDesign().Select(waiver => waiver.Reason), Has.All.EndsWith("."));
        Assert.That(WaiverFile.OfTheDesign().SelectMany(waiver => waiver.Stacks.Names), Is.Empty);
    }

    [Test]
    public void DesignPath_IsWhereTheFileIs() => Assert.That(Path.Combine(Repository.Root, WaiverFile.DesignPath), Does.Exist);

    [Test]
    public void Read_OfAProjectWithoutAFile_IsTheDesignAlone() =>
        Assert.That(WaiverFile.Read(_project.Root).Select(waiver => waiver.File), Is.Not.Empty.And.All.EqualTo(WaiverFile.DesignPath));

    [Test]
    public async Task WaiverOfTheDesign_OfWhatAStackDoesNotHave_IsNoProblem()
    {
        var waiver = Needed with { File = WaiverFile.DesignPath, Resources = ["gone"] };

        Assert.That(CheckReport.Of(await RecordedStacks.Prod(), [waiver]).WaiverProblems, Is.Empty);
    }

    // Files of before 'when' have these words.
    [TestCase("unprotected", "deletionProtection is not true")]
    [TestCase("protected", "deletionProtection is true")]
    public void Stacks_OfAKind_AreThoseWithItsSettings(string kind, string when)
    {
        var alone = Parse($"waivers:\n- {{ control: a, resources: [b], stacks: {kind}, reason: c }}").Single();
        var both = Parse($"waivers:\n- {{ control: a, resources: [b], stacks: {kind}, when: waf is true, reason: c }}").Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(alone.Stacks.When.Text, Is.EqualTo(when));
            Assert.That(both.Stacks.When.Text, Is.EqualTo($"{when} and waf is true"));
        }
    }

    [TestCase("every stack", "")]
    [TestCase("dev, prod", "stacks: [dev, prod],")]
    [TestCase("where waf is true", "when: waf is true,")]
    [TestCase("dev, where waf is true", "stacks: [dev], when: waf is true,")]
    [TestCase("dev, prod, where waf is true", "stacks: [dev, prod], when: waf is true,")]
    public void Stacks_OfAWaiver_AreSaidInWords(string text, string stacks) =>
        Assert.That(
            Parse($"waivers:\n- {{ control: a, resources: [b], {stacks} reason: c }}").Single().Stacks.Text, Is.EqualTo(text));

    // What a setting asks for is not there, so it is no choice: a waiver of the design must not hide it.
    [TestCase("waf=true", "alb-waf", "web-alb", "aws:wafv2/webAclAssociation:WebAclAssociation")]
    [TestCase("egress=endpoints", "endpoint-ssm", "net-vpc", "aws:ec2/vpcEndpoint:VpcEndpoint")]
    public async Task Waiver_OfAChoice_DoesNotHideThatAnotherOneIsNotMet(string setting, string control, string resource, string missing)
    {
        var stack = await Graphs.Of("dev", setting);

        var report = CheckReport.Of(stack.Without(node => node.Type == missing), WaiverFile.OfTheDesign());

        Assert.That(Failed(report), Has.Member((control, resource)));
    }

    [Test]
    public async Task Waiver_OfOffloading_DoesNotHideThatTlsEndsTooEarly()
    {
        var stack = (await RecordedStacks.Prod()).Set("web-servers", "protocol", "HTTP");

        Assert.That(Failed(CheckReport.Of(stack, WaiverFile.OfTheDesign())), Has.Member(("target-encrypted", "web-servers")));
    }

    // Controls that guard R1 to R8 fail on what breaks them with the waivers of the design as well as without.
    [Test]
    [Category("Wide")]
    public async Task WaiversOfTheDesign_OfWhatBreaksARequirement_AcceptNothing()
    {
        var guards = ControlCatalogue.All.Where(control => !control.Requirements.IsEmpty).Select(control => control.Id).ToHashSet();
        using (Assert.EnterMultipleScope())
        {
            foreach (var broken in BreakingCases.All.Where(broken => guards.Contains(broken.ControlId)))
            {
                var report = CheckReport.Of(broken.Edit(await broken.Stack()), WaiverFile.OfTheDesign());
                Assert.That(
                    report.With(ControlOutcome.Fail).Select(result => result.Control.Id), Has.Member(broken.ControlId), broken.What);
            }
        }
    }

    private static IEnumerable<(string Control, string Resource)> Failed(CheckReport report) =>
        from result in report.Results
        from finding in result.Findings
        where finding.Outcome == ControlOutcome.Fail
        select (result.Control.Id, finding.Resource.Name);

    [Test]
    public async Task Check_OfAProjectWithWaiversOfItsOwn_TakesThem()
    {
        _project.With("Pulumi.live.yaml", StackFile.And("  infra:deletionProtection: true\n  infra:allowSelfSigned: true\n"))
            .With("waivers.yaml", """
                waivers:
                  - control: alb-waf
                    resources: [web-alb]
                    reason: A CDN with a firewall stands in front.
                """);

        var run = await Invocation.Of(_project.Root, "check", "live");

        Assert.That(run.Out, Does.Contain("Accepted: A CDN with a firewall stands in front."));
    }

    [Test]
    public async Task Check_OfAProjectWithAStaleWaiver_FailsAndNamesItsFileAndLine()
    {
        _project.With("Pulumi.s.yaml", StackFile.And("")).With("waivers.yaml", """
            waivers:
              - { control: alb-tls-policy, resources: [web-https], reason: No more needed. }
            """);

        var run = await Invocation.Of(_project.Root, "check", "s");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Out, Does.Contain("FAIL    waivers.yaml, line 2\n        web-https does not fail alb-tls-policy"));
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
            "web-https does not fail alb-tls-policy: drop it from the waiver, or say where it does, by 'when' or 'stacks'"));
    }

    [Test]
    public async Task Waiver_WithOneResourceTooMany_IsStale()
    {
        var committed = WaiverFile.OfTheDesign().Where(waiver => waiver.ControlId != Needed.ControlId);

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
        var report = CheckReport.Of(await RecordedStacks.Prod(), [Needed with { Stacks = WaivedStacks.Named("dev") }]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.WaiverProblems, Is.Empty);
            Assert.That(report.With(ControlOutcome.Waived), Is.Empty);
        }
    }

    [Test]
    public async Task Waiver_OfOtherSettings_IsNeitherUsedNorStale()
    {
        SettingsCondition.Read("egress is nat", out var nat);

        var report = CheckReport.Of(await RecordedStacks.Prod(), [Needed with { Stacks = new([], nat) }]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.WaiverProblems, Is.Empty);
            Assert.That(report.With(ControlOutcome.Waived), Is.Empty);
        }
    }

    [Test]
    public async Task Waiver_OfTheseSettingsThatIsNotNeeded_IsStale()
    {
        SettingsCondition.Read("egress is endpoints", out var endpoints);

        var report = CheckReport.Of(
            await RecordedStacks.Prod(), [Needed with { ControlId = "alb-waf", Stacks = new(["prod"], endpoints) }]);

        Assert.That(report.WaiverProblems.Single().Problem, Does.StartWith("web-alb does not fail alb-waf: drop it"));
    }

    [Test]
    public async Task Waiver_NotNeededByAWhatIf_IsNoProblem()
    {
        var stale = Needed with { ControlId = "alb-tls-policy", Resources = ["web-https"] };

        var report = CheckReport.Of(await RecordedStacks.Closed(), [.. WaiverFile.OfTheDesign(), stale], isWhatIf: true);

        Assert.That((report.WaiverProblems.Count, report.Passed), Is.EqualTo((0, true)));
    }

    [Test]
    public async Task Waiver_OfNoControl_IsWrongWhateverTheStack()
    {
        var waiver = Needed with { ControlId = "alb-intern", Stacks = WaivedStacks.Named("dev") };

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
            Assert.That(waiver.Stacks.Names, Is.EqualTo(["dev", "prod"]));
            Assert.That(waiver.File, Is.EqualTo("waivers.yaml"));
        }
    }

    [TestCase("controls: []", "must have a list 'waivers'")]
    [TestCase("waivers: none", "must have a list 'waivers'")]
    [TestCase(
        "waivers:\n- { control: a, resources: [b], stacks: [s, nowhere], reason: c }",
        "line 2: a waiver must name stacks that there are, got nowhere: dev, prod, s")]
    [TestCase("waivers: [a]", "line 1: a waiver must be a mapping")]
    [PlainCase("waivers:\n- { resources: [b], reason: c }", "line 2: a waiver must name its control")]
    [PlainCase("waivers:\n- { control: a, reason: c }", "must name its resources")]
    [PlainCase("waivers:\n- { control: a, resources: b, reason: c }", "must have a list as its resources")]
    [PlainCase("waivers:\n- { control: a, resources: [], reason: c }", "must have a list as its resources")]
    [PlainCase("waivers:\n- { control: a, resources: [b], stacks: dev, reason: c }", "list of names as its stacks, or protected or")]
    [PlainCase("waivers:\n- { control: a, resources: [b], stacks: [], reason: c }", "must have a list of names as its stacks")]
    [PlainCase("waivers:\n- { control: a, resources: [b], when: [waf], reason: c }", "must have a condition as its when, such as 'egress")]
    [PlainCase(
        "waivers:\n- { control: a, resources: [b], when: waf, reason: c }", "must say what it asks as in 'egress is nat', got 'waf'")]
    [PlainCase("waivers:\n- { control: a, resources: [b] }", "must say its reason")]
    [PlainCase("waivers:\n- { control: a, resources: [b], reason: ' ' }", "must say its reason")]
    [PlainCase(
        "waivers:\n- { control: a, resources: [b], reason: c, until: 2030 }",
        "line 2: a waiver must have no 'until': there are control, resources, stacks, when, reason")]
    [PlainCase("waivers: [", "is not valid YAML")]
    public void File_ThatIsWrong_IsRefused(string yaml, string expected)
    {
        Assert.That(() => Parse(yaml), Throws.InstanceOf<InvalidUsageException>()
            .With.Message.StartsWith("waivers.yaml").And.Message.Contains(expected));
    }

    [Test]
    public void File_WithoutAnEntry_HasNone() => Assert.That(Parse("waivers:\n"), Is.Empty);

    // The design's waivers stand behind.
    private IReadOnlyList<Waiver> Parse(string yaml)
    {
        foreach (var stack in (string[])["dev", "prod", "s"])
            _project.With($"Pulumi.{stack}.yaml", StackFile.And(""));

        return [.. WaiverFile.Read(_project.With("waivers.yaml", yaml).Root).Where(waiver => !waiver.IsOfTheDesign)];
    }
}
