using Infra.Cli.Checks;
using Infra.Cli.Live.Claims;
using Infra.Cli.Report.Requirements;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Docs.Requirements;

public sealed class RequirementsDocumentTests
{
    private Evidence _dev = null!;
    private Evidence _prod = null!;

    [OneTimeSetUp]
    public async Task GatherEvidence() => (_dev, _prod) = (await Evidence.OfAsync("dev"), await Evidence.OfAsync("prod"));

    [Test]
    public void Document_IsFresh() => GeneratedFile.Verify(RequirementsDocument.Path, new RequirementsDocument(_dev, _prod).Write());

    [TestCaseSource(nameof(Ids))]
    public void EachStack_HasResourcesAndControls_ForTheRequirement(string id)
    {
        var requirement = Of(id);
        foreach (var evidence in (Evidence[])[_dev, _prod])
        {
            Assert.That(evidence.ResourcesOf(requirement), Is.Not.Empty, $"{evidence.Graph.StackName}: no resource meets {id}");
            Assert.That(evidence.ControlsOf(requirement), Is.Not.Empty, $"no control of src/Infra.Cli/Checks names {id}");
            Assert.That(evidence.ControlsOf(requirement).Select(result => result.Outcome), Has.None.EqualTo(ControlOutcome.Fail));
        }
    }

    [TestCaseSource(nameof(Ids))]
    public void EachRequirement_IsNamedByUnitTests_WhoseFilesAreThere(string id)
    {
        var requirement = Of(id);
        var fixtures = UnitTests.Of(requirement);

        Assert.That(fixtures, Is.Not.Empty);
        Assert.That(fixtures.Select(fixture => Path.Combine(Repository.Root, fixture.File)), Has.All.Exist);
    }

    [TestCaseSource(nameof(Ids))]
    public void EachRequirement_IsRehearsed_OrItIsSaidWhyItCantBe(string id)
    {
        var requirement = Of(id);
        var verdicts = _dev.RehearsedFor(requirement).Concat(_prod.RehearsedFor(requirement)).ToList();

        Assert.That(verdicts, Rehearsals.Impossible.ContainsKey(id) ? Is.Empty : Is.Not.Empty);
        Assert.That(verdicts.Select(verdict => verdict.Finding.Outcome), Has.All.AnyOf(Outcome.Pass, Outcome.NotApplicable));
    }

    [TestCaseSource(nameof(Ids))]
    public void EachRequirement_IsCheckedLive_OrItIsSaidWhyItCantBe(string id)
    {
        var requirement = Of(id);
        var isImpossible = LiveChecks.Impossible.ContainsKey(id);
        var mend = isImpossible ? $"{id} is checked live now: remove why it can't be" : $"nothing checks {id} live: say why it can't be";

        Assert.That(LiveChecks.Of(requirement).Count == 0, Is.EqualTo(isImpossible), $"{mend}, in {nameof(LiveChecks)}");
    }

    [TestCaseSource(nameof(Ids))]
    public void NamedResources_AreInProd(string id)
    {
        var isMetBy = Of(id).IsMetBy;

        Assert.That(
            isMetBy == CustomerRequirement.ByControlsAlone || _prod.Graph.Nodes.Any(isMetBy),
            $"{nameof(CustomerRequirement)} names resources for {id} that prod does not have");
    }

    private static IEnumerable<string> Ids => CustomerRequirement.All.Select(requirement => requirement.Id);

    private static CustomerRequirement Of(string id) => CustomerRequirement.All.Single(requirement => requirement.Id == id);
}
