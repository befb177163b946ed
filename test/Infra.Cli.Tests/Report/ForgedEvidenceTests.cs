using System.Text.Json.Nodes;
using Infra.Cli.Live.Claims;
using Infra.Cli.Report.Requirements;
using Infra.Cli.Shell;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Report;

/// <summary>Evidence that somebody has changed, and evidence of which the tool itself has left out what has no value.</summary>
internal sealed class ForgedEvidenceTests : EvidenceTests
{
    [TestCase("pass", "fail", "its claims come to Pass, and it says Fail")]
    [TestCase("fail", "pass", "its claims come to Fail, and it says Pass")]
    [TestCase("notChecked", "pass", "its claims come to NotChecked, and it says Pass")]
    public void Outcome_ThatIsNotThatOfItsClaims_IsRefused(string claim, string said, string message) =>
        AssertRefused(Changed(file => file["outcome"] = said, claim), message);

    [Test]
    public void Claims_ThatAreAllRemoved_AreNoEvidence() =>
        AssertRefused(Changed(file => file["checks"] = new JsonArray()), "it has no claims");

    [TestCase("r1")]
    [TestCase("R9")]
    [TestCase("")]
    public void Requirement_ThatNobodyHas_IsRefused(string id) =>
        AssertRefused(Changed(file => Claim(file)["requirement"] = id, "fail"), $"there is no requirement '{id}'");

    [TestCase(20.0, 20.0, null, null)]
    [TestCase(20.0, 23.9, 4.0, null)]
    [TestCase(20.0, 24.1, 4.0, "holds, though it took 24 s where 20 s are promised")]
    [TestCase(20.0, 21.0, null, "holds, though it took 21 s where 20 s are promised")]
    [TestCase(20.0, 1e300, null, "holds, though it took")]
    public void Time_BeyondThePromisedOne_DoesNotHold(double promised, double measured, double? grace, string? message)
    {
        var evidence = Changed(file =>
        {
            var claim = Claim(file);
            (claim["promisedSeconds"], claim["measuredSeconds"]) = (promised, measured);
            if (grace is not null)
                claim["graceSeconds"] = grace;
        });

        if (message is null)
            Assert.That(() => Reports.OfAsync(Dev, Written(evidence)), Throws.Nothing);
        else
            AssertRefused(evidence, message);
    }

    [Test]
    public void Property_ThatIsThereTwice_IsRefused() => AssertRefused(
        Reports.Evidence(Plan, outcome: "fail").Replace("\"seen\":", "\"outcome\":\"pass\",\"seen\":"), "must be what verify");

    [PlainCase("unreachable", "\"connection refused\"")]
    [TestCase("more", "[[[[[[]]]]]]")]
    public async Task Property_BesideTheClaims_HidesNoneOfThem(string name, string value)
    {
        var report = await Reports.OfAsync(Dev, Written(Changed(file => file[name] = JsonNode.Parse(value), "fail")));

        Assert.That(report.Requirements[0].Standing, Is.EqualTo(Standing.NotMet));
    }

    [Test]
    public async Task UnreachableSite_OfAFormerPlan_IsStale()
    {
        var evidence = Reports.Evidence("0000", "infra verify", outcome: "notChecked");

        var report = await Reports.OfAsync(Dev, Written(evidence.Replace("\"url\":", "\"unreachable\":\"no\",\"url\":")));

        Assert.That(report.Evidence.Claims.Single().Stale, Does.StartWith("it is of the plan 0000"));
        Assert.That(report.Requirements[0].Standing, Is.EqualTo(Standing.MetByPlan));
    }

    // As 'infra verify https://...' writes it: JSON leaves out the stack and the plan that it does not know.
    [Test]
    public async Task Stamp_WithoutPlan_AsItIsWritten_CanBeReadBack()
    {
        var report = await Reports.OfAsync(
            Dev,
            Written(Changed(file =>
            {
                file["made"]!.AsObject().Remove("plan");
                file["made"]!.AsObject().Remove("project");
            })));

        Assert.That(report.Evidence.Claims.Single().Stale, Is.EqualTo("it does not say of which plan it is"));
    }

    [Test]
    public async Task SameEvidence_UnderTwoNames_CountsOnce()
    {
        var evidence = Reports.Evidence(Plan);

        var report = await Reports.OfAsync(Dev, Written(evidence), Written(evidence));

        Assert.That(report.Evidence.Claims, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Claim_BeyondTheRequirements_ThatFails_FailsTheReport_AndIsSaid()
    {
        var report = await Reports.OfAsync(Dev, Written(Reports.Evidence(Plan, requirement: null, outcome: "fail")));

        Assert.That(report.Fails);
        Assert.That(report.Standing, Is.EqualTo(Standing.MetByPlan));
        Assert.That(Reports.PageOf(report), Does.Contain("Does not hold: that no server has a public address (infra drill)."));
    }

    [PlainCase("{\"a\":" + "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    [TestCase("null")]
    [PlainCase("\uFEFF{}")]
    [PlainCase("{\"outcome\":\"pass\",\"checks\":null}")]
    [PlainCase("{\"outcome\":\"pass\",\"checks\":[null]}")]
    [PlainCase("{\"outcome\":\"pass\",\"checks\":[{\"claim\":null,\"outcome\":\"pass\",\"seen\":\"\",\"notProven\":\"\"}]}")]
    [PlainCase("{\"outcome\":\"pass\",\"checks\":[{\"claim\":\"\\ud800\",\"outcome\":\"pass\",\"seen\":\"\",\"notProven\":\"\"}]}")]
    [PlainCase("{\"outcome\":0,\"checks\":[]}")]
    [PlainCase("{\"outcome\":\"pass\",\"checks\":[],\"made\":{\"command\":\"infra drill\",\"at\":\"0001-01-01T00:00:00+14:00\"}}")]
    [PlainCase("{\"outcome\":\"pass\",\"checks\":[],\"made\":{\"command\":\"infra drill\",\"at\":\"yesterday\"}}")]
    [PlainCase("{\"outcome\":\"pass\",\"checks\":[],\"url\":7}")]
    public void Json_OfAnyOtherShape_IsRefusedInOneMessage(string json) => AssertRefused(json, "--with ");

    // A command that looks seldom adds the time between two looks.
    [Test]
    public void Timing_WithItsGrace_IsKept_AndNotWithoutIt()
    {
        var timing = new Timing(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(23));

        Assert.That(timing.IsKept, Is.False);
        Assert.That((timing with { Grace = TimeSpan.FromSeconds(3) }).IsKept);
    }

    private void AssertRefused(string evidence, string message) => Assert.That(
        () => Reports.OfAsync(Dev, Written(evidence)), Throws.TypeOf<InvalidUsageException>().With.Message.Contains(message));

    private string Changed(Action<JsonObject> change, string outcome = "pass")
    {
        var file = JsonNode.Parse(Reports.Evidence(Plan, outcome: outcome))!.AsObject();
        change(file);
        return file.ToJsonString();
    }

    private static JsonObject Claim(JsonObject file) => file["checks"]![0]!.AsObject();
}
