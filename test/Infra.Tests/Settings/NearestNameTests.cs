using Infra.Settings.Kinds;

namespace Infra.Tests.Settings;

public sealed class NearestNameTests
{
    [TestCase("", "", 0)]
    [TestCase("zones", "zones", 0)]
    [TestCase("", "zones", 5)]
    [TestCase("zones", "", 5)]
    [TestCase("zone", "zones", 1)]
    [TestCase("zonnes", "zones", 1)]
    [TestCase("zanes", "zones", 1)]
    [TestCase("znoes", "zones", 1)]
    [TestCase("kitten", "sitting", 3)]
    public void Distance_CountsTypingErrors(string one, string other, int expected)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(NearestName.Distance(one, other), Is.EqualTo(expected));
            Assert.That(NearestName.Distance(other, one), Is.EqualTo(expected));
        }
    }

    [TestCase("zone", "zones")]
    [TestCase("zon", "zones")]
    [TestCase("zo", null)]
    [TestCase("ZONES", "zones")]
    [TestCase("natPerZone", "nat-per-zone")]
    [TestCase("xxxxx", null)]
    public void Of_NearestIsNear_IsNamed(string name, string? expected) =>
        Assert.That(NearestName.Of(name, ["zones", "egress", "nat-per-zone"]), Is.EqualTo(expected));

    [Test]
    public void Of_SeveralAsNear_IsTheFirst() => Assert.That(NearestName.Of("aX", ["aY", "aZ"]), Is.EqualTo("aY"));

    [TestCase("", null)]
    [TestCase("on", null)]
    [TestCase("ap", "up")]
    public void Of_ShortNames_IsNoneThatSharesNoLetter(string name, string? expected) =>
        Assert.That(NearestName.Of(name, ["up", "promote"]), Is.EqualTo(expected));

    [Test]
    public void Of_NoCandidates_IsNone() => Assert.That(NearestName.Of("a", []), Is.Null);
}
