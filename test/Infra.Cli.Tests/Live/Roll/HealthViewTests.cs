using Infra.Cli.Live.Roll;

namespace Infra.Cli.Tests.Live.Roll;

/// <summary>When a group is well again: each of what it takes, by itself.</summary>
internal sealed class HealthViewTests
{
    [TestCase(2, 2, 2, true, true)]
    [TestCase(3, 3, 2, true, true, Description = "scaling has added one")]
    [TestCase(1, 1, 2, true, false, Description = "one is missing")]
    [TestCase(1, 2, 2, true, false, Description = "one is not healthy")]
    [TestCase(2, 3, 2, true, false, Description = "one more is not healthy")]
    [TestCase(2, 2, 2, false, false, Description = "one has another version")]
    [TestCase(0, 0, 1, true, false, Description = "there is none")]
    [TestCase(0, 0, 0, true, true, Description = "none is wanted")]
    public void Group_IsWell_WhereAllThatAreWantedAreHealthyAndHaveTheVersion(
        int healthy, int servers, int wanted, bool hasVersion, bool isWell) => Assert.That(
            new HealthView { Healthy = healthy, Servers = servers, Wanted = wanted, HasVersion = hasVersion, Looks = 1 }.IsWell,
            Is.EqualTo(isWell));

    [TestCase(1, 1, 2, "1 of 2 servers healthy")]
    [TestCase(3, 3, 2, "3 of 3 servers healthy")]
    public void Text_CountsThoseThatAreWantedToo(int healthy, int servers, int wanted, string text) => Assert.That(
        new HealthView { Healthy = healthy, Servers = servers, Wanted = wanted, HasVersion = true, Looks = 1 }.ToString(),
        Is.EqualTo(text));
}
