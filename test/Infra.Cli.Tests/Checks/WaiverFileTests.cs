using Infra.Cli.Checks.Waivers;

namespace Infra.Cli.Tests.Checks;

/// <summary>Whose waivers are in force, and how a reason of several lines is read.</summary>
internal sealed class WaiverFileTests
{
    private TemporaryProject _project = null!;

    [SetUp]
    public void CreateProject() => _project = new();

    [TearDown]
    public void DeleteProject() => _project.Dispose();

    // A checkout has another version of this program, and the stack is judged by the waivers of that one.
    [TestCase(true, true, ExpectedResult = true)]
    [TestCase(true, false, ExpectedResult = false)]
    [TestCase(false, true, ExpectedResult = false)]
    [TestCase(false, false, ExpectedResult = false)]
    public bool Waivers_OfTheDesign_AreThoseOfACheckoutThatHasThem(bool isCheckout, bool hasThem)
    {
        if (hasThem)
            _project.With(WaiverFile.DesignPath, "waivers:\n- { control: a, resources: [b], reason: Of then. }");

        var waivers = WaiverFile.Read(_project.Root, isCheckout);

        Assert.That(waivers, Is.Not.Empty.And.All.Property(nameof(Waiver.IsOfTheDesign)).True);
        return waivers.Any(waiver => waiver.Reason == "Of then.");
    }

    [Test]
    public void Reason_OfSeveralLines_IsReadAsOne()
    {
        foreach (var style in (string[])[">", ">-", "|", "|-"])
        {
            _project.With("waivers.yaml", $"waivers:\n- control: a\n  resources: [b]\n  reason: {style}\n    First\n    and second.\n");

            Assert.That(WaiverFile.Read(_project.Root)[0].Reason, Is.EqualTo("First and second."), style);
        }
    }
}
