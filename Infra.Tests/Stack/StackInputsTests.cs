using Infra.Settings.Reading;
using Infra.Tests.Settings;
using Infra.Tests.Support;
using Pulumi.Testing;

namespace Infra.Tests.Stack;

public sealed class StackInputsTests
{
    [Test]
    public void Read_ValidSettingsAndSite_HasBoth()
    {
        var inputs = StackInputs.Read(Given.Config(), Given.Region, Reference.Root);

        Assert.That(inputs.Settings.Region, Is.EqualTo(Given.Region));
        Assert.That(inputs.Site, Is.Not.Null);
    }

    [Test]
    public void Read_BadSettingsAndAGoodSite_IsRefused() => Assert.That(Problems(("maxServers", "4")), Is.EqualTo(["infra:maxServers"]));

    [Test]
    public void Read_GoodSettingsAndABadSite_IsRefused() =>
        Assert.That(Problems(("siteDirectory", "nowhere")), Is.EqualTo(["infra:siteDirectory"]));

    [Test]
    public void Read_BadSettingsAndABadSite_NamesBoth() =>
        Assert.That(Problems(("siteDirectory", "nowhere"), ("maxServers", "4")), Is.EqualTo(["infra:maxServers", "infra:siteDirectory"]));

    [Test]
    public void FromPulumi_WithoutARegion_AsksForIt()
    {
        var config = new Dictionary<string, string> { ["infra:zones"] = """["eu-west-1a","eu-west-1b"]""" };

        var options = new TestOptions { ProjectName = "infra", StackName = "test", RootDirectory = Reference.Root };

        Assert.That(
            () => Stacks.RunProgram(config, options), Throws.TypeOf<ProgramFailed>().With.Message.Contains("aws:region is required"));
    }

    private static IEnumerable<string> Problems(params (string Key, string Value)[] changes) =>
        Assert.Throws<InvalidSettingsException>(() => StackInputs.Read(Given.Config(changes), Given.Region, Reference.Root))!
            .Problems.Select(problem => problem.Key);
}
