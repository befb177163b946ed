using Infra.Cli.Checks.Waivers;
using Infra.Cli.Plan.Graph;

namespace Infra.Cli.Tests.Checks;

/// <summary>For which settings a waiver is.</summary>
public sealed class SettingsConditionTests
{
    // Of dev: logs for a week, egress and others by default, no name.
    [TestCase("egress is none", true)]
    [TestCase("egress is nat", false)]
    [TestCase("egress is nat or none", true)]
    [TestCase("egress is not none", false)]
    [TestCase("egress is not nat or nat-per-zone", true)]
    [TestCase("egress is none and waf is not true", true)]
    [TestCase("egress is none and waf is true", false)]
    [TestCase("waf is true and egress is none", false)]
    [TestCase("domainName is set", false)]
    [TestCase("domainName is not set", true)]
    [TestCase("zones is set", true)]
    [TestCase("allowedPrefixLists is set", false)]
    [TestCase("logRetentionDays is 7", true)]
    [TestCase("logRetentionDays is below 7", false)]
    [TestCase("logRetentionDays is below 8", true)]
    [TestCase("logRetentionDays is not below 8", false)]
    [TestCase("requestsPerServer is below 10", false)]
    [TestCase("healthCheckInterval is 10s", true)]
    [TestCase("certificateRotation is 1", true)]
    [TestCase("allowedCidrs has 0.0.0.0/0", true)]
    [TestCase("allowedCidrs has ::/0", false)]
    [TestCase("allowedCidrs has ::/0 or 0.0.0.0/0", true)]
    [TestCase("allowedCidrs has no ::/0", true)]
    [TestCase("allowedCidrs has no 0.0.0.0/0", false)]
    [TestCase("contentSecurityPolicy is default", true)]
    [TestCase("strictTransportSecurity is not default", false)]
    [TestCase("logRetentionDays is default", false)]
    public async Task Condition_OfDev_Holds(string text, bool expected)
    {
        Assert.That(SettingsCondition.Read(text, out var condition), Is.Null);

        Assert.That(condition.HoldsFor(await RecordedStacks.Dev()), Is.EqualTo(expected));
    }

    [TestCase("healthCheckInterval is 1m", "healthCheckInterval=60s")]
    [TestCase("alarmEmail is set", "alarmEmail=ops@example.com")]
    [TestCase("egress is nat", "egress=nat")]
    public async Task Condition_OfAnOverride_Holds(string text, string setting)
    {
        SettingsCondition.Read(text, out var condition);

        Assert.That(condition.HoldsFor(await Graphs.Of("dev", setting)), Is.True);
    }

    [TestCase("", "say what it asks as in 'egress is nat', got ''")]
    [TestCase("egress=nat", "say what it asks as in 'egress is nat', got 'egress=nat'")]
    [TestCase("egress is", "say what it asks as in 'egress is nat', got 'egress is'")]
    [TestCase("egress is nat and waf", "say what it asks as in 'egress is nat', got 'waf'")]
    [TestCase("egres is nat", "name a setting, got 'egres': write egress")]
    [TestCase("somethingElse is nat", "name a setting, got 'somethingElse'")]
    [TestCase("egress is natt", "name a value that egress may have, got 'natt': it must be none, endpoints, nat or nat-per-zone")]
    [TestCase("egress is nat or natt", "name a value that egress may have, got 'natt': it must be none, endpoints, nat or nat-per-zone")]
    [TestCase("waf is below 2", "ask of waf what it is, since it is no whole number")]
    [TestCase("waf has true", "ask of waf what it is, since it is no list: waf is true")]
    [TestCase("allowedCidrs is ::/0", "ask of allowedCidrs what it has, since it is a list: allowedCidrs has ::/0")]
    [TestCase("alarmEmail is ops@example.com", "ask of alarmEmail only whether it is set, since it may be secret")]
    [TestCase(
        "minServers is 4",
        "name a value that minServers may have, got '4': it must be a whole number from 1 to 3 (the customer's limit of three servers)",
        TestName = "{m}(minServers is 4)")]
    public void Condition_ThatIsNone_IsRefused(string text, string expected) =>
        Assert.That(SettingsCondition.Read(text, out _), Is.EqualTo(expected));

    // A plan of another version of the program need not have all settings: then a default holds, or nothing is set.
    [TestCase("egress is none", "egress", true)]
    [TestCase("egress is nat", "egress", false)]
    [TestCase("waf is not true", "waf", true)]
    [TestCase("zones is not set", "zones", true)]
    [TestCase("domainName is set", "domainName", false)]
    public async Task Condition_OfASettingThatAPlanDoesNotHave_HoldsForItsDefault(string text, string key, bool expected)
    {
        var dev = await RecordedStacks.Dev();
        var plan = new ResourceGraph(dev.ProjectName, dev.StackName, dev.Region, dev.Nodes, dev.Outputs)
        {
            Configuration = dev.Configuration.Remove($"{dev.ProjectName}:{key}"),
        };
        Assert.That(plan.Configuration, Has.Count.EqualTo(dev.Configuration.Count - 1));
        SettingsCondition.Read(text, out var condition);

        Assert.That(condition.HoldsFor(plan), Is.EqualTo(expected));
    }

    [Test]
    public void Condition_OfAnythingInAList_NamesAnItem() => Assert.That(
        SettingsCondition.Read("allowedCidrs has everyone", out _),
        Does.StartWith("name a value that allowedCidrs may have, got 'everyone': it must be "));
}
