using Infra.Cli.Live.Aws;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Live.Aws;

/// <summary>What AWS is told about a roll, word by word, for each size of a group.</summary>
internal sealed class RollPreferencesTests
{
    private const string Still = "\"SkipMatching\":true,\"AutoRollback\":false";
    private const string Thirds = "\"MaxHealthyPercentage\":100,\"CheckpointPercentages\":[33,66,100],\"CheckpointDelay\":0";
    private const string Quarters = "\"MaxHealthyPercentage\":100,\"CheckpointPercentages\":[25,50,75,100],\"CheckpointDelay\":0";

    // While fewer than three are wanted, one more comes first. At three an old one leaves first, as the group's minimum lets it.
    [PlainCase(0, 0, 3, $$"""{"MinHealthyPercentage":100,"MaxHealthyPercentage":200,{{Still}}}""", true)]
    [PlainCase(1, 1, 3, $$"""{"MinHealthyPercentage":100,"MaxHealthyPercentage":200,{{Still}}}""", true)]
    [PlainCase(2, 1, 3, $$"""{"MinHealthyPercentage":100,"MaxHealthyPercentage":150,{{Still}}}""", true)]
    [PlainCase(3, 0, 3, $$"""{"MinHealthyPercentage":0,{{Thirds}},{{Still}}}""", false)]
    [PlainCase(3, 1, 3, $$"""{"MinHealthyPercentage":0,{{Thirds}},{{Still}}}""", false)]
    [PlainCase(3, 2, 3, $$"""{"MinHealthyPercentage":50,{{Thirds}},{{Still}}}""", false)]
    [PlainCase(3, 3, 3, $$"""{"MinHealthyPercentage":66,{{Thirds}},{{Still}}}""", false)]
    [PlainCase(4, 2, 4, $$"""{"MinHealthyPercentage":50,{{Quarters}},{{Still}}}""", false)]
    public void Preferences_ForASize_AreAwss(int desired, int min, int max, string json, bool launchesFirst)
    {
        var preferences = RollPreferences.For(desired, min, max);

        Assert.That((preferences.ToJson(), preferences.LaunchesFirst), Is.EqualTo((json, launchesFirst)));
    }

    [TestCase(99, false)]
    [TestCase(100, false)]
    [TestCase(101, true)]
    public void Maximum_AboveTheWhole_LaunchesFirst(int max, bool launchesFirst) => Assert.That(
        new RollPreferences { MinHealthyPercentage = 0, MaxHealthyPercentage = max }.LaunchesFirst, Is.EqualTo(launchesFirst));

    [PlainCase("", "")]
    [PlainCase("a", ",\"BakeTime\":360,\"AlarmSpecification\":{\"Alarms\":[\"a\"]}")]
    [PlainCase("a b", ",\"BakeTime\":360,\"AlarmSpecification\":{\"Alarms\":[\"a\",\"b\"]}")]
    public void Preferences_OfAGroup_HaveItsWarmup_AndGoBackByAlarms(string alarms, string more)
    {
        var group = new GroupAnswer("fleet-group", MinSize: 1, MaxSize: 3, DesiredCapacity: 2, [], []);
        var preferences = RollPreferences.For(group, secondsToWarmUp: 20);

        Assert.That(
            preferences.ToJson(),
            Is.EqualTo($$"""{"MinHealthyPercentage":100,"MaxHealthyPercentage":150,"InstanceWarmup":20,{{Still}}}"""));
        Assert.That(
            preferences.GoingBackOn(alarms.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToJson(),
            Is.EqualTo(
                """{"MinHealthyPercentage":100,"MaxHealthyPercentage":150,"InstanceWarmup":20,"SkipMatching":true,"AutoRollback":true"""
                + $"{more}}}"));
    }

    [Test]
    public void Preferences_OfAGroup_GoByEachOfItsSizes() => Assert.That(
        RollPreferences.For(new GroupAnswer("fleet-group", MinSize: 2, MaxSize: 4, DesiredCapacity: 3, [], []), 1).ToJson(),
        Is.EqualTo($$"""{"MinHealthyPercentage":50,{{Quarters}},"InstanceWarmup":1,{{Still}}}"""));
}
