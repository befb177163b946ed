using Infra.Cli.Checks;
using Infra.Cli.Checks.Reports;
using Infra.Cli.Checks.Waivers;
using Infra.Cli.Plan.Graph;
using Infra.Cli.Plan.Recording;
using Infra.Cli.Plan.StackFiles;
using Infra.Cli.Tests.Checks;
using Infra.Cli.Tests.Properties;
using Infra.Tests.Support;

namespace Infra.Cli.Tests;

/// <summary>
/// The stacks at the root of the repository, whatever they are: settings, site, waivers and the project's name are the customer's to
/// change.
/// </summary>
[TestFixtureSource(nameof(Names))]
public sealed class CommittedStacksTests(string stack)
{
    private readonly StackConfiguration _files = SecretSettings.WithExamples(ProjectFiles.Read(Repository.Root, stack, []));

    private ResourceGraph _graph = null!;

    // Pulumi.yaml is there in any copy; a stack need not be.
    private static IReadOnlyList<string> Names => ProjectFiles.StackNames(Repository.Root);

    [OneTimeSetUp]
    public async Task PlanTheStack() => _graph = await OfflineRun.RunAsync(_files);

    [Test]
    public void Stack_IsPlanned() =>
        Assert.That((_graph.ProjectName, _graph.StackName, _graph.Nodes.Count > 50), Is.EqualTo((_files.ProjectName, stack, true)));

    // R1 to R8 among them: with the reference site, since the site of the stack may be anywhere.
    [Test]
    public void Stack_KeepsEveryInvariant()
    {
        var siteDirectory = $"{_files.ProjectName}:siteDirectory";
        var withReferenceSite = new Dictionary<string, ConfigValue>(_files.Values) { [siteDirectory] = new("site") };

        Assert.That(AllInvariants.FaultOf((_files with { Values = withReferenceSite }).Source(), _files.Region), Is.Null);
    }

    [Test]
    public void Stack_PassesItsControls_OrTheReportSaysWhichItFails()
    {
        using var text = new StringWriter();
        var report = CheckReport.Of(_graph, WaiverFile.Read(_files.RootDirectory));
        new CheckText(report, PlainConsole.Of(text)).Write();

        foreach (var failed in report.With(ControlOutcome.Fail))
            Assert.That(text.ToString(), Does.Contain($"FAIL    {failed.Control.Id} "));
        Assert.That(text.ToString(), Does.Contain($"\n{stack} {(report.Passed ? "passes" : "fails")}: "));
    }
}
