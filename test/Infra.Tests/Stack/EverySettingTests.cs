using Infra.Applications;
using Infra.Settings;
using Infra.Settings.Kinds;
using Infra.Settings.Reading;
using Infra.Site;
using Infra.Tests.Settings;
using Infra.Tests.Support;
using Pulumi;
using Pulumi.Utilities;

namespace Infra.Tests.Stack;

/// <summary>Whether each setting there is arrives at some resource. Where exactly is what the tests beside this one say.</summary>
public sealed class EverySettingTests
{
    // It makes nothing: it permits what others ask for. See CertificateSettingsTests.
    private const string OnlyPermits = "allowSelfSigned";

    private string _project = null!;

    private static IEnumerable<TestCaseData> Settings() => SettingsCatalogue.All.Where(setting => setting.Key != OnlyPermits)
        .Select(setting => new TestCaseData(setting) { TestName = $"{{m}}({setting.Key})" });

    // Two sites to choose from: the default's and the example's.
    [OneTimeSetUp]
    public void CreateProject()
    {
        _project = Directory.CreateTempSubdirectory("infra-settings-").FullName;
        foreach (var site in new[] { "site", SiteTopic.Directory.Example! })
        {
            var folder = Directory.CreateDirectory(Path.Combine(_project, site));
            File.WriteAllText(Path.Combine(folder.FullName, "index.html"), site);
        }

        var application = Directory.CreateDirectory(Path.Combine(_project, ApplicationTopic.Directory.Example!));
        File.WriteAllText(Path.Combine(application.FullName, "Web.dll"), "");
    }

    private ApplicationFolder? ApplicationOf(StackSettings settings) => settings.Application is { } application
        && ApplicationFolder.TryLoad(_project, application.Directory, out var folder, out _) ? folder : null;

    [OneTimeTearDown]
    public void DeleteProject() => Directory.Delete(_project, recursive: true);

    [TestCaseSource(nameof(Settings))]
    public async Task Setting_WithAnotherValue_ChangesThePlan(SettingDefinition setting)
    {
        var isRead = false;
        foreach (var before in new[] { Given.Config(), Given.Full() })
        {
            var other = ValidValues.OtherThan(before.TextOf(setting), setting);
            var after = before with { Values = new Dictionary<string, string>(before.Values) { [setting.Key] = other } };
            isRead |= await PlanOf(before) != await PlanOf(after);
        }

        Assert.That(isRead, Is.True, $"no resource differs with another {setting.Key}");
    }

    // What a rule between settings would refuse arrives all the same, so that one setting can be changed alone.
    private async Task<string> PlanOf(ConfigSource config)
    {
        var settings = StackSettings.Read(config, Given.Region, new ProblemList(config, SettingsCatalogue.All));
        SiteFolder? site = null;
        Assert.That(
            (settings.Site.Directory ?? (settings.Application is null ? "site" : null)) is not { } directory
                || SiteFolder.TryLoad(_project, directory, out site, out _), Is.True);

        var run = await Stacks.Run(new StackInputs(settings, site, ApplicationOf(settings)), config);

        return string.Join('\n', (await Task.WhenAll(run.Recorded.Resources.Select(TextOf))).Order(StringComparer.Ordinal));
    }

    private static async Task<string> TextOf(RecordedResource resource)
    {
        var trigger = resource.Options.ReplacementTrigger is { } given ? await OutputUtilities.GetValueAsync((Output<object>)given) : null;
        var ignored = string.Join(",", resource.IgnoreChanges);
        return $"{resource} protect={resource.Protect} trigger={trigger} ignored={ignored} {Json.Of(resource)}";
    }
}
