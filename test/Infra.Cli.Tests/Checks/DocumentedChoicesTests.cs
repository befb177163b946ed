using Infra.Cli.Checks;
using Infra.Cli.Checks.Waivers;
using Infra.Cli.Plan.Recording;
using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Tests.Changes;
using Infra.Cli.Tests.Properties;
using Infra.Settings;
using Infra.Settings.Kinds;
using Infra.Settings.Reading;
using Infra.Tests.Support;

namespace Infra.Cli.Tests.Checks;

/// <summary>
/// Whatever the documentation offers passes <c>infra check</c>, or the settings refuse it: what a choice gives up is waived by a waiver of
/// the design that says for which settings it is. So a control that fails for a choice is seen here, not by the first who makes it.
/// </summary>
internal sealed class DocumentedChoicesTests
{
    private const string Refused = "refused";

    private static readonly string[] Stacks = ["dev", "prod"];

    private string _root = null!;

    private static IEnumerable<TestCaseData> Choices() =>
        from stack in Stacks
        from setting in SettingsCatalogue.All
        select new TestCaseData(stack, setting) { TestName = $"{{m}}({stack}, {setting.Key})" };

    // Two sites to choose from.
    [OneTimeSetUp]
    public void CreateProject()
    {
        _root = Directory.CreateTempSubdirectory("infra-choices-").FullName;
        foreach (var site in new[] { "site", "another-site" })
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(_root, site)).FullName, "index.html"), site);
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(_root, "application")).FullName, "run"), "#!/bin/sh\n");
    }

    [OneTimeTearDown]
    public void DeleteProject() => Directory.Delete(_root, recursive: true);

    [TestCaseSource(nameof(Choices))]
    [Category("Slow")]
    public void Stack_WithAnyValueOfASetting_PassesOrIsRefused(string stack, SettingDefinition setting)
    {
        // As typed, which may be refused, and with what the message asks to change along with it, which is not.
        var typed = SettingValues.Of(setting).Select(value => new Dictionary<string, string>(Base(stack)) { [setting.Key] = value ?? "" });
        var results = typed.Select(values => (
            AsTyped: FaultOf(new(values)),
            Mended: FaultOf(new(ConsistentSettings.Of(values.Where(entry => entry.Value.Length > 0).ToDictionary()))))).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(results.Select(result => result.AsTyped), Has.All.AnyOf(null, Refused));
            Assert.That(results.Select(result => result.Mended), Has.All.Null);
        }
    }

    // Two settings that pass each by itself may fail together.
    [Test]
    [Category("Wide")]
    public void Stack_OfAnySettings_Passes() => Property.Holds(StackCases.All, count: 300, FaultOf);

    // Nothing is known of a stack but its settings.
    [TestCase("staging", "dev")]
    [TestCase("pr-123", "dev")]
    [TestCase("dev", "prod")]
    [TestCase("live", "prod")]
    public async Task Stack_ByAnotherName_PassesLikeTheOneWithItsSettings(string name, string settings)
    {
        var files = ProjectFiles.Read(Reference.Root, settings, []);
        var report = CheckReport.Of(await OfflineRun.RunAsync(files with { StackName = name }), WaiverFile.OfTheDesign());
        var same = CheckReport.Of(await OfflineRun.RunAsync(files), WaiverFile.OfTheDesign());

        Assert.That((report.Passed, CheckReport.Counts(report.Results)), Is.EqualTo((true, CheckReport.Counts(same.Results))));
    }

    private static Dictionary<string, string> Base(string stack) =>
        ProjectFiles.Read(Reference.Root, stack, []).Source().Values.Where(entry => entry.Value.Length > 0).ToDictionary();

    /// <summary>What fails; null when the check passes.</summary>
    private string? FaultOf(StackCase stack)
    {
        try
        {
            var graph = OfflineRun.RunAsync((stack with { RootDirectory = _root }).Configuration).GetAwaiter().GetResult();
            var failed =
                from result in CheckReport.Of(graph, WaiverFile.OfTheDesign()).Results
                from finding in result.Findings
                where finding.Outcome == ControlOutcome.Fail
                select $"{result.Control.Id}: {finding.Resource.Name} {finding.Problem}";
            return failed.ToList() is { Count: > 0 } faults ? $"{string.Join('\n', faults)}\n{stack}" : null;
        }
        catch (InvalidSettingsException)
        {
            return Refused;
        }
    }
}
