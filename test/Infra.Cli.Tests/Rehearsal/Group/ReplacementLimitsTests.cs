using Infra.Cli.Rehearsal.Group;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Rehearsal.Group;

/// <summary>What percentages mean in whole servers.</summary>
[Requirement("R8")]
internal sealed class ReplacementLimitsTests
{
    [TestCase(0, 100, 1, 0, Description = "0 to 100 % of 1: it goes first")]
    [TestCase(0, 100, 3, 0, Description = "0 to 100 % of 3: all may go first")]
    [TestCase(50, 100, 2, 1, Description = "50 to 100 % of 2: one stays")]
    [TestCase(50, 100, 3, 2, Description = "50 to 100 % of 3: rounded up, two stay")]
    [TestCase(66, 100, 3, 2, Description = "66 to 100 % of 3: two stay")]
    [TestCase(90, 100, 100, 90, Description = "90 to 100 % of 100: ten may go")]
    public void Percentages_WithAServerToSpare_TerminateAndLaunch(int minHealthy, int maxHealthy, int desired, int floor) =>
        Assert.That(ReplacementLimits.For(new(minHealthy, maxHealthy), desired), Is.EqualTo(new ReplacementLimits(floor, Extra: 0)));

    [TestCase(67, 100, 3, 1, Description = "67 to 100 % of 3: 2.01 are three, so one more comes first")]
    [TestCase(100, 100, 2, 1, Description = "100 to 100 % of 2: one more comes first")]
    [TestCase(90, 110, 3, 1, Description = "90 to 110 % of 3: one more, though 10 % are none")]
    [TestCase(100, 200, 3, 3, Description = "100 to 200 % of 3: three more")]
    [TestCase(90, 120, 100, 20, Description = "90 to 120 % of 100: twenty more")]
    public void Percentages_Above100OrWithoutAServerToSpare_LaunchFirst(int minHealthy, int maxHealthy, int desired, int extra) =>
        Assert.That(ReplacementLimits.For(new(minHealthy, maxHealthy), desired).Extra, Is.EqualTo(extra));

    [TestCase(1, 0)]
    [TestCase(3, 2)]
    [TestCase(20, 18)]
    public void RefreshDefault_Always_TerminatesAtLeastOneFirst(int desired, int floor) =>
        Assert.That(ReplacementLimits.RefreshDefault(desired), Is.EqualTo(new ReplacementLimits(floor, Extra: 0)));

    [TestCase(3, 3, 1)]
    [TestCase(2, 3, 2)]
    [TestCase(30, 30, 3)]
    public void Rebalancing_Always_MayExceedTheMaximumByATenthAndAtLeastByOne(int desired, int maximum, int extra) =>
        Assert.That(ReplacementLimits.Rebalancing(desired, maximum).Extra, Is.EqualTo(extra));
}
