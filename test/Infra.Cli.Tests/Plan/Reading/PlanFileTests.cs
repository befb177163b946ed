using System.Text;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Reading;
using Infra.Cli.Shell;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Plan.Reading;

/// <summary>What a file turns out to be, by the least that makes it one.</summary>
internal sealed class PlanFileTests
{
    private const string Must = $"f must hold {PlanFile.Known}, but ";
    private const string Stack = """{"urn": "urn:pulumi:s::infra::pulumi:pulumi:Stack::infra-s", "type": "pulumi:pulumi:Stack"}""";
    private const string Vpc = """
        {"urn": "urn:pulumi:s::infra::aws:ec2/vpc:Vpc::vpc", "type": "aws:ec2/vpc:Vpc", "custom": true, "id": "vpc-1"}
        """;

    private const string Create = $$"""{"op": "create", "urn": "urn:pulumi:s::infra::t::n", "newState": {{Vpc}}}""";
    private const string Same = $$"""{"op": "same", "urn": "urn:pulumi:s::infra::t::n", "newState": {{Stack}}, "oldState": {{Stack}}}""";
    private const string Event = """{"sequence": 1, "timestamp": 2}""";
    private const string Summary = """{"sequence": 2, "timestamp": 2, "summaryEvent": {}}""";
    private const string Step = $$"""{"op": "create", "urn": "urn:pulumi:s::infra::t::n", "new": {{Vpc}}}""";

    [PlainCase($$$"""{"deployment": {"resources": [{{{Stack}}}]}}""", PlanKind.State, 1)]
    [PlainCase($$$"""{"checkpoint": {"latest": {"resources": [{{{Stack}}}, {{{Vpc}}}]} }}""", PlanKind.State, 2)]
    [PlainCase($$$"""{"latest": {"resources": []}}""", PlanKind.State, 0)]
    [PlainCase($$$"""{"steps": [{{{Same}}}]}""", PlanKind.Preview, 1)]
    [PlainCase($$$"""{"steps": [{{{Create}}}]}""", PlanKind.OwnPreview, 1)]
    [PlainCase("""{"steps": 1}""", PlanKind.Preview, 0)]
    [PlainCase("""{"changeSummary": {}}""", PlanKind.Preview, 0)]
    [PlainCase("""{"diagnostics": []}""", PlanKind.Preview, 0)]
    [PlainCase($"{Event}\n{Summary}", PlanKind.Events, 0)]
    [PlainCase($$$"""{"events": [{{{Event}}}, 1, {{{Summary}}}]}""", PlanKind.Events, 0)]
    [PlainCase($$$"""{"sequence": 1, "timestamp": 2, "resourcePreEvent": {"metadata": {{{Step}}}}} {{{Summary}}}""", PlanKind.Events, 1)]
    [PlainCase($$$"""{"sequence": 1, "timestamp": 2, "resOutputsEvent": {"metadata": {{{Step}}}}} {{{Summary}}}""", PlanKind.Events, 1)]
    [PlainCase($"{Event}\n{Summary}\n{{\"seq", PlanKind.Events, 0)]
    [PlainCase("Installing a pack\nand more\n{\"steps\": []}", PlanKind.Preview, 0)]
    [PlainCase("{\"steps\": []}\nYou can find the plan in a file", PlanKind.Preview, 0)]
    [PlainCase("\n \t\r\n{\"steps\": []}", PlanKind.Preview, 0)]
    public void File_OfEachForm_IsRead(string text, PlanKind kind, int resources)
    {
        var read = Read(text);

        Assert.That((read.Kind, read.Resources.Count), Is.EqualTo((kind, resources)));
    }

    [PlainCase("[]", "holds something else: name another file")]
    [PlainCase("{}", "holds something else: name another file")]
    [PlainCase("""{"sequence": 1}""", "holds something else: name another file")]
    [PlainCase("""{"timestamp": 1}""", "holds something else: name another file")]
    [PlainCase("""{"steps": []} {"steps": []}""", "holds something else: name another file")]
    [PlainCase("{\n\"steps\": [\n}", "is no JSON from line 3 on: make it again")]
    [PlainCase("text\nmore", "is no JSON from line 1 on: make it again")]
    [PlainCase("text\n\n{\"steps\": [\n}", "is no JSON from line 4 on: make it again", Description = "lines before it count")]
    [PlainCase("{}\n{", "is no JSON from line 2 on: make it again")]
    [PlainCase(Event, "has no event with the summary: the file is cut off, or the preview failed: make it again")]
    [PlainCase("""{"deployment": null}""", "has a state without resources, since nothing of the stack is deployed: make it again")]
    [PlainCase("""{"deployment": {}}""", "has a state without resources, since nothing of the stack is deployed: make it again")]
    [PlainCase("""{"deployment": {"resources": {}}}""", "has a state whose resources are no list: make it again")]
    [PlainCase("""{"deployment": {"resources": [1]}}""", "has a resource that is no object: make it again")]
    [PlainCase("""{"deployment": {"resources": [{}]}}""", "has a resource without a URN: make it again")]
    [PlainCase("""{"deployment": {"resources": [{"urn": "urn:pulumi:s::infra::t"}]}}""", "has a resource without a URN: make it again")]
    [PlainCase("""{"deployment": {"resources": [{"urn": "urn:x:s::infra::t::n"}]}}""", "has a resource without a URN: make it again")]
    [PlainCase(
        """{"deployment": {"resources": [{"urn": "urn:pulumi:s::infra::t::n"}]}}""",
        "has no type of urn:pulumi:s::infra::t::n: make it again")]
    [PlainCase("""{"steps": [1]}""", "has a step that is no object: make it again")]
    [PlainCase("""{"steps": [{}]}""", "has a step without an operation: make it again")]
    [PlainCase("""{"steps": [{"op": "same"}]}""", "has a step without a URN: make it again")]
    [PlainCase("""{"steps": [{"op": "same", "urn": "x"}]}""", "has a step without a URN: make it again")]
    [PlainCase(
        """{"diagnostics": [{"severity": "error", "message": " <{%fg 1%}>no<{%reset%}> way\n"}]}""",
        "is of a preview that failed (no way): make it again")]
    [PlainCase("""{"diagnostics": [{"severity": "error"}]}""", "is of a preview that failed (): make it again")]
    [PlainCase(
        """{"sequence": 1, "timestamp": 2, "diagnosticEvent": {"severity": "error", "message": "a"}}""",
        "is of a preview or a deployment that failed (a): make it again")]
    [PlainCase(
        """{"sequence": 1, "timestamp": 2, "errorEvent": {"error": "b"}}""",
        "is of a preview or a deployment that failed (b): make it again")]
    [PlainCase(
        """{"sequence": 1, "timestamp": 2, "resOpFailedEvent": {"metadata": {"urn": "c"}}}""",
        "is of a preview or a deployment that failed (c): make it again")]
    [PlainCase("""{"steps": [{"op": "\ud800"}]}""", "has a text that is none: make it again")]
    public void File_OfNoForm_IsOneMessage(string text, string message) => AssertRefused(text, $"{Must}{message}");

    [PlainCase("""{"diagnostics": [{"severity": "warning", "message": "a"}, 1]}""")]
    [PlainCase("""{"diagnostics": 1}""")]
    [PlainCase($$$"""{"sequence": 1, "timestamp": 2, "diagnosticEvent": {"severity": "info"}} {{{Summary}}}""")]
    [PlainCase($$$"""{"sequence": 1, "timestamp": 2, "errorEvent": 1, "resOpFailedEvent": {"metadata": 1}} {{{Summary}}}""")]
    public void File_WithoutAnError_IsNoFailure(string text) => Assert.That(() => Read(text), Throws.Nothing);

    // Without --show-sames the stack alone is shown.
    [TestCase(1, true)]
    [TestCase(2, false)]
    [TestCase(5, false)]
    public void Preview_ThatLeavesOut_IsOneMessage(int same, bool isRead)
    {
        var text = $$$"""{"steps": [{{{Same}}}, {{{Create}}}], "changeSummary": {"same": {{{same}}}}}""";

        if (isRead)
        {
            Assert.That(Read(text).Resources, Has.Count.EqualTo(1), "both steps are of one");
            return;
        }

        AssertRefused(text, $"f must hold the whole stack, but has 2 resources and leaves out {same - 1} that do not change: "
            + "make it with 'pulumi preview --json --show-sames'");
    }

    [Test]
    public void Preview_OfThisTool_HasItsNote()
    {
        const string Note = """, "diagnostics": [{"message": "as the program says"}], "config": {"infra:a": "b", "infra:c": 1}}""";

        var (own, engines) = (Read($$$"""{"steps": [{{{Create}}}]{{{Note}}}"""), Read($$$"""{"steps": [{{{Same}}}]{{{Note}}}"""));

        Assert.That((own.Note, engines.Note), Is.EqualTo(("as the program says", (string?)null)));
        Assert.That(own.Configuration, Is.EquivalentTo(new Dictionary<string, string> { ["infra:a"] = "b" }));
        Assert.That(Read("""{"steps": []}""").Configuration, Is.Null);
    }

    [PlainCase(
        """{"type": "creating", "resource": VPC}""", ExpectedResult = "is not known for sure: a deployment broke off while creating it")]
    [PlainCase("""{"resource": VPC}""", ExpectedResult = "is not known for sure: a deployment broke off while changing it")]
    [PlainCase("""{"type": "creating"}""", ExpectedResult = null)]
    [PlainCase("1", ExpectedResult = null)]
    public string? State_OfADeploymentThatBrokeOff_SaysWhatIsInDoubt(string operation)
    {
        var pending = operation.Replace("VPC", Vpc, StringComparison.Ordinal);
        var read = Read($$$"""{"deployment": {"resources": [], "pending_operations": [{{{pending}}}]}}""");

        return read.BrokenOff.SingleOrDefault()?.Why;
    }

    [Test]
    public void Found_IsWhatThereWasBefore()
    {
        var preview = Read($$$"""{"steps": [{{{Same}}}]}""");
        var state = Read("""{"latest": {"resources": []}}""");

        Assert.Multiple(() =>
        {
            Assert.That((preview.IsLive, state.IsLive), Is.EqualTo((false, true)));
            Assert.That(state.Found("f"), Is.SameAs(state));
            Assert.That(
                preview.Found("f") is { Kind: PlanKind.Found, IsLive: true, Resources.Count: 1, Steps.Count: 0 }, Is.True);
            foreach (var none in new[] { $$$"""{"steps": [{{{Create}}}]}""", """{"steps": []}""" })
            {
                Assert.That(() => Read(none).Found("f"), Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(
                    "f must hold what runs, but only says what would be made: "
                    + "make it with 'pulumi preview --refresh --json --show-sames', of a stack that is deployed"));
            }
        });
    }

    private static void AssertRefused(string text, string message) =>
        Assert.That(() => Read(text), Throws.TypeOf<InvalidUsageException>().With.Message.EqualTo(message));

    private static PlanContents Read(string text) => PlanFile.Read(Encoding.UTF8.GetBytes(text), "f");
}
