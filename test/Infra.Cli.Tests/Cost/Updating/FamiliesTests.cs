using Infra.Cli.Cost.Updating;

namespace Infra.Cli.Tests.Cost.Updating;

internal sealed class FamiliesTests
{
    [TestCase("t2", true)]
    [TestCase("t1", false)]
    [TestCase("m5", true)]
    [TestCase("m4", false)]
    [TestCase("c5", true)]
    [TestCase("c4", false)]
    [TestCase("r5", true)]
    [TestCase("r4", false)]
    [TestCase("m7i-flex", true)]
    [TestCase("g6", false)]
    [TestCase("x2", false)]
    [TestCase("mac2", false)]
    [TestCase("t", false)]
    [TestCase("", false)]
    public void Family_IsInTheBook_FromItsGenerationOn(string family, bool isIn) =>
        Assert.That(Families.Contains(family), Is.EqualTo(isIn));
}
