using System.Text;
using Infra.Settings;
using Infra.Tests.Settings;
using Infra.Tests.Stack;
using Infra.Tests.Support;

namespace Infra.Tests.Tier;

/// <summary>A tier in a network of its own is what a stack is, so all that is tested of stacks holds for tiers.</summary>
public sealed class SameAsStackTests
{
    [TestCase("dev")]
    [TestCase("prod")]
    public async Task Resources_OfATier_AreThoseOfTheStackUnderAName(string stack)
    {
        var (config, region) = ProjectFiles.ConfigOf(stack);
        var stackRun = (await Stacks.Run(config, region)).Recorded;

        var options = Tiers.Options;
        (options.ProjectName, options.StackName) = (config.ProjectName, config.StackName);
        var tier = await Tiers.Run(parent => _ = new WebTier("shop", Tiers.ArgsOf(config, region), parent), options);

        Assert.That(tier.Resources, Has.Count.EqualTo(stackRun.Resources.Count + 1));
        Assert.That(
            tier.Resources.Where(resource => resource.Type != "infra:index:WebTier").Select(Line).Order(StringComparer.Ordinal),
            Is.EqualTo(stackRun.Resources.Select(Line).Order(StringComparer.Ordinal)));
    }

    [Test]
    public void Inputs_OfATier_AreTheSettings()
    {
        // A role's boundary comes from IAM, by its ARN; a stack's settings name it, since its own program makes none.
        var settings = SettingsCatalogue.All.Except([ProtectionTopic.PermissionsBoundary]);

        Assert.Multiple(() =>
        {
            foreach (var setting in settings)
                Assert.That(() => Tiers.PropertyOf(setting), Throws.Nothing);
        });
    }

    // Without the tier's name, in the boot script too.
    private static string Line(RecordedResource resource)
    {
        var script = resource.Has("userData") ? Encoding.UTF8.GetString(Convert.FromBase64String(resource.Text("userData"))) : "";
        var others = resource.Inputs.Remove("userData");
        var options = $"{resource.Protect} {string.Join(' ', resource.IgnoreChanges)}";
        return $"{resource} {Json.Of(others)} {script} {options}".Replace("shop-", "", StringComparison.Ordinal);
    }
}
